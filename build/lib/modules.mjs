import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readJson, writeJson } from './json.mjs'
import { inRoot } from './paths.mjs'
import { npm } from './run.mjs'
import { Stop, say } from './say.mjs'

const lockfile = inRoot('package-lock.json')
const stampFile = inRoot('node_modules', '.kho-setup.json')
/** What npm itself notes about the tree it made, after every install. */
const installed = inRoot('node_modules', '.package-lock.json')

/** Refuses a Node that the packages do not run on. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Stop(
    `Kho Tin needs Node 20.19 or newer; this is ${version}. Install a newer one and run the command again.`,
  )
}

const lockHash = () => createHash('sha256').update(readFileSync(lockfile)).digest('hex')

/** Whether what npm noted holds every package of the lockfile in its version, those for other systems apart. */
export function sameTree(wanted, present) {
  if (!wanted?.packages || !present?.packages) return false
  const skippable = (entry) => entry.optional || entry.os || entry.cpu
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '' || entry.link) return true
    const found = present.packages[path]
    return found ? found.version === entry.version : Boolean(skippable(entry))
  })
}

/**
 * Makes node_modules hold what package-lock.json says. Instant where it already does.
 * @returns {Promise<boolean>} whether anything had to be installed
 */
export async function ensureModules() {
  requireNode()
  const hash = lockHash()
  const stamp = readJson(stampFile)
  if (stamp?.lock === hash && existsSync(installed)) return false
  // Somebody ran `npm install` by hand: the tree is right, only our note is old.
  const already = sameTree(readJson(lockfile), readJson(installed))
  if (!already) {
    say('Installing packages (npm ci) …')
    const { code, out } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'capture' })
    if (code !== 0) {
      throw new Stop(
        `${out.trim()}\nThe packages could not be installed. Check the network, then run the command again.`,
      )
    }
  }
  writeJson(stampFile, { lock: hash, node: process.versions.node })
  return !already
}
