import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { lookedAt } from './support/looks'
import { makeSampleArchive, part } from './support/steps'

let running: RunningApp
beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  running.page.setDefaultTimeout(8_000)
  await part(running, 'nav-archive').waitFor()
}, 180_000)
afterAll(() => running.close())

const press = async (...keys: string[]) => {
  for (const key of keys) await running.page.keyboard.press(key)
}
const gone = (testId: string) => part(running, testId).waitFor({ state: 'detached' })
const titles = async () => (await running.page.locator('.sortable .authority-name').allTextContents()) as string[]

describe('dossiers', () => {
  it('are made of what is selected, by mouse', async () => {
    await part(running, 'nav-archive').click()
    await part(running, 'article-list').focus()
    await press('Home', 'Control+Space', 'ArrowDown', 'ArrowDown', 'Shift+Space')
    await part(running, 'to-dossier').click()
    await part(running, 'dialog-to-dossier').waitFor()
    expect(await lookedAt(running)).toEqual([])
    await part(running, 'put-new').click()
    await part(running, 'dossier-title').fill('Tin bài về hoạt động của HĐND tỉnh')
    await part(running, 'dossier-year').fill('20')
    expect(await part(running, 'dossier-save').isDisabled()).toBe(true)
    await part(running, 'dossier-year').fill('2025')
    expect(await lookedAt(running)).toEqual([])
    await part(running, 'dossier-save').click()
    await part(running, 'screen-dossier').waitFor()
    expect(await titles()).toHaveLength(3)
  })

  it('are put in order by dragging, by keys and by what the items are', async () => {
    const [first = '', second = '', third = ''] = await titles()
    await part(running, 'grip').first().focus()
    await press('Space')
    await running.page.waitForTimeout(200)
    await press('ArrowDown')
    await running.page.waitForTimeout(200)
    await press('Space')
    await expect.poll(titles).toEqual([second, first, third])
    await running.page.locator('.sortable-open').nth(2).focus()
    await press('Alt+ArrowUp')
    await expect.poll(titles).toEqual([second, third, first])
    await running.page.waitForTimeout(400)
    await part(running, 'grip').nth(2).hover()
    const grip = (await part(running, 'grip').nth(2).boundingBox())!
    const top = (await part(running, 'grip').first().boundingBox())!
    await running.page.mouse.move(grip.x + 8, grip.y + 8)
    await running.page.mouse.down()
    await running.page.mouse.move(grip.x + 8, grip.y - 20, { steps: 4 })
    await running.page.mouse.move(top.x + 8, top.y, { steps: 8 })
    await running.page.mouse.up()
    await expect.poll(titles).toEqual([first, second, third])
    // The list shows the new order before the engine has it.
    await running.page.waitForTimeout(500)
    await press('Control+z')
    await expect.poll(titles).toEqual([second, third, first])
    await part(running, 'move-up').nth(2).click()
    await expect.poll(titles).toEqual([second, first, third])
  })

  it('say what is missing before hand-over, with the way to mend it', async () => {
    await expect.poll(() => part(running, 'verdict').getAttribute('data-passed')).toBe('false')
    const missing = part(running, 'check').first()
    expect(await missing.textContent()).toContain('Thời hạn lưu trữ')
    expect(await lookedAt(running)).toEqual([])
    await missing.getByTestId('mend').first().click()
    await part(running, 'dialog-dossier').waitFor()
    await running.page.getByLabel('Thời hạn lưu trữ', { exact: true }).selectOption('01')
    await part(running, 'dossier-save').click()
    await gone('dialog-dossier')
    await expect.poll(() => part(running, 'preflight').textContent()).not.toContain('Thiếu trường bắt buộc: Thời hạn')
  })

  it('are closed, and then take no change until they are opened again', async () => {
    await part(running, 'dossier-close').click()
    await expect.poll(() => part(running, 'screen-dossier').textContent()).toContain('Đã kết thúc')
    expect(await part(running, 'grip').count()).toBe(0)
    expect(await part(running, 'dossier-edit').isDisabled()).toBe(true)
  })

  it('take more without a mouse, and say what they left out', async () => {
    await part(running, 'nav-dossiers').focus()
    await press('Enter')
    await part(running, 'screen-dossiers').waitFor()
    await part(running, 'dossier-filter').focus()
    await running.page.keyboard.type('hoat dong')
    await expect.poll(() => part(running, 'dossier-list').getByRole('option').count()).toBe(1)
    expect(await lookedAt(running)).toEqual([])
    await part(running, 'dossier-new').focus()
    await press('Enter')
    await part(running, 'dossier-title').focus()
    await running.page.keyboard.insertText('Hồ sơ kỳ họp')
    await part(running, 'dossier-year').focus()
    await running.page.keyboard.type('2024')
    await part(running, 'dossier-save').focus()
    await press('Enter')
    await part(running, 'screen-dossier').waitFor()
    await part(running, 'items-add').focus()
    await press('Enter')
    await part(running, 'article-list').focus()
    await press('Control+a')
    await part(running, 'to-dossier').focus()
    await press('Enter')
    await part(running, 'put-dossier').focus()
    await running.page.keyboard.type('ky hop')
    await expect.poll(() => part(running, 'put-dossier-list').textContent()).toContain('Hồ sơ kỳ họp')
    await press('ArrowDown', 'Enter')
    await part(running, 'put-do').focus()
    await press('Enter')
    await part(running, 'put-show').waitFor()
    expect(await part(running, 'dialog-to-dossier').textContent()).toContain('đã kết thúc')
    await part(running, 'put-show').focus()
    await press('Enter')
    await part(running, 'screen-dossier').waitFor()
    await expect.poll(async () => (await titles()).length).toBe(8)
  })
})

describe('transfers', () => {
  it('gather dossiers and show what does not pass', async () => {
    await part(running, 'nav-transfers').click()
    await part(running, 'empty').waitFor()
    await part(running, 'transfer-new').click()
    await part(running, 'transfer-title').fill('Giao nộp năm 2025')
    await part(running, 'transfer-date').fill('15/12/2025')
    await part(running, 'transfer-receiverOrganization').fill('Lưu trữ lịch sử tỉnh')
    expect(await lookedAt(running)).toEqual([])
    await part(running, 'transfer-save').click()
    await part(running, 'screen-transfer').waitFor()
    for (const words of ['hoat dong', 'ky hop']) {
      await part(running, 'transfer-add').fill(words)
      await part(running, 'transfer-add-list').getByRole('option').first().click()
      await expect.poll(() => part(running, 'transfer-dossiers').textContent()).toContain('bài')
    }
    await expect.poll(async () => (await titles()).length).toBe(2)
    await expect.poll(() => part(running, 'verdict').getAttribute('data-passed')).toBe('false')
    await running.page.getByLabel('Hiện cả mục đạt').check()
    await expect.poll(() => part(running, 'check').count()).toBeGreaterThan(10)
    expect(await lookedAt(running)).toEqual([])
  })

  it('lead to what has to be mended', async () => {
    await part(running, 'check').filter({ hasText: 'Hồ sơ kỳ họp' }).getByTestId('mend').first().focus()
    await press('Enter')
    await part(running, 'screen-dossier').waitFor()
    await part(running, 'dialog-dossier').waitFor()
    await press('Escape')
    await gone('dialog-dossier')
    await press('Alt+ArrowLeft')
    await part(running, 'screen-transfer').waitFor()
  })

  it('stand in their list', async () => {
    await part(running, 'nav-transfers').focus()
    await press('Enter')
    await expect.poll(() => part(running, 'transfer-list').textContent()).toContain('Đang chuẩn bị')
    expect(await lookedAt(running)).toEqual([])
  })

  it('are packed although something does not pass, read back and handed over, without a mouse', async () => {
    await part(running, 'transfer-list').focus()
    await press('Enter')
    await part(running, 'transfer-pack').focus()
    await press('Enter')
    await part(running, 'dialog-pack').waitFor()
    expect(await lookedAt(running)).toEqual([])
    await running.answerDialogs([running.folder])
    await part(running, 'pick-target').focus()
    await press('Enter')
    await expect.poll(() => part(running, 'folder').textContent()).toBe(running.folder)
    expect(await part(running, 'pack-start').isDisabled()).toBe(true)
    await running.page.getByLabel('Vẫn đóng gói').focus()
    await press('Space')
    await part(running, 'pack-start').focus()
    await press('Enter')
    await part(running, 'job-read').first().waitFor({ timeout: 60_000 })
    await part(running, 'job-read').first().focus()
    await press('Enter')
    await expect
      .poll(() => part(running, 'dialog-job').getByTestId('verification').getAttribute('data-valid'))
      .toBe('true')
    await part(running, 'job-done').click()
    await part(running, 'package').waitFor()
    expect(await part(running, 'package').textContent()).toMatch(/[0-9a-f]{64}/)
    await part(running, 'transfer-deliver').focus()
    await press('Enter')
    await expect.poll(() => part(running, 'screen-transfer').textContent()).toContain('Đã bàn giao')
    expect(await lookedAt(running)).toEqual([])
  })

  it('reported no error on the way', () => {
    expect(running.errors).toEqual([])
  })
})
