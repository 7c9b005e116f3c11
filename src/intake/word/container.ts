import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { KhoError } from '#core/errors'
import { crc32 } from './crc'

/** One part of a package, read only when asked for. */
export interface Part {
  name: string
  size: number
  /** Inflates while counting and checking; throws file-unpacks-too-large, file-damaged. */
  chunks(): AsyncGenerator<Uint8Array>
}

/** A ZIP package by part name; names are looked up without regard to case and kind of slash. */
export interface Container {
  names: string[]
  part(name: string): Part | null
}

const MOST_ENTRIES = 20_000

/**
 * Opens a ZIP held in memory without inflating anything.
 * @param bytes the whole file
 * @param limits `unpackedBytes` bounds what the parts declare together and what is inflated in the end
 * @throws KhoError file-damaged, file-hostile (impossible sizes, too many entries), file-unpacks-too-large, file-encrypted
 */
export async function openContainer(
  bytes: Uint8Array,
  limits: { unpackedBytes: number },
  file: string,
): Promise<Container> {
  const zip = await open(bytes, file)
  if (zip.entryCount > MOST_ENTRIES) throw new KhoError('file-hostile', { file, cause: `${zip.entryCount} entries` })
  const entries = await listEntries(zip, file)
  guard(entries, { packed: bytes.length, unpacked: limits.unpackedBytes }, file)
  const budget = { left: limits.unpackedBytes }
  const parts = new Map<string, Part>()
  for (const entry of entries) {
    const name = partName(entry)
    if (name.endsWith('/')) continue
    parts.set(name.toLowerCase(), {
      name,
      size: entry.uncompressedSize,
      chunks: () => inflate(zip, entry, budget, file),
    })
  }
  return {
    names: [...parts.values()].map((part) => part.name),
    part: (name) => parts.get(name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()) ?? null,
  }
}

/** All of a part in one piece, for pictures. */
export async function wholePart(part: Part): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of part.chunks()) {
    chunks.push(chunk)
    size += chunk.length
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function open(bytes: Uint8Array, file: string): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) => {
    // Names stay undecoded here: yauzl would refuse a whole file for one name that climbs out,
    // and we never write any of them.
    fromBuffer(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(new KhoError('file-damaged', { file, cause: error }))
      else resolve(zip)
    })
  })
}

function listEntries(zip: ZipFile, file: string): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', (error: Error) => reject(new KhoError('file-damaged', { file, cause: error })))
    zip.readEntry()
  })
}

function guard(entries: Entry[], most: { packed: number; unpacked: number }, file: string): void {
  const outside = entries.some((entry) => entry.compressedSize > most.packed)
  if (outside) throw new KhoError('file-damaged', { file, cause: 'a part larger than the file' })
  const declared = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (declared > most.unpacked) throw new KhoError('file-unpacks-too-large', { file, cause: `${declared} bytes` })
  if (entries.some((entry) => entry.isEncrypted())) throw new KhoError('file-encrypted', { file })
  // Deflate adds five bytes per 16 kB block at worst: more means that the size is a lie.
  const liar = entries.find((entry) => entry.compressedSize > entry.uncompressedSize * 1.01 + 1024)
  if (liar)
    throw new KhoError('file-hostile', { file, cause: `${partName(liar)}: ${liar.compressedSize} packed bytes` })
}

function partName(entry: Entry): string {
  return new TextDecoder().decode(entry.fileNameRaw).replaceAll('\\', '/').replace(/^\/+/, '')
}

async function* inflate(
  zip: ZipFile,
  entry: Entry,
  budget: { left: number },
  file: string,
): AsyncGenerator<Uint8Array> {
  let sum = 0
  try {
    const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
    })
    for await (const chunk of stream) {
      budget.left -= chunk.length
      if (budget.left < 0) throw new KhoError('file-unpacks-too-large', { file })
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    if (error instanceof KhoError) throw error
    throw new KhoError('file-damaged', { file, cause: error })
  }
  if (sum !== entry.crc32) throw new KhoError('file-damaged', { file, cause: `${partName(entry)}: checksum differs` })
}
