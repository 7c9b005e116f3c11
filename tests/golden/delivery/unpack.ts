import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/** Reads a zip by its central directory: an own reader, so that the writer is not checked by itself. */
export function unpack(path: string): Map<string, Buffer> {
  const bytes = readFileSync(path)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const parts = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let entry = bytes.readUInt16LE(end + 10); entry > 0; entry--) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    parts.set(name, bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

/** One part of a Word or Excel file as text. */
export function textOf(parts: Map<string, Buffer>, name: string): string {
  const part = parts.get(name)
  if (!part) throw new Error(`no part ${name}`)
  return part.toString('utf8')
}
