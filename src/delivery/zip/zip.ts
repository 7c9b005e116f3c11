import type { AsideFile } from '../aside'
import { joinedBytes } from '../bytes'
import { crc32 } from './crc32'

interface Entry {
  name: Uint8Array
  method: 0 | 8
  flags: number
  crc: number
  packed: number
  size: number
  offset: number
}

const encoder = new TextEncoder()
const utf8Names = 0x0800
const sizesFollow = 0x0008
const stored = 0
const deflated = 8
// 1 January 1980, 00:00: the first moment a zip can state, the same for every entry and in every time zone.
const dosTime = 0
const dosDate = 0x21
const limit = 0xffffffff

/**
 * Writes a zip (APPNOTE 6.3, without zip64) part by part: one entry in memory at a time, the same bytes
 * for the same entries. Sizes stand in the local headers of everything that is stored, because readers
 * that go through a zip from the front refuse stored entries without them.
 */
export class ZipWriter {
  private readonly entries: Entry[] = []

  constructor(private readonly file: AsideFile) {}

  /** Puts a picture or another packed file in as it is. */
  async store(name: string, bytes: Uint8Array): Promise<void> {
    await this.put(name, stored, bytes, bytes)
  }

  /** Puts a text or other bytes in, deflated. */
  async deflate(name: string, data: string | Uint8Array): Promise<void> {
    const bytes = typeof data === 'string' ? encoder.encode(data) : data
    const parts: Uint8Array[] = []
    for await (const part of deflateRaw([bytes])) parts.push(part)
    await this.put(name, deflated, bytes, joinedBytes(parts))
  }

  /** The same for something too long to hold in memory. */
  async deflateParts(name: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
    const entry = this.begin(name, deflated, utf8Names | sizesFollow)
    await this.file.write(localHeader(entry))
    const watched = async function* () {
      for await (const part of parts) {
        entry.crc = crc32(part, entry.crc)
        entry.size += part.length
        yield part
      }
    }
    for await (const part of deflateRaw(watched())) {
      entry.packed += part.length
      await this.file.write(part)
    }
    await this.file.write(record(['4', 0x08074b50], ['4', entry.crc], ['4', entry.packed], ['4', entry.size]))
  }

  /** Closes the zip: nothing can be added afterwards. */
  async end(): Promise<void> {
    const start = this.file.size
    for (const entry of this.entries) await this.file.write(centralHeader(entry))
    const size = this.file.size - start
    if (this.file.size > limit || this.entries.length >= 0xffff)
      throw new RangeError('zip larger than its format allows')
    const count = this.entries.length
    await this.file.write(
      record(['4', 0x06054b50], ['2', 0], ['2', 0], ['2', count], ['2', count], ['4', size], ['4', start], ['2', 0]),
    )
  }

  private begin(name: string, method: 0 | 8, flags: number): Entry {
    const entry = { name: encoder.encode(name), method, flags, crc: 0, packed: 0, size: 0, offset: this.file.size }
    this.entries.push(entry)
    return entry
  }

  private async put(name: string, method: 0 | 8, bytes: Uint8Array, packed: Uint8Array): Promise<void> {
    const entry = this.begin(name, method, utf8Names)
    Object.assign(entry, { crc: crc32(bytes), size: bytes.length, packed: packed.length })
    await this.file.write(localHeader(entry))
    await this.file.write(packed)
  }
}

async function* deflateRaw(parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = new CompressionStream('deflate-raw')
  const writer = (stream.writable as WritableStream<Uint8Array>).getWriter()
  const feeding = (async () => {
    for await (const part of parts) await writer.write(part)
    await writer.close()
  })()
  // Read on even where feeding fails, so that its error is the one that comes out below.
  feeding.catch((thrown) => writer.abort(thrown))
  yield* stream.readable as unknown as AsyncIterable<Uint8Array>
  await feeding
}

function localHeader(entry: Entry): Uint8Array {
  const late = (entry.flags & sizesFollow) !== 0
  const head = record(
    ['4', 0x04034b50],
    ['2', 20],
    ['2', entry.flags],
    ['2', entry.method],
    ['2', dosTime],
    ['2', dosDate],
    ['4', late ? 0 : entry.crc],
    ['4', late ? 0 : entry.packed],
    ['4', late ? 0 : entry.size],
    ['2', entry.name.length],
    ['2', 0],
  )
  return joinedBytes([head, entry.name])
}

function centralHeader(entry: Entry): Uint8Array {
  const head = record(
    ['4', 0x02014b50],
    ['2', 20],
    ['2', 20],
    ['2', entry.flags],
    ['2', entry.method],
    ['2', dosTime],
    ['2', dosDate],
    ['4', entry.crc],
    ['4', entry.packed],
    ['4', entry.size],
    ['2', entry.name.length],
    ['2', 0],
    ['2', 0],
    ['2', 0],
    ['2', 0],
    ['4', 0],
    ['4', entry.offset],
  )
  return joinedBytes([head, entry.name])
}

/** Little-endian fields of two or four bytes, one after the other. */
function record(...fields: ['2' | '4', number][]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + Number(width), 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [width, value] of fields) {
    if (width === '2') view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += Number(width)
  }
  return bytes
}
