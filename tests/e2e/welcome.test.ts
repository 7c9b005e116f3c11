import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { part } from './support/steps'

let running: RunningApp
beforeAll(async () => {
  running = await launchApp()
})
afterAll(() => running.close())

describe('a first start', () => {
  it('shows the welcome screen', async () => {
    await part(running, 'screen-welcome').waitFor()
    expect(await running.page.title()).toBe('Kho Tin')
    expect(await running.page.locator('html').getAttribute('lang')).toBe('vi')
  })

  it('keeps to the accessibility rules', async () => {
    expect(await accessibilityFaults(running.page)).toEqual([])
  })

  it('reports no error', () => {
    expect(running.errors).toEqual([])
  })
})
