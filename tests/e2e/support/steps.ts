import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { RunningApp } from './app'

/** The project's own press releases and photos. */
export const sampleFolder = join(import.meta.dirname, '..', '..', '..', 'resources', 'sample')

/** A copy of the sample archive, filed and tagged, for one test to work on. */
export async function makeSampleArchive(folder: string): Promise<string> {
  cpSync(inject('sampleArchive'), folder, { recursive: true })
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
