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
const choice = (label: string) => running.page.getByLabel(label, { exact: true })

describe('statistics', () => {
  it('count the whole archive, as chart and as table', async () => {
    await part(running, 'nav-statistics').click()
    await expect.poll(found).toMatch(/^11 tin bài, \d+ ảnh trong cả kho$/)
    await running.page.locator('.chart-bar').first().waitFor()
    const bars = await running.page.locator('.chart-bar').count()
    await running.page.locator('.chart-table summary').click()
    expect(await part(running, 'time-chart').getByRole('row').count()).toBe(bars + 1)
    expect(await part(running, 'ranking-person').getByRole('row').nth(1).textContent()).toMatch(/\d+$/)
    expect(await lookedAt(running)).toEqual([])
  })

  it('keep to a year or to dates, without a mouse', async () => {
    await choice('Thời gian').focus()
    await press('ArrowDown')
    await expect.poll(found).toMatch(/, \d{4}$/)
    await press('End')
    await part(running, 'period-from').focus()
    await running.page.keyboard.type('1/2024')
    await part(running, 'period-to').focus()
    await running.page.keyboard.type('31/12/2024')
    await expect.poll(found).toContain('01/2024 – 31/12/2024')
    await part(running, 'period-to').fill('12/1990')
    await part(running, 'period-from').fill('')
    await part(running, 'empty').waitFor()
  })

  it('lead from a name to its record', async () => {
    await choice('Thời gian').selectOption('all')
    await part(running, 'ranking-person').getByRole('link').first().click()
    await part(running, 'screen-person').waitFor()
  })

  it('reported no error on the way', () => {
    expect(running.errors).toEqual([])
  })
})
