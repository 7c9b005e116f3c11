import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { keysOf } from './support/keys'
import { lookedAt } from './support/looks'
import { makeSampleArchive, part } from './support/steps'

let running: RunningApp
beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  running.page.setDefaultTimeout(8_000)
  await part(running, 'nav-archive').waitFor()
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const rows = () => part(running, 'authority-list').getByRole('option')
const gone = (testId: string) => part(running, testId).waitFor({ state: 'detached' })
const toast = (words: string | RegExp) => part(running, 'toast').filter({ hasText: words }).first()

async function openPerson(typed: string) {
  await part(running, 'nav-person').click()
  await part(running, 'authority-filter').fill(typed)
  await expect.poll(() => rows().first().textContent()).toContain('Yến')
  await rows().first().click()
  await part(running, 'screen-person').waitFor()
}

async function personCount(): Promise<number> {
  await part(running, 'nav-person').click()
  return Number(/\d+/.exec((await part(running, 'found').textContent()) ?? '')?.[0])
}

describe('records of people, bodies and places', () => {
  it('are edited on one sheet, and the change can be taken back', async () => {
    await openPerson('hai yen')
    await part(running, 'record-edit').click()
    await part(running, 'record-spellings').fill('Lương Hải Yến')
    await part(running, 'record-note').fill('Chủ tịch HĐND tỉnh từ 2025')
    await part(running, 'portrait-choice').nth(1).click()
    await part(running, 'record-save').click()
    await gone('dialog-edit-record')
    await expect.poll(() => part(running, 'screen-person').textContent()).toContain('Lương Hải Yến')
    await running.page.locator('.portrait img').waitFor()
    await toast('Sửa mục').getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(() => part(running, 'screen-person').textContent()).not.toContain('Lương Hải Yến')
  })

  it('are split by ticking articles, and merged again, each shown beforehand', async () => {
    const before = await personCount()
    await openPerson('hai yen')
    await part(running, 'record-split').click()
    await part(running, 'split-name').fill('Lương Thị Hải Yến (huyện)')
    await running.page.getByRole('checkbox').first().check()
    await part(running, 'split-preview').waitFor()
    expect(await part(running, 'split-preview').textContent()).toMatch(/1 bài/)
    await part(running, 'split-do').click()
    await gone('dialog-split')
    await expect.poll(() => part(running, 'screen-person').textContent()).toContain('Lương Thị Hải Yến (huyện)')
    await expect.poll(() => personCount()).toBe(before + 1)
    await openPerson('hai yen huyen')
    await part(running, 'record-merge').click()
    await part(running, 'merge-add').fill('luong thi hai yen')
    await part(running, 'merge-add-list').getByRole('option').first().click()
    await part(running, 'merge-keep').nth(1).check()
    await expect.poll(() => part(running, 'merge-preview').textContent()).toMatch(/1 bài/)
    await part(running, 'merge-do').click()
    await gone('dialog-merge')
    await expect.poll(() => personCount()).toBe(before)
  })

  it('are merged without a mouse, and the merge taken back', async () => {
    const before = await personCount()
    await part(running, 'find-doubles').focus()
    await press('Enter')
    await part(running, 'dialog-doubles').waitFor()
    await part(running, 'pair-merge').first().focus()
    await press('Enter')
    await part(running, 'merge-preview').waitFor()
    await part(running, 'merge-do').focus()
    await press('Enter')
    await gone('dialog-merge')
    await expect.poll(() => personCount()).toBe(before - 1)
    await toast('Gộp 1 mục').getByRole('button', { name: 'Hoàn tác' }).focus()
    await press('Enter')
    await expect.poll(() => personCount()).toBe(before)
  })

  it('are made by hand without a mouse, matched without marks, and removed again', async () => {
    await part(running, 'nav-place').click()
    await part(running, 'record-new').focus()
    await press('Enter')
    await part(running, 'dialog-edit-record').waitFor()
    // What is typed goes where the dialog puts the focus, and to nobody before that.
    await expect.poll(() => running.page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await running.page.keyboard.insertText('tỉnh Hà Giang')
    await press('Tab')
    await running.page.keyboard.insertText('tỉnh')
    await part(running, 'record-parent').focus()
    await running.page.keyboard.type('na may')
    await expect.poll(() => part(running, 'record-parent-list').textContent()).toContain('Nà Mây')
    await press('ArrowDown', 'Enter')
    await part(running, 'record-save').focus()
    await press('Enter')
    await part(running, 'screen-place').waitFor()
    await part(running, 'family').waitFor()
    await part(running, 'merger-link').focus()
    await press('Enter')
    await expect.poll(() => part(running, 'family').textContent()).toContain('Tuyên Quang')
    expect(await part(running, 'screen-place').textContent()).toContain('30/06/2025')
    expect(await lookedAt(running)).toEqual([])
  })
})

describe('each screen and dialog', () => {
  it.each(['person', 'organization', 'place', 'document'])('is right for everybody: %s', async (kind) => {
    await part(running, `nav-${kind}`).click()
    await rows().first().click()
    await part(running, `screen-${kind}`).waitFor()
    expect(await lookedAt(running)).toEqual([])
    await part(running, 'record-edit').click()
    await part(running, 'dialog-edit-record').waitFor()
    expect(await lookedAt(running)).toEqual([])
    await press('Escape')
    await gone('dialog-edit-record')
    await part(running, 'record-merge').click()
    await part(running, 'dialog-merge').waitFor()
    expect(await lookedAt(running)).toEqual([])
    await press('Escape')
    await gone('dialog-merge')
  })

  it('is right where records are split', async () => {
    await openPerson('hai yen')
    await part(running, 'record-split').click()
    await part(running, 'dialog-split').waitFor()
    expect(await lookedAt(running)).toEqual([])
    await press('Escape')
  })

  it('reported no error on the way', () => {
    expect(running.errors).toEqual([])
  })
})
