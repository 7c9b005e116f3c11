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
const found = () => part(running, 'found').textContent()
const chips = () => part(running, 'month').getByRole('link')

describe('events', () => {
  it('stand in a list by month, each month named where it begins', async () => {
    await part(running, 'nav-event').click()
    await expect.poll(found).toBe('9 sự kiện')
    const months = await running.page.locator('.event-month > span:not(.visually-hidden)').allTextContents()
    expect(new Set(months).size).toBe(months.length)
    expect(months[0]).toBe('12/2025')
    expect(await lookedAt(running)).toEqual([])
  })

  it('stand on the sheet of their month, which is turned by mouse', async () => {
    await part(running, 'events-month').click()
    await expect.poll(found).toBe('Tháng 12/2025: 2 sự kiện')
    expect(await chips().count()).toBe(2)
    await part(running, 'month-previous').click()
    await expect.poll(found).toBe('Tháng 11/2025: không có sự kiện')
    await part(running, 'month-earlier').click()
    await expect.poll(found).toBe('Tháng 09/2025: 1 sự kiện')
    expect(await lookedAt(running)).toEqual([])
  })

  it('are reached and given a part without a mouse', async () => {
    await part(running, 'month-later').focus()
    await press('Enter')
    await expect.poll(found).toContain('12/2025')
    await chips().first().focus()
    await press('Enter')
    await part(running, 'screen-event').waitFor()
    await part(running, 'event-add-part').focus()
    await press('Enter')
    await part(running, 'dialog-edit-record').waitFor()
    await part(running, 'record-title').focus()
    await running.page.keyboard.insertText('Phiên trả lời báo chí')
    expect(await lookedAt(running)).toEqual([])
    await part(running, 'record-save').focus()
    await press('Enter')
    await expect.poll(() => part(running, 'screen-event').textContent()).toContain('Thuộc sự kiện: Họp báo')
    await press('Alt+ArrowLeft')
    await expect.poll(() => part(running, 'screen-event').textContent()).toContain('Phiên trả lời báo chí')
    expect(await lookedAt(running)).toEqual([])
    await press('Alt+ArrowLeft')
    await expect.poll(found).toBe('Tháng 12/2025: 3 sự kiện')
  })

  it('are written anew with dates as they are typed', async () => {
    await chips().first().click()
    await part(running, 'record-edit').click()
    await part(running, 'record-from').fill('31/2/2025')
    await press('Tab')
    expect(await part(running, 'record-save').isDisabled()).toBe(true)
    await part(running, 'record-from').fill('2/12/2025')
    await part(running, 'record-to').fill('4/12/2025')
    await part(running, 'record-save').click()
    await part(running, 'dialog-edit-record').waitFor({ state: 'detached' })
    await expect.poll(() => part(running, 'screen-event').textContent()).toContain('02/12/2025 – 04/12/2025')
    await press('Alt+ArrowLeft')
    await expect.poll(() => chips().count()).toBe(5)
  })

  it('that were entered twice are merged, with what moves shown beforehand', async () => {
    await chips().filter({ hasText: 'Phiên trả lời' }).first().click()
    await part(running, 'record-merge').click()
    await part(running, 'merge-add').fill('khanh thanh')
    await part(running, 'merge-add-list').getByRole('option').first().click()
    await expect.poll(() => part(running, 'merge-preview').textContent()).toMatch(/2 bài/)
    await part(running, 'merge-keep').nth(1).check()
    await part(running, 'merge-do').click()
    await expect.poll(() => part(running, 'screen-event').textContent()).toContain('khánh thành')
  })

  it('reported no error on the way', () => {
    expect(running.errors).toEqual([])
  })
})
