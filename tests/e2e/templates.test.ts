import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { keysOf } from './support/keys'
import { lookedAt } from './support/looks'
import { makeSampleArchive, part } from './support/steps'

let running: RunningApp
let wrong = ''
beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  running.page.setDefaultTimeout(8_000)
  await part(running, 'nav-settings').click()
  await part(running, 'group-templates').waitFor()
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const focused = async (testId: string) => {
  await part(running, testId).first().focus()
  await press('Enter')
}
const verdict = () => part(running, 'template-verdict')

describe('the office’s own Word templates', () => {
  it('may begin with one of ours, without a mouse', async () => {
    await running.answerDialogs([running.folder])
    await focused('template-start-article')
    await expect.poll(() => existsSync(join(running.folder, 'Mẫu bài.docx'))).toBe(true)
    await focused('template-start-minutes')
    wrong = join(running.folder, 'Mẫu biên bản giao nhận.docx')
    await expect.poll(() => existsSync(wrong)).toBe(true)
    expect(await lookedAt(running)).toEqual([])
  })

  it('are looked through, and kept for what they fit best', async () => {
    await running.answerDialogs([join(running.folder, 'Mẫu bài.docx')])
    await focused('template-add')
    await expect.poll(() => verdict().getAttribute('data-good')).toBe('true')
    expect(await running.page.getByLabel('Mẫu để xuất').inputValue()).toBe('article')
    expect(await lookedAt(running)).toEqual([])
    await part(running, 'template-name').fill('Thư của cơ quan')
    await press('Enter')
    await focused('template-keep')
    await part(running, 'dialog-template').waitFor({ state: 'detached' })
    await expect.poll(() => part(running, 'template').textContent()).toContain('Thư của cơ quan')
    expect(await part(running, 'template').getByRole('radio').isChecked()).toBe(true)
  })

  it('say which placeholder is unknown, where it stands and what was probably meant', async () => {
    await running.answerDialogs([wrong])
    await focused('template-replace')
    await expect.poll(() => verdict().getAttribute('data-good')).toBe('false')
    const problem = part(running, 'problem').filter({ hasText: '“ngày giao tháng năm”' })
    expect(await problem.textContent()).toContain('có lẽ là “ngày”')
    expect(await problem.textContent()).toContain('hân văn bản, đoạn 3')
    expect(await part(running, 'template-put').isDisabled()).toBe(true)
    expect(await lookedAt(running)).toEqual([])
    await press('Escape')
  })

  it('have a list of placeholders, found without marks and copied', async () => {
    await focused('template-fields')
    await part(running, 'fields-find').fill('chuc vu')
    await expect.poll(() => part(running, 'field').count()).toBe(1)
    await part(running, 'field').getByRole('button').click()
    await expect.poll(() => running.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('{{chức vụ}}')
    await part(running, 'fields-find').fill('')
    expect(await lookedAt(running)).toEqual([])
    await press('Escape')
  })

  it('are chosen when exporting', async () => {
    await part(running, 'nav-archive').click()
    await part(running, 'article-list').focus()
    await press('Home', 'Control+Space', 'Control+e')
    await part(running, 'export-articles').check()
    const choice = running.page.getByLabel('Mẫu Word')
    await expect.poll(() => choice.textContent()).toContain('Thư của cơ quan (đang dùng)')
    await choice.selectOption('none')
    expect(await lookedAt(running)).toEqual([])
    await press('Escape')
  })

  it('are taken away, and brought back by one click', async () => {
    await part(running, 'nav-settings').click()
    await focused('template-remove')
    await expect.poll(() => part(running, 'template').count()).toBe(0)
    await press('Control+z')
    await expect.poll(() => part(running, 'template').count()).toBe(1)
    await part(running, 'templates-article').getByRole('radio').first().click()
    await expect.poll(() => part(running, 'template').getByRole('radio').isChecked()).toBe(false)
  })

  it('reported no error on the way', () => {
    expect(running.errors).toEqual([])
  })
})
