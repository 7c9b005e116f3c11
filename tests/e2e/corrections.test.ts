import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kho } from '../../build/lib/cli.mjs'
import { cellOf, edited } from '../unit/operations/corrections/editing'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { makeSampleArchive, part } from './support/steps'

let running: RunningApp
let corrected: string

beforeAll(async () => {
  running = await launchApp({
    archive: async (folder) => {
      const archive = await makeSampleArchive(join(folder, 'kho'))
      await kho('export', 'excel', archive, join(folder, 'xuất'))
      // One side moves on after the export.
      await kho('tag', archive, '3', '--topic', 'giao thông')
      corrected = await edited(join(folder, 'xuất', 'Kho thử.xlsx'), (book) => {
        const articles = book.worksheets[0]!
        const cell = (column: string, serial: string) => cellOf(articles, column, 'Số lưu', serial)
        cell('Tiêu đề', '00001').value = 'Tiêu đề đã sửa'
        cell('Ghi chú', '00001').value = 'Phòng Lưu trữ đã xem'
        cell('Ngày đăng', '00002').value = '31/02/2024'
        cell('Chủ đề', '00003').value = 'cầu đường'
        articles.addRow(['', '', 'Tin gõ thêm', 'Tin'])
      })
      return archive
    },
  })
})
afterAll(() => running.close())

describe('a corrected catalogue in the window', () => {
  it('is shown record by record, ticked where nothing stands against it', async () => {
    await part(running, 'nav-corrections').click()
    await running.answerDialogs([corrected])
    await part(running, 'corrections-pick').click()
    await part(running, 'corrected-record').first().waitFor()
    expect(await part(running, 'corrected-record').count()).toBe(3)
    expect(await part(running, 'corrected-problem').allTextContents()).toEqual([expect.stringContaining('31/02/2024')])
    const conflict = part(running, 'corrected-cell').filter({ hasText: 'giao thông' })
    expect(await conflict.textContent()).toContain('cầu đường')
    expect(await conflict.getByRole('checkbox').isChecked()).toBe(false)
    expect(await part(running, 'corrections-notes').textContent()).toContain('(1)')
    expect(await part(running, 'corrections-accept').textContent()).toContain('2')
    expect(await accessibilityFaults(running.page)).toEqual([])
  })

  it('takes over what is ticked as one change, and takes it back', async () => {
    await part(running, 'corrected-cell').filter({ hasText: 'cầu đường' }).getByRole('checkbox').check()
    await part(running, 'corrections-accept').click()
    // Read again: only what could not be taken is left.
    await expect.poll(() => part(running, 'corrected-record').count()).toBe(1)
    await part(running, 'nav-archive').click()
    await running.page.getByText('Tiêu đề đã sửa').waitFor()
    await running.page.getByRole('button', { name: 'Hoàn tác' }).first().click()
    await expect.poll(() => running.page.getByText('Tiêu đề đã sửa').count()).toBe(0)
    expect(running.errors).toEqual([])
  })

  it('exports the list on screen with the columns ticked', async () => {
    await part(running, 'nav-person').click()
    await part(running, 'list-export').click()
    await running.answerDialogs([join(running.folder, 'danh sách')])
    await part(running, 'pick-target').click()
    await part(running, 'list-export-start').click()
    await running.page
      .getByText(/Đã xuất|1 tệp/)
      .first()
      .waitFor()
    expect(running.errors).toEqual([])
  })
})
