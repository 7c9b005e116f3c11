import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { makeSampleArchive, part } from './support/steps'

let first: RunningApp
let second: RunningApp
beforeAll(async () => {
  let archive = ''
  first = await launchApp({
    archive: async (folder) => {
      archive = await makeSampleArchive(join(folder, 'kho'))
      return archive
    },
  })
  await part(first, 'nav-archive').waitFor()
  second = await launchApp({ archive })
}, 120_000)
afterAll(async () => {
  await second?.close()
  await first?.close().catch(() => undefined)
})

describe('a second workstation opens the same archive', () => {
  it('is told who holds it, and reads only', async () => {
    await part(second, 'read-only').waitFor()
    await part(second, 'nav-archive').click()
    await part(second, 'article-list').getByRole('option').first().waitFor()
    expect(await part(second, 'top-pick-files').isDisabled()).toBe(true)
  })

  it('cannot take over from one who is there, and can once that one is gone', async () => {
    await part(second, 'take-over').click()
    await expect.poll(() => part(second, 'toast').textContent(), { timeout: 20_000 }).toContain('Chưa tiếp quản được')
    await part(second, 'read-only').waitFor()
    await part(first, 'nav-settings').click()
    expect([...first.errors, ...second.errors]).toEqual([])
    first.app.process().kill('SIGKILL')
    await expect
      .poll(
        async () => {
          if (await part(second, 'take-over').isVisible())
            await part(second, 'take-over')
              .click()
              .catch(() => undefined)
          return part(second, 'read-only').count()
        },
        { timeout: 50_000, interval: 3_000 },
      )
      .toBe(0)
    expect(await part(second, 'top-pick-files').isDisabled()).toBe(false)
  })
})
