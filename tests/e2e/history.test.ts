import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { keysOf } from './support/keys'
import { makeSampleArchive, part } from './support/steps'

// What was done can be taken back, from everywhere, and is told.
let running: RunningApp
let title = ''
beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  await part(running, 'nav-archive').waitFor()
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const rows = () => part(running, 'article-list').getByRole('option')
const toast = () => part(running, 'toast')
const total = async () => Number((await part(running, 'found').textContent())?.match(/\d+/)?.[0])

async function binFirst(reason: string): Promise<void> {
  await part(running, 'nav-archive').click()
  title = (await rows().first().locator('.article-title').textContent()) ?? ''
  await rows().first().click()
  await part(running, 'bin').click()
  await part(running, 'bin-reason').fill(reason)
  await part(running, 'bin-do').click()
  await part(running, 'screen-archive').waitFor()
}

describe('taking back what was done', () => {
  let before = 0

  it('offers it in the message of every change', async () => {
    await part(running, 'nav-archive').click()
    await expect.poll(total).toBeGreaterThan(5)
    before = await total()
    await binFirst('lưu trùng')
    await expect.poll(total).toBe(before - 1)
    expect(await toast().textContent()).toContain('vào thùng rác (lưu trùng)')
    await toast().getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(total).toBe(before)
    expect(await toast().textContent()).toContain('Đã hoàn tác')
  })

  it('does it by Ctrl+Z and again by Ctrl+Shift+Z or Ctrl+Y, from any screen', async () => {
    await binFirst('lưu trùng')
    await expect.poll(total).toBe(before - 1)
    await press('Control+3')
    await part(running, 'screen-events').waitFor()
    await press('Control+z')
    await expect.poll(() => toast().textContent()).toContain('Đã hoàn tác')
    await press('Control+2')
    await expect.poll(total).toBe(before)
    await press('Control+Shift+z')
    await expect.poll(total).toBe(before - 1)
    await press('Control+z')
    await expect.poll(total).toBe(before)
    await press('Control+y')
    await expect.poll(total).toBe(before - 1)
  })

  it('leaves a field its own way back', async () => {
    await part(running, 'search').fill('cau na may')
    await part(running, 'search').pressSequentially('x')
    await press('Control+z')
    await running.page.waitForTimeout(300)
    expect(await part(running, 'search').inputValue()).not.toContain('x')
    await part(running, 'search').fill('')
    await part(running, 'nav-archive').click()
    await expect.poll(total).toBe(before - 1)
  })

  it('says which later change stands in the way', async () => {
    await part(running, 'nav-history').click()
    await part(running, 'history-filter').fill(title.slice(0, 24).normalize('NFD').replace(/\p{M}/gu, ''))
    await expect.poll(() => part(running, 'history-row').count()).toBeGreaterThan(1)
    expect(await accessibilityFaults(running.page)).toEqual([])
    const filed = part(running, 'history-row').filter({ hasText: 'vào kho, số' })
    expect(await filed.getByTestId('history-undo').count()).toBe(0)
    const standing = part(running, 'history-row').filter({ has: part(running, 'history-undo') })
    await standing.first().getByTestId('history-open').click()
    await part(running, 'dialog-change').waitFor()
    expect(await part(running, 'field-changes').textContent()).toContain('Trong thùng rác')
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'change-undo').click()
    await expect.poll(() => toast().textContent()).toContain('Đã hoàn tác')
  })
})

describe('the bin', () => {
  it('says why, when and by whom, and gives back', async () => {
    await binFirst('sai ngày')
    await part(running, 'nav-bin').click()
    await expect.poll(() => part(running, 'bin-row').textContent()).toContain('lý do: sai ngày')
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'restore').click()
    await part(running, 'empty').waitFor()
  })

  it('is emptied once that was asked for twice, and that too can be undone', async () => {
    await binFirst('sai ngày')
    await part(running, 'nav-bin').click()
    await part(running, 'bin-empty').click()
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'bin-empty-do').click()
    await part(running, 'empty').waitFor()
    await toast().getByRole('button', { name: 'Hoàn tác' }).click()
    await part(running, 'bin-row').first().waitFor()
  })
})

it('reported no error on the way', () => {
  expect(running.errors).toEqual([])
})
