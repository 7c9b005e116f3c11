import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { kho } from '../../build/lib/cli.mjs'
import { launchApp, type RunningApp } from './support/app'
import { part, sampleFolder } from './support/steps'

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kho-closing-'))
  await kho('init', folder, '--name', 'Kho thử')
  await kho('import', folder, join(sampleFolder, 'Khai mạc Kỳ họp thứ 18 HĐND tỉnh.docx'))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function review(running: RunningApp): Promise<void> {
  await part(running, 'nav-intake').click()
  await part(running, 'draft').first().click()
  await part(running, 'screen-review').waitFor()
}

it('keeps the last words typed before the window is closed', async () => {
  const running = await launchApp({ archive: folder })
  await review(running)
  await part(running, 'notes').click()
  await running.page.keyboard.type('Chữ cuối cùng')
  const gone = running.app.waitForEvent('close')
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await gone

  const again = await launchApp({ archive: folder })
  await review(again)
  expect(await part(again, 'notes').inputValue()).toBe('Chữ cuối cùng')
  await again.close()
})
