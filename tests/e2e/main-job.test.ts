import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { keysOf } from './support/keys'
import { createArchive, part, sampleFolder } from './support/steps'

// One clerk's morning, step by step in one window: each test goes on where the one before ended.
let running: RunningApp
let archive = ''
let exported = ''
let waiting = 0

beforeAll(async () => {
  running = await launchApp()
  archive = join(running.folder, 'Kho tin thử')
  exported = join(running.folder, 'Giao nộp')
  mkdirSync(exported)
})
afterAll(() => running.close())

const press = keysOf(() => running)
const rows = () => part(running, 'article-list').getByRole('option')

/** Types into the search box and waits until the first article is the one looked for. */
async function searchFor(words: string, title: string): Promise<void> {
  await part(running, 'search').fill(words)
  await expect.poll(() => rows().locator('.article-title').first().textContent(), { timeout: 5000 }).toContain(title)
}

const doneJobs = () => running.page.locator('[data-testid="job"][data-state="done"]').count()

describe('from files on the desktop to a delivery', () => {
  it('makes an archive', async () => {
    await createArchive(running, archive)
    expect(existsSync(join(archive, 'kho.json'))).toBe(true)
  })

  it('takes in a folder of press releases and photos, and names the damaged file', async () => {
    await part(running, 'nav-intake').click()
    await running.answerDialogs([sampleFolder])
    await part(running, 'pick-folder').click()
    await part(running, 'intake-report').waitFor({ timeout: 40_000 })
    const failed = running.page.locator('[data-testid="report-file"][data-outcome="failed"]')
    expect(await failed.count()).toBe(1)
    expect(await failed.textContent()).toContain('hỏng')
    await expect.poll(() => part(running, 'draft').count()).toBe(11)
    waiting = 11
    expect(await accessibilityFaults(running.page)).toEqual([])
  })

  it('shows everything read on one screen', async () => {
    await part(running, 'draft').filter({ hasText: 'Kỳ họp thứ 18' }).click()
    await part(running, 'screen-review').waitFor()
    expect(await part(running, 'text-title').textContent()).toContain('HĐND tỉnh khai mạc Kỳ họp thứ 18')
    expect(await part(running, 'photo-card').count()).toBe(3)
    expect(await part(running, 'list-people').getByTestId('suggestion').count()).toBeGreaterThan(0)
    expect(await accessibilityFaults(running.page)).toEqual([])
  })

  it('files it with Ctrl+Enter and goes on to the next', async () => {
    await press('Control+Enter')
    await part(running, 'toast').first().waitFor()
    await expect.poll(() => part(running, 'text-title').textContent()).not.toContain('HĐND tỉnh khai mạc Kỳ họp thứ 18')
    await part(running, 'nav-intake').click()
    await expect.poll(() => part(running, 'draft').count()).toBe(waiting - 1)
  })

  it('files the rest, one key each', async () => {
    await part(running, 'draft').first().click()
    for (let left = waiting - 1; left > 0; left -= 1) {
      await part(running, 'screen-review').waitFor()
      const title = await part(running, 'text-title').textContent()
      await press('Control+Enter')
      if (left > 1) await expect.poll(() => part(running, 'text-title').textContent()).not.toBe(title)
    }
    await part(running, 'screen-intake').waitFor()
    await expect.poll(() => part(running, 'draft').count()).toBe(0)
  })

  it('finds a record typed without diacritics, and in the old tone placement', async () => {
    await part(running, 'nav-archive').click()
    await expect.poll(() => rows().count()).toBe(waiting)
    await searchFor('khai mac ky hop thu 18', 'Kỳ họp thứ 18')
    await searchFor('“khánh thành cầu”', 'Khánh thành cầu Nà Mây')
  })

  it('opens the article with its text, photos and people', async () => {
    await searchFor('khai mac ky hop thu 18', 'Kỳ họp thứ 18')
    await rows().first().click()
    await part(running, 'screen-article').waitFor()
    expect(await part(running, 'photo').count()).toBe(3)
    await expect
      .poll(() =>
        running.page
          .locator('[data-testid="photo"] img')
          .evaluateAll((pictures) => pictures.every((picture) => (picture as HTMLImageElement).naturalWidth > 0)),
      )
      .toBe(true)
  })

  it('delivers everything as Word, Excel and pictures', async () => {
    await part(running, 'nav-archive').click()
    await part(running, 'search').fill('')
    await expect.poll(() => rows().count()).toBe(waiting)
    const before = await doneJobs()
    await part(running, 'export-found').click()
    await part(running, 'export-all').check()
    await running.answerDialogs([exported])
    await part(running, 'pick-target').click()
    await part(running, 'export-start').click()
    await expect.poll(doneJobs, { timeout: 60_000 }).toBe(before + 1)
    const files = readdirSync(exported, { recursive: true }).map(String)
    const ending = (end: string) => files.filter((file) => file.endsWith(end))
    expect(ending('.docx')).toHaveLength(waiting + 1)
    expect(ending('.xlsx')).toHaveLength(1)
    expect(ending('.jpg').length).toBeGreaterThan(20)
    for (const file of [...ending('.docx'), ...ending('.xlsx')]) {
      expect(statSync(join(exported, file)).size).toBeGreaterThan(4000)
    }
  })

  it('recognises what it already holds when the same folder comes again', async () => {
    await part(running, 'nav-intake').click()
    await running.answerDialogs([sampleFolder])
    await part(running, 'pick-folder').click()
    await part(running, 'intake-report').waitFor({ timeout: 40_000 })
    const held = running.page.locator('[data-testid="report-file"][data-outcome="already-held"]')
    await expect.poll(() => held.count()).toBeGreaterThanOrEqual(waiting)
  })

  it('reported no error on the way', () => {
    expect(running.errors).toEqual([])
  })
})
