import { spawn } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import sharp from 'sharp'
import { ensureBuilt } from '../../build/lib/built.mjs'
import { kho } from '../../build/lib/cli.mjs'
import { openDisplay } from '../../build/lib/display.mjs'
import { setUp } from '../../build/lib/setup.mjs'
import { onPath } from '../../build/lib/system.mjs'
import { appArgs } from '../../build/lib/window.mjs'
import { draw, scenes } from '../../build/sample/pictures.mjs'
import { tell } from './support/figures'

// Both previews of KHO_BENCH_PICTURES photos (48) of 24 million pixels, made by the app's own background job, with the
// window open; beside `vipsthumbnail` (libvips-tools), two at once, which makes the same two sizes of the same files.
// Both in turn, twice; the better of each counts.
const count = Number(process.env.KHO_BENCH_PICTURES ?? 48)
const kinds = 8
const rounds = 2
const [width, height] = [6_000, 4_000]

const { electron } = await setUp()
await ensureBuilt()
const display = await openDisplay({ virtual: onPath('Xvfb') })
const home = mkdtempSync(join(process.env.KHO_BENCH_CORPUS ?? tmpdir(), 'kho-thumbnails-'))
try {
  const camera = join(home, 'camera')
  await photosOf(camera)
  const archive = join(home, 'kho')
  await kho('init', archive, '--name', 'Kho thử')
  await kho('import', archive, camera)
  const ours: number[] = []
  const theirs: number[] = []
  let memory = 0
  for (let round = 0; round < rounds; round++) {
    if (onPath('vipsthumbnail')) theirs.push(await byVips(camera, join(home, `vips-${round}`)))
    rmSync(join(archive, 'index', 'thumbnails'), { recursive: true, force: true })
    const { perSecond, readerBytes } = await byTheApp(archive)
    ours.push(perSecond)
    memory = Math.max(memory, readerBytes)
  }
  const value = Math.max(...ours)
  const peer = theirs.length > 0 ? { name: 'vipsthumbnail, two at once', value: Math.max(...theirs) } : null
  tell({ name: 'previews of 24-megapixel photos, both sizes', value, unit: 'photos/s', bar: null, peer })
  if (peer) tell({ name: 'previews, against the peer', value: value / peer.value, unit: '×', bar: { least: 1 }, peer })
  else console.log('  vipsthumbnail is not installed: nothing to compare with')
  tell({ name: 'memory of one reader at the end', value: memory / 2 ** 20, unit: 'MB', bar: { most: 300 }, peer: null })
} finally {
  display.close()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
}

/** Scenes with what a camera adds at every scale: grain, texture, light that changes over the picture. */
async function photosOf(folder: string): Promise<void> {
  mkdirSync(folder)
  const names = Object.keys(scenes)
  for (let kind = 0; kind < kinds; kind++) {
    const base = await sharp(await draw(names[kind % names.length]!))
      .resize(width, height, { fit: 'fill' })
      .toBuffer()
    const texture = await Promise.all([noise(64, 0.35), noise(16, 0.3), noise(4, 0.25), noise(2, 0.15), noise(1, 0.08)])
    const layers = texture.map((input) => ({ input, blend: 'overlay' as const }))
    const photo = await sharp(base).composite(layers).jpeg({ quality: 90 }).toBuffer()
    for (let nth = kind; nth < count; nth += kinds) {
      // Bytes after the picture make it a file of its own.
      writeFileSync(join(folder, `IMG_${1_000 + nth}.jpg`), Buffer.concat([photo, randomFillSync(Buffer.alloc(16))]))
    }
  }
}

async function noise(coarse: number, strength: number): Promise<Buffer> {
  const [across, down] = [Math.ceil(width / coarse), Math.ceil(height / coarse)]
  const bytes = randomFillSync(Buffer.alloc(across * down * 3))
  for (let at = 0; at < bytes.length; at++) bytes[at] = 128 + (bytes[at]! - 128) * strength
  return sharp(bytes, { raw: { width: across, height: down, channels: 3 } })
    .resize(width, height, { fit: 'fill' })
    .png({ compressionLevel: 0 })
    .toBuffer()
}

async function byTheApp(archive: string): Promise<{ perSecond: number; readerBytes: number }> {
  const args = appArgs(`--user-data-dir=${mkdtempSync(join(home, 'user-'))}`, archive)
  const env = { ...(process.env as Record<string, string>), ...display.env }
  const app = await _electron.launch({ executablePath: electron.path, args, env })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('nav-archive').waitFor({ timeout: 60_000 })
    await page.waitForTimeout(2_000)
    const start = performance.now()
    const made = await makeAll(page)
    const seconds = (performance.now() - start) / 1_000
    if (made !== count) throw new Error(`${made} previews were made of ${count} photos`)
    return { perSecond: count / seconds, readerBytes: await largestReader(app) }
  } finally {
    await app.close()
  }
}

interface Heard {
  type: string
  job?: { kind: string; outcome: { state: string; result?: { made: number } } | null }
}

/** Runs the job as the window does. @returns how many photos it made previews of */
function makeAll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { kho } = window as unknown as {
      kho: { onMessage(hear: (message: Heard) => void): () => void; toEngine(message: object): void }
    }
    return new Promise<number>((settle) => {
      kho.onMessage(({ type, job }) => {
        if (type === 'job' && job?.kind === 'photo.previews' && job.outcome) settle(job.outcome.result?.made ?? 0)
      })
      kho.toEngine({ id: 1_000_001, operation: 'photo.previews', input: { all: true } })
    })
  })
}

function largestReader(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ app: electron }) => {
    const readers = electron.getAppMetrics().filter(({ name }) => name === 'Kho Tin reader')
    return Math.max(0, ...readers.map(({ memory }) => memory.workingSetSize * 1024))
  })
}

/** The larger from the photo, the smaller from the larger, as our own do. */
async function byVips(camera: string, folder: string): Promise<number> {
  const names = readdirSync(camera).sort()
  const halves = [0, 1].map((half) => names.filter((_, nth) => nth % 2 === half))
  const start = performance.now()
  await Promise.all(
    halves.map(async (half, nth) => {
      const own = join(folder, `${nth}`)
      mkdirSync(own, { recursive: true })
      const photos = half.map((name) => join(camera, name))
      await vips(['--size', '1600x1600', '-o', join(own, '%s-1600.jpg[Q=82]'), ...photos])
      const larger = half.map((name) => join(own, name.replace('.jpg', '-1600.jpg')))
      await vips(['--size', '320x320', '-o', join(own, '%s-320.jpg[Q=82]'), ...larger])
    }),
  )
  return count / ((performance.now() - start) / 1_000)
}

function vips(args: string[]): Promise<void> {
  return new Promise((settle, fail) => {
    const child = spawn('vipsthumbnail', args, { stdio: 'ignore' })
    child.on('exit', (code) => (code === 0 ? settle() : fail(new Error(`vipsthumbnail ended with ${code}`))))
  })
}
