import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureBuilt } from '../../../build/lib/built.mjs'
import { kho } from '../../../build/lib/cli.mjs'
import { openDisplay } from '../../../build/lib/display.mjs'
import { inRoot } from '../../../build/lib/paths.mjs'
import { setUp } from '../../../build/lib/setup.mjs'
import { onPath } from '../../../build/lib/system.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The Electron binary to run. */
    electron: string
    /** What to add to the environment so that windows find a screen: one for each worker. */
    displays: Record<string, string>[]
    /** An archive with the sample material filed and tagged; tests work on copies. */
    sampleArchive: string
  }
}

/** Once for all windows: runtime, build, sample, and virtual screens so that nothing pops up while somebody works. */
export default async function globalSetup(project: TestProject): Promise<() => void> {
  const { electron } = await setUp()
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'kho-e2e-sample-'))
  const sampleArchive = join(folder, 'kho')
  await kho('init', sampleArchive, '--name', 'Kho thử')
  await kho('import', sampleArchive, inRoot('resources', 'sample'), '--accept')
  // One screen has one focus and one clipboard: windows side by side would take them from each other.
  const displays = await Promise.all(
    Array.from({ length: project.vitest.config.maxWorkers }, () => openDisplay({ virtual: onPath('Xvfb') })),
  )
  project.provide('electron', electron.path)
  project.provide(
    'displays',
    displays.map(({ env }) => env),
  )
  project.provide('sampleArchive', sampleArchive)
  return () => {
    for (const display of displays) display.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
