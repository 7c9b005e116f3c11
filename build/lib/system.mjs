import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'
import { say } from './say.mjs'

/** Debian's packages for a window; those that were renamed stand with their new name first. */
const packages = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['fonts-noto-core'],
  ['fonts-liberation2', 'fonts-liberation'],
]
const displayPackages = [['xvfb'], ['xauth']]

/** Whether a program stands on the path. */
export const onPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, name)))

/** Whether a window can be shown to somebody. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

const isRoot = () => process.getuid?.() === 0

const isDebian = () => /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readOsRelease()) && onPath('apt-get')

function readOsRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}

/** Libraries the runtime asks for and the system has not. */
async function missingLibraries(electronPath) {
  const { code, out } = await run('ldd', [electronPath], { stdio: 'capture' })
  if (code !== 0) return []
  return [...out.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
}

/** Of two names for one package, the one this release carries. */
async function existing(names) {
  for (const name of names) {
    const { code, out } = await run('apt-cache', ['show', '--no-all-versions', name], { stdio: 'capture' })
    if (code === 0 && /^Package: /m.test(out)) return name
  }
  return names.at(-1)
}

/**
 * Installs what a window needs from the system, where that is ours to do.
 * @returns {Promise<string | null>} null when all is there; else a sentence with the one command to run
 */
export async function ensureSystem(electronPath) {
  if (process.platform !== 'linux') return null
  const libraries = await missingLibraries(electronPath)
  const noScreen = !hasDisplay() && !onPath('Xvfb')
  if (libraries.length === 0 && !noScreen) return null
  const what = [...libraries, ...(noScreen ? ['Xvfb'] : [])].join(', ')
  const groups = [...(noScreen ? displayPackages : []), ...packages]
  if (!isDebian()) return `The system lacks ${what}; install them with your system's package manager.`
  if (!isRoot()) {
    const names = await Promise.all(groups.map(existing))
    return `The system lacks ${what}. Run: sudo apt-get install --no-install-recommends ${names.join(' ')}`
  }
  return await installPackages(groups, what)
}

async function installPackages(groups, what) {
  say(`Installing system packages for ${what} (apt-get) …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update', '-qq'], { env, stdio: 'capture' })
  const names = await Promise.all(groups.map(existing))
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...names]
  const { code, out } = await run('apt-get', install, { env, stdio: 'capture' })
  if (code === 0) return null
  return `${update.out}${out}`
    .trim()
    .concat(`\nThe system packages could not be installed: apt-get ${install.join(' ')}`)
}
