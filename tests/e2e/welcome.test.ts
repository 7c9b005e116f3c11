import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { keysOf } from './support/keys'
import { lookedAt } from './support/looks'
import { part } from './support/steps'

let running: RunningApp
beforeAll(async () => {
  running = await launchApp()
})
afterAll(() => running.close())

const press = keysOf(() => running)

describe('a first start', () => {
  it('shows the welcome screen', async () => {
    await part(running, 'screen-welcome').waitFor()
    expect(await running.page.title()).toBe('Kho Tin')
    expect(await running.page.locator('html').getAttribute('lang')).toBe('vi')
  })

  it('keeps to the accessibility rules', async () => {
    expect(await accessibilityFaults(running.page)).toEqual([])
  })

  it('looks through a package that came, without an archive', async () => {
    const bag = join(running.folder, 'gói')
    mkdirSync(join(bag, 'data'), { recursive: true })
    writeFileSync(join(bag, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    writeFileSync(join(bag, 'data', 'tin.txt'), 'tin')
    const sha = createHash('sha256').update('tin').digest('hex')
    writeFileSync(join(bag, 'manifest-sha256.txt'), `${sha}  data/tin.txt\n${sha}  data/mat.txt\n`)
    await part(running, 'welcome-receive').focus()
    await press('Enter')
    await running.answerDialogs([bag])
    await part(running, 'receive-folder').click()
    expect(await lookedAt(running)).toEqual([])
    await part(running, 'receive-verify').click()
    await expect.poll(() => part(running, 'finding').textContent()).toContain('data/mat.txt')
    expect(await part(running, 'finding').textContent()).toContain('hiếu tệp')
    expect(await lookedAt(running)).toEqual([])
    // Received though it lacks a file: the sender is told so.
    await part(running, 'receive-done').click()
    await part(running, 'welcome-receive').click()
    await part(running, 'receive-folder').click()
    await part(running, 'receive-organization').fill('Lưu trữ lịch sử tỉnh')
    await running.answerDialogs([running.folder])
    await part(running, 'pick-target').click()
    await part(running, 'receive-start').click()
    await expect.poll(() => part(running, 'written').count()).toBe(2)
    expect(readdirSync(running.folder).filter((name) => /^(Biên bản tiếp nhận|Giấy xác nhận)/.test(name))).toHaveLength(
      2,
    )
    await part(running, 'receive-done').click()
  })

  it('reports no error', () => {
    expect(running.errors).toEqual([])
  })
})
