import { joinedBytes } from '#core/bytes'
import type { AsideFile } from '../aside'
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
const largest32 = 0xffffffff
const most16 = 0xffff

/**
 * Writes a zip (APPNOTE 6.3; zip64 only where something needs it) part by part: one entry in memory at a time, the
 * same bytes for the same entries. Sizes stand in the local headers of everything that is stored, because readers
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

  /**
   * Puts in as it is what is too long to hold in memory; its size and CRC-32 must be known beforehand.
   * @throws RangeError where the parts come to another size
   */
  async storeParts(
    name: string,
    known: { size: number; crc: number },
    parts: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const entry = this.begin(name, stored, utf8Names)
    Object.assign(entry, { ...known, packed: known.size })
    await this.file.write(localHeader(entry))
    let written = 0
    for await (const part of parts) {
      await this.file.write(part)
      written += part.length
    }
    if (written !== known.size) throw new RangeError(`${name} changed while it was packed`)
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
    const count = this.entries.length
    if (start > largest32 || size > largest32 || count >= most16) await this.end64(start, size, count)
    const shown = Math.min(count, most16)
    await this.file.write(
      record(
        ['4', 0x06054b50],
        ['2', 0],
        ['2', 0],
        ['2', shown],
        ['2', shown],
        ['4', Math.min(size, largest32)],
        ['4', Math.min(start, largest32)],
        ['2', 0],
      ),
    )
  }

  /** The end in 64 bits, and where it stands. */
  private async end64(start: number, size: number, count: number): Promise<void> {
    const at = this.file.size
    await this.file.write(
      record(
        ['4', 0x06064b50],
        ['8', 44],
        ['2', 45],
        ['2', 45],
        ['4', 0],
        ['4', 0],
        ['8', count],
        ['8', count],
        ['8', size],
        ['8', start],
      ),
    )
    await this.file.write(record(['4', 0x07064b50], ['4', 0], ['8', at], ['4', 1]))
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
  const large = !late && entry.size > largest32
  const extra = large ? record(['2', 1], ['2', 16], ['8', entry.size], ['8', entry.packed]) : new Uint8Array()
  const head = record(
    ['4', 0x04034b50],
    ['2', large ? 45 : 20],
    ['2', entry.flags],
    ['2', entry.method],
    ['2', dosTime],
    ['2', dosDate],
    ['4', late ? 0 : entry.crc],
    ['4', late ? 0 : large ? largest32 : entry.packed],
    ['4', late ? 0 : large ? largest32 : entry.size],
    ['2', entry.name.length],
    ['2', extra.length],
  )
  return joinedBytes([head, entry.name, extra])
}

function centralHeader(entry: Entry): Uint8Array {
  const large = entry.size > largest32 || entry.packed > largest32
  const far = entry.offset > largest32
  const wide: ['8', number][] = []
  if (large) wide.push(['8', entry.size], ['8', entry.packed])
  if (far) wide.push(['8', entry.offset])
  const extra = wide.length > 0 ? record(['2', 1], ['2', wide.length * 8], ...wide) : new Uint8Array()
  const version = large || far ? 45 : 20
  const head = record(
    ['4', 0x02014b50],
    ['2', version],
    ['2', version],
    ['2', entry.flags],
    ['2', entry.method],
    ['2', dosTime],
    ['2', dosDate],
    ['4', entry.crc],
    ['4', large ? largest32 : entry.packed],
    ['4', large ? largest32 : entry.size],
    ['2', entry.name.length],
    ['2', extra.length],
    ['2', 0],
    ['2', 0],
    ['2', 0],
    ['4', 0],
    ['4', far ? largest32 : entry.offset],
  )
  return joinedBytes([head, entry.name, extra])
}

/** Little-endian fields of two, four or eight bytes, one after the other. */
function record(...fields: ['2' | '4' | '8', number][]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + Number(width), 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [width, value] of fields) {
    if (width === '2') view.setUint16(at, value, true)
    else if (width === '4') view.setUint32(at, value, true)
    else view.setBigUint64(at, BigInt(value), true)
    at += Number(width)
  }
  return bytes
}
