import { describeElectron, ensureElectron } from './electron.mjs'
import { ensureModules } from './modules.mjs'
import { Stop } from './say.mjs'
import { ensureSystem } from './system.mjs'

/**
 * Everything a window needs: packages, runtime, system libraries.
 * @returns {Promise<{electron: {path: string, version: string}, installed: boolean, runtime: string}>}
 */
export async function setUp() {
  const installed = await ensureModules()
  const electron = await ensureElectron()
  const lacking = await ensureSystem(electron.path)
  if (lacking) throw new Stop(lacking)
  return { electron, installed, runtime: describeElectron(electron) }
}
