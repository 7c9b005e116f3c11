import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { makeSampleArchive, part } from './support/steps'

let running: RunningApp
beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
}, 180_000)
afterAll(() => running.close())

const tabs = [
  'intake',
  'archive',
  'photos',
  'event',
  'person',
  'organization',
  'place',
  'document',
  'dossiers',
  'transfers',
  'statistics',
  'corrections',
  'bin',
  'settings',
]

/** Opens something from a list that is on the screen, and waits for the screen it leads to. */
const records: [tab: string, list: string, screen: string][] = [
  ['archive', 'article-list', 'screen-article'],
  ['event', 'authority-list', 'screen-event'],
  ['person', 'authority-list', 'screen-person'],
]

describe.each(['light', 'dark'] as const)('accessibility rules in %s', (scheme) => {
  beforeAll(() => running.page.emulateMedia({ colorScheme: scheme }))

  it.each(tabs)('hold on %s', async (tab) => {
    await part(running, `nav-${tab}`).click()
    await running.page.locator(`[data-testid="nav-${tab}"][aria-current="page"]`).waitFor()
    // The code of a screen is fetched when it is first wanted.
    await running.page.locator('h1').first().waitFor()
    expect(await accessibilityFaults(running.page)).toEqual([])
  })

  it.each(records)('hold on a record of %s', async (tab, list, screen) => {
    await part(running, `nav-${tab}`).click()
    await part(running, list).getByRole('option').first().click()
    await part(running, screen).waitFor()
    expect(await accessibilityFaults(running.page)).toEqual([])
  })
})

it('no error was reported on the way', () => {
  expect(running.errors).toEqual([])
})
