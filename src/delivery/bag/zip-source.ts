import { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl'
import { joinedBytes } from '#core/bytes'
import { KhoError } from '#core/errors'
import type { Digests, Files } from '#platform/ports'
import { largestTag, type PackageSource, type SourceEntry } from './source'

const pieceBytes = 1 << 20
const mostEntries = 2_000_000
// What is honestly packed grows less than this; what grows more is made to fill a disk.
const largestGrowth = 200
const alwaysAllowed = 1 << 30
const linkMode = 0o120000
const fileType = 0o170000

/**
 * A package in a zip, read where it lies: nothing is unpacked. A single folder around it is part of its name only.
 * @throws KhoError file-damaged, file-unpacks-too-large, file-hostile, file-encrypted, or what the disk answers
 */
export async function zipSource(files: Files, digests: Digests, path: string): Promise<PackageSource> {
  const size = (await files.stat(path))?.size ?? 0
  const zip = await opened(new FileReader(files, path), size, path)
  const entries = await listed(zip, size, path)
  const prefix = prefixOf([...entries.keys()])
  const inside = new Map(
    [...entries].map(([name, entry]) => [name.startsWith(prefix) ? name.slice(prefix.length) : `../${name}`, entry]),
  )
  const piecesOf = (name: string) => {
    const entry = inside.get(name)
    if (!entry) throw new KhoError('file-missing', { file: `${path}: ${name}` })
    return pieces(zip, entry, path)
  }
  return {
    entries: async () => [...inside].map(([name, entry]): SourceEntry => ({ path: name, kind: kindOf(entry) })),
    async read(name) {
      const parts: Uint8Array[] = []
      let read = 0
      for await (const part of piecesOf(name)) {
        parts.push(part)
        read += part.length
        if (read > largestTag) throw new KhoError('file-unpacks-too-large', { file: `${path}: ${name}` })
      }
      return joinedBytes(parts)
    },
    digest: (name, names, signal) => digests.ofPieces(piecesOf(name), names, signal),
    close: async () => zip.close(),
  }
}

/** The folder that holds the package inside the zip, with `/` at its end; empty where it lies at the top. */
function prefixOf(names: string[]): string {
  const marks = names.filter((name) => /(^|\/)(bagit\.txt|METS\.xml)$/.test(name))
  const [first] = marks.sort((a, b) => a.split('/').length - b.split('/').length)
  return first === undefined ? '' : first.slice(0, first.lastIndexOf('/') + 1)
}

const kindOf = ({ externalFileAttributes, versionMadeBy }: Entry): SourceEntry['kind'] => {
  const mode = versionMadeBy >> 8 === 3 ? (externalFileAttributes >>> 16) & fileType : 0
  return mode === linkMode ? 'link' : 'file'
}

/** Reads pieces of the file for yauzl, which asks for ranges. */
class FileReader extends RandomAccessReader {
  constructor(
    private readonly files: Files,
    private readonly path: string,
  ) {
    super()
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { files, path } = this
    return Readable.from(
      (async function* () {
        for (let at = start; at < end; at += pieceBytes) {
          yield Buffer.from(await files.readPart(path, at, Math.min(pieceBytes, end - at)))
        }
      })(),
      { objectMode: false },
    )
  }
}

function opened(reader: RandomAccessReader, size: number, file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Names stay undecoded: yauzl would refuse the whole package for one that climbs out, and we are to name it.
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false }
    fromRandomAccessReader(reader, size, options, (error, zip) => {
      if (error) reject(new KhoError('file-damaged', { file, cause: error }))
      else resolve(zip)
    })
  })
}

function listed(zip: ZipFile, packed: number, file: string): Promise<Map<string, Entry>> {
  if (zip.entryCount > mostEntries) throw new KhoError('file-hostile', { file, cause: `${zip.entryCount} entries` })
  return new Promise((resolve, reject) => {
    const found = new Map<string, Entry>()
    let unpacked = 0
    const fail = (
      code: 'file-damaged' | 'file-hostile' | 'file-unpacks-too-large' | 'file-encrypted',
      cause: unknown,
    ) => reject(new KhoError(code, { file, cause }))
    zip.on('error', (error: unknown) => fail('file-damaged', error))
    zip.on('end', () => resolve(found))
    zip.on('entry', (entry: Entry) => {
      const name = nameOf(entry)
      unpacked += entry.uncompressedSize
      if (entry.isEncrypted()) return fail('file-encrypted', name)
      if (found.has(name)) return fail('file-hostile', `${name} twice`)
      if (unpacked > alwaysAllowed && unpacked > packed * largestGrowth) return fail('file-unpacks-too-large', name)
      if (!name.endsWith('/')) found.set(name, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

/** UTF-8, as packages have it whether or not the zip says so; what is none is read letter by letter, and not found. */
function nameOf(entry: Entry): string {
  const bytes = entry.fileName as unknown as Uint8Array
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('latin1').decode(bytes)
  }
}

async function* pieces(zip: ZipFile, entry: Entry, file: string): AsyncGenerator<Uint8Array> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, made) => {
      if (error) reject(new KhoError('file-damaged', { file, cause: error }))
      else resolve(made)
    })
  })
  try {
    for await (const piece of stream) yield piece as Uint8Array
  } catch (thrown) {
    throw thrown instanceof KhoError ? thrown : new KhoError('file-damaged', { file, cause: thrown })
  }
}
