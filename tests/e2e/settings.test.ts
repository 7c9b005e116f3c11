import { mkdirSync } from 'node:fs'
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
  await part(running, 'nav-settings').click()
  await part(running, 'screen-settings').waitFor()
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const terms = () => part(running, 'term').allTextContents()
async function readResult(testId: string) {
  await part(running, 'job-read').first().focus()
  await press('Enter')
  await part(running, testId).waitFor()
}
const readDone = async () => {
  await part(running, 'job-done').click()
  await part(running, 'dialog-job').waitFor({ state: 'detached' })
}

describe('settings', () => {
  it('are right for everybody', async () => {
    await part(running, 'group-fonds').waitFor()
    expect(await lookedAt(running)).toEqual([])
  })

  it('keep each field of the office when it is left, without a mouse', async () => {
    await part(running, 'settings-fonds').focus()
    await press('Enter', 'Tab')
    await part(running, 'fonds-agencyCode').focus()
    await running.page.keyboard.type('H60.01')
    await press('Tab')
    await part(running, 'numbering-year').focus()
    await running.page.keyboard.type('2025')
    await expect.poll(() => part(running, 'numbering-next').textContent()).toContain('H60.01.2025.')
  })

  it('add and remove words of the office', async () => {
    await part(running, 'term-text').fill('Trưởng ban điều hành')
    await press('Enter')
    await expect.poll(terms).toEqual(['Trưởng ban điều hành'])
    await part(running, 'term-text').fill('đồng chí')
    await running.page.getByLabel('Loại', { exact: true }).selectOption('honorific')
    await part(running, 'term-add').click()
    await expect.poll(() => part(running, 'group-terms').textContent()).toContain('Danh mục đã có “đồng chí”')
    await part(running, 'term-remove').first().focus()
    await press('Enter')
    await expect.poll(terms).toEqual([])
  })

  it('back up, restore and check, each with a report to read', async () => {
    const backup = join(running.folder, 'sao lưu')
    mkdirSync(backup)
    await running.answerDialogs([backup])
    await part(running, 'backup').click()
    await readResult('backup-result')
    expect(await part(running, 'backup-result').textContent()).toContain('tệp gốc')
    await readDone()
    await expect.poll(() => part(running, 'last-backup').textContent()).toContain('sao lưu')
    await part(running, 'check').click()
    await readResult('check-result')
    expect(await part(running, 'check-result').getAttribute('data-sound')).toBe('true')
    await readDone()
    await part(running, 'repair').focus()
    await press('Enter')
    await readResult('repair-result')
    expect(await part(running, 'repair-result').textContent()).toContain('Không có gì phải sửa')
    await readDone()
  })

  it('speak the other language at once', async () => {
    await running.page.getByLabel('Ngôn ngữ').selectOption('en')
    await expect.poll(() => part(running, 'screen-settings').textContent()).toContain('Words of the office')
    expect(await lookedAt(running)).toEqual([])
  })

  it('reported no error on the way', () => {
    expect(running.errors).toEqual([])
  })
})
