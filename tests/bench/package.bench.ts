import { execFileSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderSource } from '#delivery/bag/source'
import { verifyBag } from '#delivery/bag/verify'
import { BagWriter } from '#delivery/bag/write'
import { Pool } from '#delivery/package/pool'
import { shippedPackageRules } from '#delivery/package/rules'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'
import { tell } from './support/figures'

// A package of KHO_BENCH_PACKAGE_MB megabytes of photos (256; 2,048 for the whole measure) with SHA-256 and SHA-512,
// beside cp and then openssl dgst for both on the same files. Both in turn, three times; the better of each counts.
const megabytes = Number(process.env.KHO_BENCH_PACKAGE_MB ?? 256)
const each = 5
const rounds = 3
const files = nodeFiles()
const digests = nodeDigests()
const signal = new AbortController().signal

const home = mkdtempSync(join(process.env.KHO_BENCH_CORPUS ?? tmpdir(), 'kho-package-'))
try {
  const photos = makePhotos(join(home, 'camera'))
  const spent = { ours: [] as number[], theirs: [] as number[], settling: [] as number[], proving: [] as number[] }
  for (let round = 1; round <= rounds; round++) {
    spent.theirs.push(await timed(async () => peer(join(home, 'camera'), join(home, 'peer'))))
    const bag = await BagWriter.begin({ files, digests, signal }, home, 'ours')
    spent.ours.push(await timed(() => packed(bag, photos)))
    spent.settling.push(await timed(async () => void (await bag.close([]))))
    const source = folderSource(files, digests, bag.folder)
    const proof = { signal, report: () => undefined, atOnce: shippedPackageRules.atOnce }
    spent.proving.push(
      await timed(async () => {
        if (!(await verifyBag(source, proof)).valid) throw new Error('not valid')
      }),
    )
    await bag.drop()
    rmSync(join(home, 'peer'), { recursive: true })
  }
  const speed = (ms: number[]) => (megabytes / Math.min(...ms)) * 1_000
  const beside = { name: 'cp, openssl dgst -sha256 and -sha512 (MB/s)', value: speed(spent.theirs) }
  tell({ name: `package, ${megabytes} MB`, value: speed(spent.ours), unit: 'MB/s', bar: null, peer: beside })
  const ratio = speed(spent.ours) / beside.value
  tell({ name: 'package, against the peer', value: ratio, unit: '×', bar: { least: 0.8 }, peer: beside })
  tell({ name: 'having it on the disk', value: Math.min(...spent.settling), unit: 'ms', bar: null, peer: null })
  tell({ name: 'reading it back', value: speed(spent.proving), unit: 'MB/s', bar: null, peer: null })
} finally {
  rmSync(home, { recursive: true, force: true })
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function packed(bag: BagWriter, photos: string[]): Promise<void> {
  const pool = new Pool(shippedPackageRules.atOnce)
  for (const [at, path] of photos.entries()) {
    await pool.begin(async () => {
      await bag.copy(`data/Ảnh/${at}.jpg`, path)
    })
  }
  await pool.end()
}

function peer(from: string, to: string): void {
  execFileSync('cp', ['-r', from, to])
  const paths = readdirSync(to).map((name) => join(to, name))
  for (const name of ['-sha256', '-sha512']) execFileSync('openssl', ['dgst', name, ...paths], { maxBuffer: 1 << 26 })
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
