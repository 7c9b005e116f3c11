import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { keysOf } from './support/keys'
import { makeSampleArchive, part } from './support/steps'

let running: RunningApp
beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  await part(running, 'nav-archive').click()
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const options = () => part(running, 'article-list').getByRole('option')
const total = async () => Number((await part(running, 'found').textContent())?.match(/\d+/)?.[0] ?? 0)
const countOf = async (testId: string) =>
  Number(await part(running, testId).first().locator('.facet-count').textContent())
const clear = async () => {
  await part(running, 'clear-search').click()
  await part(running, 'chips').waitFor({ state: 'detached' })
}

describe('narrowing the list', () => {
  it('goes by counts that hold what they promise, and by chips the way back', async () => {
    await part(running, 'facet-person').first().waitFor()
    const all = await total()
    const promised = await countOf('facet-person')
    await part(running, 'facet-person').first().click()
    await expect.poll(total).toBe(promised)
    await part(running, 'facet-genre').first().click()
    await part(running, 'facet-year').first().click()
    await expect.poll(total).toBeLessThan(promised + 1)
    expect(await part(running, 'chips').locator('.filter-chip').count()).toBe(3)
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'chip-genre').click()
    await part(running, 'chip-year').click()
    await expect.poll(total).toBe(promised)
    await clear()
    await expect.poll(total).toBe(all)
  })

  it('is kept under a name, run again and taken away', async () => {
    await part(running, 'search').fill('cau na may')
    await part(running, 'save-search').click()
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'save-search-name').fill('Cầu Nà Mây')
    await press('Enter')
    await part(running, 'saved-search').waitFor()
    const found = await total()
    await clear()
    await expect.poll(total).toBeGreaterThan(found)
    await part(running, 'saved-search').click()
    await expect.poll(total).toBe(found)
    expect(await part(running, 'search').inputValue()).toBe('cau na may')
    await running.page.getByRole('button', { name: 'Bỏ câu tìm đã lưu: Cầu Nà Mây' }).click()
    await part(running, 'saved-search').waitFor({ state: 'detached' })
    await clear()
  })

  it('understands a question typed as a sentence, and answers it by one click', async () => {
    const person = part(running, 'facet-person').first()
    const name = (await person.textContent())?.replace(/\d+$/, '') ?? ''
    const promised = await countOf('facet-person')
    await part(running, 'search').fill(`tất cả các bài của ${name}`)
    const reading = part(running, 'reading').first()
    expect(await reading.textContent()).toBe(`${promised} bài:người:"${name}"`)
    expect(await accessibilityFaults(running.page)).toEqual([])
    await reading.click()
    await expect.poll(total).toBe(promised)
    await clear()
  })

  it('shows where a search is wrong, and how to ask', async () => {
    await part(running, 'search').fill('cầu ngày:35/7/2024 mới')
    await part(running, 'query-error').waitFor()
    expect(await part(running, 'query-error').locator('mark').textContent()).toBe('35/7/2024')
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'search-help').click()
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'help-example').filter({ hasText: 'chức vụ:' }).last().click()
    await expect.poll(total).toBeGreaterThan(0)
    await clear()
  })
})

describe('looking at the list', () => {
  it.each(['grid', 'timeline', 'list'])('as a %s', async (view) => {
    await part(running, `view-${view}`).click()
    await expect.poll(() => options().count()).toBeGreaterThan(3)
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'article-list').focus()
    await press('Home', view === 'grid' ? 'ArrowRight' : 'ArrowDown')
    const active = running.page.locator('.list-row.active')
    expect(await active.getAttribute('aria-posinset')).toBe('2')
  })

  it('takes a quick look with the space bar, and goes on from there', async () => {
    await part(running, 'article-list').focus()
    await press('Home', ' ')
    await part(running, 'quick-look').waitFor()
    const title = () => part(running, 'quick-look').locator('.dialog-title').textContent()
    const first = await title()
    expect(await accessibilityFaults(running.page)).toEqual([])
    await press('ArrowDown')
    await expect.poll(title).not.toBe(first)
    await press(' ')
    await part(running, 'quick-look').waitFor({ state: 'detached' })
    await press(' ', 'Enter')
    await part(running, 'screen-article').waitFor()
    await press('Alt+ArrowLeft')
  })
})

describe('editing many at once, by keys alone', () => {
  it('shows before and after, does it in one change and takes it back in one', async () => {
    await part(running, 'article-list').focus()
    await press('Home', 'Control+Space', 'Shift+ArrowDown', 'Shift+ArrowDown')
    expect(await part(running, 'selection').textContent()).toContain('3')
    await part(running, 'bulk-edit').focus()
    await press('Enter')
    await part(running, 'pick-person').focus()
    await running.page.keyboard.type('hai yen')
    await part(running, 'pick-list').waitFor()
    await press('Enter')
    await part(running, 'bulk-add-topics').focus()
    await running.page.keyboard.insertText('nông thôn mới')
    await expect.poll(() => part(running, 'bulk-count').textContent()).toContain('3 trong 3')
    expect(await part(running, 'bulk-preview').textContent()).toContain('nông thôn mới')
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'bulk-do').focus()
    await press('Enter')
    await expect.poll(() => part(running, 'toast').textContent()).toContain('Đã sửa 3 bài')
    await part(running, 'dialog-bulk').waitFor({ state: 'detached' })
    await part(running, 'article-list').focus()
    await press('Home', 'Enter')
    await expect.poll(() => part(running, 'screen-article').textContent()).toContain('nông thôn mới')
    await press('Control+z')
    await expect.poll(() => part(running, 'screen-article').textContent()).not.toContain('nông thôn mới')
  })
})

it('reported no error on the way', () => {
  expect(running.errors).toEqual([])
})
