import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExifReader from 'exifreader'
import { ExifTool } from 'exiftool-vendored'
import sharp from 'sharp'
import { mapPicture } from '#core/pictures/mapping'
import { readInside } from '#intake/photos/inside/inside'
import {
  alternatives,
  exifBlock,
  exifSegment,
  iim,
  iptcSegment,
  list,
  mwgRegions,
  utf8,
  withSegments,
  xmpPacket,
  xmpSegment,
} from '#tests/fixtures/make/photo-words'
import { shippedRules } from '#tests/support/photos'
import { tell } from './support/figures'

// Words read out of photos of a camera's size (KHO_BENCH_PHOTOS of them, 60), beside exiftool kept running and
// ExifReader over the whole file, on the same files in turn. All lie in the system's cache: what is compared is reading.
const count = Number(process.env.KHO_BENCH_PHOTOS ?? 60)
const rounds = 3

const home = mkdtempSync(join(process.env.KHO_BENCH_CORPUS ?? tmpdir(), 'kho-metadata-'))
const exiftool = new ExifTool({ maxProcs: 1 })
try {
  const paths = await makePhotos(join(home, 'photos'))
  await exiftool.version()
  for (const path of paths) await readFile(path)
  const ours: number[] = []
  const theirs: number[] = []
  const library: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await rateOf(paths, readOurs))
    library.push(await rateOf(paths, async (path) => ExifReader.load(await readFile(path), { expanded: true })))
    theirs.push(await rateOf(paths.slice(0, 40), (path) => exiftool.read(path, ['-fast', '-G1', '-struct'])))
  }
  const peer = { name: 'exiftool -stay_open (reads/s)', value: Math.max(...theirs) }
  const value = Math.max(...ours)
  tell({ name: `photo metadata, ${paths.length} JPEGs of a camera`, value, unit: 'reads/s', bar: null, peer })
  tell({ name: 'photo metadata, against exiftool', value: value / peer.value, unit: '×', bar: { least: 10 }, peer })
  const other = { name: 'ExifReader, whole file (reads/s)', value: Math.max(...library) }
  tell({
    name: 'photo metadata, against ExifReader',
    value: value / other.value,
    unit: '×',
    bar: { least: 1 },
    peer: other,
  })
} finally {
  await exiftool.end()
  rmSync(home, { recursive: true, force: true })
}

/** What the reader does but for measuring the picture: find, decode, map. */
async function readOurs(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const read = async (at: number, length: number) => {
      const buffer = new Uint8Array(Math.max(0, Math.min(length, size - at)))
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
      return buffer.subarray(0, bytesRead)
    }
    const { words, named } = await readInside({ size, read }, 'image/jpeg', { width: 6000, height: 4000 })
    if (mapPicture({ words, named }, shippedRules).caption === '') throw new Error(`nothing read in ${path}`)
  } finally {
    await file.close()
  }
}

async function rateOf(paths: string[], read: (path: string) => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (const path of paths) await read(path)
  return (paths.length / (performance.now() - start)) * 1_000
}

/** Photos of 24 million pixels with words in every standard, each told from the others. */
async function makePhotos(folder: string): Promise<string[]> {
  mkdirSync(folder)
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 }
  const blank = sharp({ create: { width: 6000, height: 4000, channels: 3, background: '#888888', noise } })
  const plain = new Uint8Array(await blank.jpeg({ quality: 80 }).toBuffer())
  for (let nth = 0; nth < count; nth += 1) {
    const caption = `Đại biểu HĐND tỉnh tiếp xúc cử tri xã Nà Mây, ảnh ${nth}`
    const faces = mwgRegions([{ name: 'Lường Thị Ngần', at: [0.3, 0.4, 0.2, 0.3] }], [6000, 4000])
    const words = [
      exifSegment(
        exifBlock({
          main: [
            { id: 270, type: 2, value: caption },
            { id: 271, type: 2, value: 'NIKON CORPORATION' },
            { id: 272, type: 2, value: 'NIKON D780' },
          ],
          photo: [{ id: 36867, type: 2, value: '2025:03:12 08:31:05' }],
        }),
      ),
      xmpSegment(
        xmpPacket(
          alternatives('dc:description', { 'x-default': caption }) + list('dc:creator', ['Mùa A Dế'], 'Seq') + faces,
        ),
      ),
      iptcSegment(
        iim(
          [
            [120, utf8(caption)],
            [80, utf8('Mùa A Dế')],
          ],
          { marked: true },
        ),
      ),
    ] as const
    writeFileSync(join(folder, `${nth}.jpg`), withSegments(plain, ...words))
  }
  return readdirSync(folder).map((name) => join(folder, name))
}
