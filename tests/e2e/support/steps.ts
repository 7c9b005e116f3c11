import { join } from 'node:path'
import { kho } from '../../../build/lib/cli.mjs'
import type { RunningApp } from './app'

/** The project's own press releases and photos. */
export const sampleFolder = join(import.meta.dirname, '..', '..', '..', 'resources', 'sample')

/** Makes an archive without a window: the sample, filed and tagged. */
export async function makeSampleArchive(folder: string): Promise<string> {
  await kho('init', folder, '--name', 'Kho thử')
  await kho('import', folder, sampleFolder, '--accept')
  return folder
}

/** Waits for a part of the window by its test id. */
export const part = ({ page }: RunningApp, testId: string) => page.getByTestId(testId)

/** Makes a new archive the way a person does, and arrives in it. */
export async function createArchive(running: RunningApp, folder: string): Promise<void> {
  await part(running, 'welcome-new').click()
  await part(running, 'new-name').fill('Kho tin thử')
  await running.answerDialogs([folder])
  await part(running, 'pick-target').click()
  await part(running, 'new-make').click()
  await part(running, 'nav-intake').waitFor()
}
