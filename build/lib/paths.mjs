import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** A path inside the project. */
export const inRoot = (...parts) => join(root, ...parts)

/** Where what was built last, and from which sources, is noted. */
export const outDir = inRoot('out')

/**
 * The folder kept per user between checkouts: the runtime, remembered download failures.
 * `KHO_CACHE` moves it, for machines where the home folder is small or shared.
 */
export function cacheDir(env = process.env, platform = process.platform) {
  if (env.KHO_CACHE) return resolve(env.KHO_CACHE)
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'kho-tin', 'Cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'kho-tin')
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'kho-tin')
}
