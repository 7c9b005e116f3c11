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
  await first?.close()
})

describe('a second workstation opens the same archive', () => {
  it('is told who holds it, and reads only', async () => {
    await part(second, 'read-only').waitFor()
    await part(second, 'nav-archive').click()
    await part(second, 'article-list').getByRole('option').first().waitFor()
    expect(await part(second, 'top-pick-files').isDisabled()).toBe(true)
    expect([...first.errors, ...second.errors]).toEqual([])
  })
})
