import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kho } from '../../build/lib/cli.mjs'
import { inRoot } from '../../build/lib/paths.mjs'
import { type Gold, scoreReadings } from '../bench/press'
import { launchApp, type RunningApp } from './support/app'
import { keysOf } from './support/keys'
import { createArchive, part } from './support/steps'

const seed = inRoot('..', 'shared', 'seed')
const there = existsSync(join(seed, 'expected.json'))
const gold = () => JSON.parse(readFileSync(join(seed, 'expected.json'), 'utf8')) as Required<Gold>

describe.skipIf(!there)('the seed article on the command line', () => {
  it('comes out with every field right', async () => {
    const reading = await kho('read', join(seed, 'article.txt'))
    expect(scoreReadings([gold()], [reading]).misses).toEqual([])
  })
})

describe.skipIf(!there)('the seed article in the window', () => {
  let running: RunningApp
  beforeAll(async () => {
    running = await launchApp()
    await createArchive(running, join(running.folder, 'kho'))
    await running.answerDialogs([join(seed, 'article.txt')])
    await part(running, 'pick-files').click()
    await part(running, 'screen-review').waitFor()
  })
  afterAll(() => running.close())

  const press = keysOf(() => running)

  const names = (list: string) => part(running, list).getByTestId('suggestion').allTextContents()

  it('shows its title, lede, authors and event in their fields', async () => {
    expect(await part(running, 'text-title').textContent()).toContain(gold().title)
    expect(await part(running, 'text-lede').textContent()).toContain(gold().lede ?? '')
    expect(await part(running, 'authors').inputValue()).toBe(gold().authors.join(', '))
    expect(await part(running, 'photographers').inputValue()).toBe(gold().photographers.join(', '))
    const title = part(running, 'event-card').locator('textarea').first()
    expect(await title.inputValue()).toBe(gold().event?.title)
  })

  it('offers its people with their offices, and its documents', async () => {
    const people = await names('list-people')
    expect(people).toHaveLength(gold().people.length)
    for (const { name, offices } of gold().people) {
      const row = people.find((text) => text.includes(name))
      for (const office of offices) expect(row).toContain(office)
    }
    const documents = (await names('list-documents')).join('\n')
    for (const { number } of gold().documents) expect(documents).toContain(number ?? '')
  })

  it('files it with one key', async () => {
    await press('Control+Enter')
    await part(running, 'screen-intake').waitFor()
    await part(running, 'nav-archive').click()
    const row = part(running, 'article-list').getByRole('option').first()
    await row.waitFor()
    expect(await row.textContent()).toContain(gold().title)
    expect(running.errors).toEqual([])
  })
})
