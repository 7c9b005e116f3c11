// `npm run package`: the app as a folder of `dist/` that needs neither Node nor npm, for this system.
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { createPackageWithOptions } from '@electron/asar'
import { flipFuses } from '@electron/fuses'
import { ensureBuilt } from './lib/built.mjs'
import { fuses } from './lib/fuses.mjs'
import { readJson } from './lib/json.mjs'
import { inRoot, root } from './lib/paths.mjs'
import { npm } from './lib/run.mjs'
import { runMain, Stop, say } from './lib/say.mjs'
import { setUp } from './lib/setup.mjs'

const names = { linux: 'kho-tin', win32: 'Kho Tin.exe' }

/** What is read by other programs, by threads or by the system itself lies beside the archive of the app, not in it. */
const unpacked = {
  unpack: '**/*.{node,wasm}',
  unpackDir: '{out/main,node_modules/exiftool-vendored*,node_modules/@img}',
}

/** The packages that run, and nothing that only builds. */
async function packagesThatRun() {
  const { out } = await npm(['ls', '--omit=dev', '--all', '--parseable'], { stdio: 'capture' })
  const paths = out
    .split('\n')
    .map((line) => relative(root, line.trim()))
    .filter((path) => path.startsWith('node_modules') && existsSync(inRoot(path)))
  if (paths.length === 0) throw new Stop('npm did not say which packages the app runs with.')
  // A package inside another comes along with it.
  return paths.filter((path) => path.lastIndexOf('node_modules') === 0)
}

async function layOut(tree) {
  mkdirSync(tree)
  const { name, productName, version, main, type, dependencies } = readJson(inRoot('package.json'))
  writeFileSync(join(tree, 'package.json'), JSON.stringify({ name, productName, version, main, type, dependencies }))
  for (const folder of ['out', 'resources']) cpSync(inRoot(folder), join(tree, folder), { recursive: true })
  for (const path of await packagesThatRun()) cpSync(inRoot(path), join(tree, path), { recursive: true })
}

/** Electron without any application, under our name. */
function copyElectron(electron, target, name) {
  cpSync(dirname(electron), target, { recursive: true, verbatimSymlinks: true })
  for (const other of ['app', 'default_app.asar'])
    rmSync(join(target, 'resources', other), { recursive: true, force: true })
  renameSync(join(target, basename(electron)), join(target, name))
}

await runMain(async () => {
  const name = names[process.platform]
  if (!name) throw new Stop('A folder can be made on Windows and Linux.')
  const { electron, runtime } = await setUp()
  await ensureBuilt()
  say(`Packing Kho Tin with ${runtime} …`)
  mkdirSync(inRoot('dist'), { recursive: true })
  const aside = mkdtempSync(inRoot('dist', '.packing-'))
  const target = inRoot('dist', `kho-tin-${process.platform}-${process.arch}`)
  try {
    const app = join(aside, 'app')
    copyElectron(electron.path, app, name)
    await layOut(join(aside, 'tree'))
    await createPackageWithOptions(join(aside, 'tree'), join(app, 'resources', 'app.asar'), unpacked)
    await flipFuses(join(app, name), fuses)
    rmSync(target, { recursive: true, force: true })
    renameSync(app, target)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  console.log(join(target, name))
})
