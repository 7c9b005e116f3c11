import type { TestProject } from 'vitest/node'
import { ensureBuilt } from '../../../build/lib/built.mjs'
import { openDisplay } from '../../../build/lib/display.mjs'
import { setUp } from '../../../build/lib/setup.mjs'
import { onPath } from '../../../build/lib/system.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The Electron binary to run. */
    electron: string
    /** What to add to the environment so that windows find a screen. */
    display: Record<string, string>
  }
}

/** Once for all windows: runtime, build, and a virtual screen so that nothing pops up while somebody works. */
export default async function globalSetup(project: TestProject): Promise<() => void> {
  const { electron } = await setUp()
  await ensureBuilt()
  const display = await openDisplay({ virtual: onPath('Xvfb') })
  project.provide('electron', electron.path)
  project.provide('display', display.env)
  return display.close
}
