import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kho } from '../../build/lib/cli.mjs'
import { launchApp, type RunningApp } from './support/app'
import { keysOf } from './support/keys'
import { part, sampleFolder } from './support/steps'

// One draft under review, by keyboard wherever a clerk would: each test goes on where the one before ended.
let running: RunningApp
beforeAll(async () => {
  running = await launchApp({
    archive: async (folder) => {
      const archive = join(folder, 'kho')
      await kho('init', archive, '--name', 'Kho thử')
      await kho('import', archive, join(sampleFolder, 'Khai mạc Kỳ họp thứ 18 HĐND tỉnh.docx'))
      return archive
    },
  })
  await part(running, 'nav-intake').click()
  await part(running, 'draft').first().click()
  await part(running, 'screen-review').waitFor()
}, 120_000)
afterAll(() => running.close())

const people = () => part(running, 'list-people').getByTestId('suggestion')
const press = keysOf(() => running)
const saved = () => expect.poll(() => part(running, 'saved').textContent()).toMatch(/\d\d:\d\d/)
const title = () => running.page.locator('h1').textContent()

describe('reviewing a draft', () => {
  it('drops a suggestion by key and takes it back', async () => {
    await people().first().focus()
    await press('Delete')
    expect(await people().first().getAttribute('data-state')).toBe('dropped')
    await press('Delete')
    await press('Space')
    expect(await people().first().getAttribute('data-state')).toBe('accepted')
  })

  it('changes one with Enter and goes back to it with Esc', async () => {
    await press('Enter')
    await running.page.keyboard.type('Bà ')
    await press('Escape')
    expect(await people().first().getAttribute('data-state')).toBe('changed')
    expect(
      await people()
        .first()
        .evaluate((row) => row === document.activeElement),
    ).toBe(true)
  })

  it('adds a person by hand', async () => {
    const before = await people().count()
    await part(running, 'add-people').click()
    await running.page.keyboard.type('Trần Thị Thử Nghiệm')
    await press('Escape')
    expect(await people().count()).toBe(before + 1)
    expect(await people().last().textContent()).toContain('Trần Thị Thử Nghiệm')
  })

  it('keeps what is marked on its words while the text before it is changed', async () => {
    const body = part(running, 'text-body')
    const marked = () => body.first().locator('[data-mark]').allTextContents()
    const before = await marked()
    expect(before.length).toBeGreaterThan(0)
    await running.page.locator('.piece.paragraph .piece-edit').first().focus()
    await press('Enter')
    await part(running, 'text-editor').waitFor()
    await press('Control+Home')
    await running.page.keyboard.type('Theo kế hoạch, ')
    await press('Escape')
    expect(await body.first().textContent()).toMatch(/^Theo kế hoạch, /)
    expect(await marked()).toEqual(before)
  })

  it('has written everything down when the clerk leaves and comes back', async () => {
    await saved()
    await part(running, 'nav-archive').click()
    await part(running, 'nav-intake').click()
    await part(running, 'draft').first().click()
    await part(running, 'screen-review').waitFor()
    expect(await part(running, 'text-body').first().textContent()).toMatch(/^Theo kế hoạch, /)
    expect(await people().first().getAttribute('data-state')).toBe('changed')
  })

  it('files, and leads from the message to the article', async () => {
    const words = await part(running, 'text-title').textContent()
    await press('Control+Enter')
    await part(running, 'toast').getByRole('button').first().click()
    await part(running, 'screen-article').waitFor()
    expect(await title()).toBe(words)
  })

  it('revises the filed article, and drops the revision without changing it', async () => {
    await part(running, 'revise').click()
    await part(running, 'screen-review').waitFor()
    await part(running, 'discard').click()
    await part(running, 'discard-do').click()
    await part(running, 'screen-article').waitFor()
    expect(await part(running, 'photo').count()).toBe(3)
  })

  it('puts it into the bin with a reason, and takes it back', async () => {
    await part(running, 'bin').click()
    expect(await part(running, 'bin-do').isDisabled()).toBe(true)
    await part(running, 'bin-reason').fill('Lưu trùng')
    await part(running, 'bin-do').click()
    await part(running, 'screen-archive').waitFor()
    await part(running, 'nav-bin').click()
    const binned = part(running, 'bin-row').filter({ hasText: 'Bài ·' })
    await binned.getByTestId('restore').click()
    await binned.waitFor({ state: 'detached' })
    await part(running, 'nav-archive').click()
    await expect.poll(() => part(running, 'article-list').getByRole('option').count()).toBe(1)
  })

  it('reported no error on the way', () => {
    expect(running.errors).toEqual([])
  })
})
