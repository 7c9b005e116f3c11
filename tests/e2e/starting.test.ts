import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { makeSampleArchive, part } from './support/steps'

// One person's settings over several starts: what was on the screen last is there at once, then what is so now.
let first: RunningApp
let archive = ''
let userData = ''
const titles = (running: RunningApp) => part(running, 'article-list').getByRole('option')
const file = () => join(userData, 'last-seen.json')
const kept = () => (existsSync(file()) ? readFileSync(file(), 'utf8') : '')

beforeAll(async () => {
  first = await launchApp({
    archive: async (folder) => {
      userData = join(folder, 'user-data')
      archive = await makeSampleArchive(join(folder, 'kho'))
      return archive
    },
  })
  await titles(first).first().waitFor()
}, 60_000)
afterAll(() => first.close().catch(() => undefined))

describe('a later start', () => {
  it('puts what is so now in the place of what was kept', async () => {
    await expect.poll(() => kept(), { timeout: 15_000 }).toContain('article.list')
    const title = (await titles(first).first().locator('.article-title').textContent()) ?? ''
    await first.app.close()
    // As if another workstation had given the article its present title since.
    writeFileSync(file(), kept().replaceAll(JSON.stringify(title).slice(1, -1), 'Tiêu đề cũ'))
    expect(kept()).toContain('Tiêu đề cũ')
    const again = await launchApp({ userData, archive })
    await expect.poll(() => titles(again).first().textContent(), { timeout: 15_000 }).toContain(title)
    expect(await part(again, 'article-list').textContent()).not.toContain('Tiêu đề cũ')
    expect(again.errors).toEqual([])
    await again.app.close()
  })

  it('does not go on showing an archive that is not there any more', async () => {
    renameSync(archive, `${archive} đã chuyển`)
    const again = await launchApp({ userData, archive })
    await part(again, 'screen-welcome').waitFor()
    expect(await part(again, 'screen-welcome').textContent()).toContain(archive)
    await again.app.close()
  })
})
