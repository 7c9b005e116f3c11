import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { readJson, writeJson } from './json.mjs'
import { inRoot, outDir, root } from './paths.mjs'
import { runNode } from './run.mjs'
import { Stop, say } from './say.mjs'
import { filesBelow } from './tree.mjs'

const note = inRoot('out', '.built.json')
const lock = inRoot('node_modules', '.kho-build.lock')
const products = [
  'main/index.js',
  'main/engine.js',
  'main/reader.js',
  'main/cli.js',
  'preload/index.cjs',
  'renderer/index.html',
]

/** A short mark of all sources by path, size and time: also notices a file that went away. */
function markOfSources() {
  const files = [
    ...filesBelow(root, 'src'),
    ...filesBelow(root, 'resources', /\.json$/).filter((file) => !file.startsWith('resources/sample/')),
    ...['electron.vite.config.ts', 'build/lib/face-model.mjs', 'build/lib/first-faces.mjs'],
    ...['package.json', 'package-lock.json'],
  ]
  const hash = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(inRoot(file), { throwIfNoEntry: false }) ?? {}
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

const isFresh = (mark) =>
  readJson(note)?.mark === mark && products.every((product) => existsSync(`${outDir}/${product}`))

/**
 * Builds out/ where the sources changed since the last time. Two at once wait for each other.
 * @returns {Promise<boolean>} whether it had to build
 */
export async function ensureBuilt() {
  if (isFresh(markOfSources())) return false
  const release = await takeLock()
  try {
    const mark = markOfSources()
    if (isFresh(mark)) return false
    await build(mark)
    return true
  } finally {
    release()
  }
}

/** Builds aside and moves in place when whole: a failed build leaves the last one as it was. */
async function build(mark) {
  say('Building …')
  const aside = `${outDir}.${process.pid}`
  const bin = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  try {
    const env = { ...process.env, KHO_OUT: aside }
    const { code, out } = await runNode(bin, ['build', '--logLevel', 'warn'], { env, stdio: 'capture' })
    if (code !== 0) throw new Stop(`${out.replace(/^ +at .*\n/gm, '').trim()}\nThe build failed.`)
    writeJson(`${aside}/.built.json`, { mark })
    rmSync(outDir, { recursive: true, force: true, maxRetries: 5 })
    renameSync(aside, outDir)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

async function takeLock() {
  const owner = `${lock}/pid`
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(owner, String(process.pid))
      return () => rmSync(lock, { recursive: true, force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const pid = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : 0
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      // Whoever held it ended without letting go.
      if (pid ? !isAlive(pid) : age > 5000) rmSync(lock, { recursive: true, force: true })
      else await wait(200)
    }
  }
}
