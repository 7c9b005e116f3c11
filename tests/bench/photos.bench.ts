import { execFileSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createArchive } from '#archive/open'
import { severalAtOnce } from '#operations/at-once'
import { PHOTOS_AT_ONCE } from '#operations/intake/loose-photos'
import { tell } from './support/figures'
import { benchPlatform } from './support/platform'

// Taking photos in (copy, SHA-256, sync), KHO_BENCH_MB megabytes of them (2,048), beside cp, openssl and sync on
// the same files. Both in turn, twice; the better of each counts.
const megabytes = Number(process.env.KHO_BENCH_MB ?? 2_048)
const each = 8
const identity = { name: 'Kho', agency: '', fonds: '' }

const home = mkdtempSync(join(process.env.KHO_BENCH_CORPUS ?? tmpdir(), 'kho-photos-'))
try {
  const photos = makePhotos(join(home, 'camera'))
  const ours: number[] = []
  const theirs: number[] = []
  for (const round of [1, 2]) {
    theirs.push(speedOf(() => copied(photos, join(home, `peer-${round}`))))
    const archive = await createArchive(join(home, `kho-${round}`), identity, benchPlatform())
    const start = performance.now()
    await severalAtOnce(photos, PHOTOS_AT_ONCE, (path) => takeIn(archive, path))
    ours.push((megabytes / (performance.now() - start)) * 1_000)
    await archive.close()
  }
  const peer = { name: 'cp, openssl dgst -sha256, sync (MB/s)', value: Math.max(...theirs) }
  const value = Math.max(...ours)
  tell({ name: `photos in, ${megabytes} MB`, value, unit: 'MB/s', bar: null, peer })
  tell({ name: 'photos in, against the peer', value: value / peer.value, unit: '×', bar: { least: 0.8 }, peer })
} finally {
  rmSync(home, { recursive: true, force: true })
}

function makePhotos(folder: string): string[] {
  mkdirSync(folder)
  const bytes = Buffer.alloc(each * 2 ** 20)
  return Array.from({ length: Math.ceil(megabytes / each) }, (_, at) => {
    const path = join(folder, `${at}.jpg`)
    const file = openSync(path, 'w')
    randomFillSync(bytes)
    writeSync(file, bytes)
    closeSync(file)
    return path
  })
}

async function takeIn(archive: Awaited<ReturnType<typeof createArchive>>, path: string): Promise<void> {
  const receivedAt = '2024-07-08T09:00:00.000+07:00'
  await archive.originals.addFile(path, { name: 'anh.jpg', mediaType: 'image/jpeg', receivedAt, role: 'photo' })
}

function copied(paths: string[], folder: string): void {
  mkdirSync(folder)
  execFileSync('cp', [...paths, folder])
  execFileSync('openssl', ['dgst', '-sha256', ...paths.map((_, at) => join(folder, `${at}.jpg`))], {
    maxBuffer: 2 ** 26,
  })
  execFileSync('sync')
}

function speedOf(work: () => void): number {
  const start = performance.now()
  work()
  return (megabytes / (performance.now() - start)) * 1_000
}
