import { KhoError } from '#core/errors'
import { Bytes } from './bytes'

/** Streams of an OLE compound file by name; those of the root storage, not of documents embedded in it. */
export interface CompoundFile {
  stream(name: string): Bytes | null
  /** Names of everything inside, at any depth. */
  names: string[]
}

interface Entry {
  name: string
  kind: number
  left: number
  right: number
  child: number
  start: number
  size: number
}

const NONE = 0xffff_fffa

/**
 * Opens an OLE compound file ([MS-CFB]) held in memory. Chains are followed no further than the file
 * could hold, so that loops end.
 * @throws KhoError file-damaged where not even the directory is there
 */
export function openCompound(all: Uint8Array, file: string): CompoundFile {
  const bytes = new Bytes(all)
  // Version 4 has sectors of 4096 bytes, all others 512, whatever a damaged head says of it.
  const shift = bytes.u16(0x1a) === 4 ? 12 : 9
  const sectors = new Sectors(bytes, shift)
  const entries = entriesOf(sectors.chain(bytes.u32(0x30), all.length))
  const root = entries.find((entry) => entry.kind === 5)
  if (!root) throw new KhoError('file-damaged', { file, cause: 'no root storage' })
  const mini = new MiniSectors(sectors, bytes, root)
  const near = childrenOf(entries, root)
  const find = (name: string) =>
    near.find((entry) => entry.kind === 2 && sameName(entry.name, name)) ??
    entries.find((entry) => entry.kind === 2 && sameName(entry.name, name))
  const cutoff = bytes.u32(0x38) || 4096
  return {
    names: entries.map((entry) => entry.name),
    stream: (name) => {
      const entry = find(name)
      if (!entry) return null
      return entry.size < cutoff ? mini.read(entry) : sectors.chain(entry.start, entry.size)
    },
  }
}

class Sectors {
  private readonly table: number[] = []
  private readonly size: number

  constructor(
    private readonly bytes: Bytes,
    shift: number,
  ) {
    this.size = 1 << shift
    const most = Math.ceil(bytes.length / this.size)
    for (const sector of this.tableSectors(most)) {
      for (let at = 0; at < this.size && this.table.length <= most; at += 4) {
        this.table.push(bytes.u32(this.offset(sector) + at))
      }
    }
  }

  /** The bytes of a chain of sectors, at most `size` of them. */
  chain(start: number, size: number): Bytes {
    const wanted = Math.min(size, this.bytes.length)
    const whole = new Uint8Array(Math.ceil(wanted / this.size) * this.size)
    let at = 0
    for (let sector = start; sector < NONE && at < wanted; sector = this.table[sector] ?? NONE) {
      const from = this.offset(sector)
      if (from >= this.bytes.length) break
      whole.set(this.bytes.slice(from, this.size).all, at)
      at += this.size
    }
    return new Bytes(whole.subarray(0, Math.min(at, wanted)))
  }

  private offset(sector: number): number {
    return (sector + 1) * this.size
  }

  /** Where the table of sectors lies: 109 places in the header, the rest chained ([MS-CFB] 2.5). */
  private tableSectors(most: number): number[] {
    const found: number[] = []
    const take = (at: number) => {
      const sector = this.bytes.u32(at)
      if (sector < NONE && this.offset(sector) < this.bytes.length) found.push(sector)
    }
    for (let index = 0; index < 109; index += 1) take(0x4c + index * 4)
    let next = this.bytes.u32(0x44)
    for (let turn = 0; next < NONE && turn < most; turn += 1) {
      const from = this.offset(next)
      if (from >= this.bytes.length) break
      for (let at = 0; at < this.size - 4; at += 4) take(from + at)
      next = this.bytes.u32(from + this.size - 4)
    }
    return found.slice(0, most)
  }
}

/** Small streams lie in sectors of 64 bytes inside the stream of the root. */
class MiniSectors {
  private readonly table: Bytes
  private readonly container: Bytes

  constructor(sectors: Sectors, header: Bytes, root: Entry) {
    this.table = sectors.chain(header.u32(0x3c), header.u32(0x40) << header.u16(0x1e))
    this.container = sectors.chain(root.start, root.size)
  }

  read({ start, size }: Entry): Bytes {
    const wanted = Math.min(size, this.container.length)
    const whole = new Uint8Array(Math.ceil(wanted / 64) * 64)
    let at = 0
    for (let sector = start; sector < NONE && at < wanted; at += 64) {
      if (sector * 64 >= this.container.length) break
      whole.set(this.container.slice(sector * 64, 64).all, at)
      sector = sector * 4 < this.table.length ? this.table.u32(sector * 4) : NONE
    }
    return new Bytes(whole.subarray(0, Math.min(at, wanted)))
  }
}

/** Names differ not by case ([MS-CFB] 2.6.4). */
function sameName(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase()
}

function entriesOf(directory: Bytes): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const units = Math.max(0, Math.min(32, directory.u16(at + 64) >> 1) - 1)
    entries.push({
      name: directory.utf16(at, units),
      kind: directory.u8(at + 66),
      left: directory.u32(at + 68),
      right: directory.u32(at + 72),
      child: directory.u32(at + 76),
      start: directory.u32(at + 116),
      size: directory.u32(at + 120),
    })
  }
  return entries
}

function childrenOf(entries: Entry[], root: Entry): Entry[] {
  const found = new Set<Entry>()
  const waiting = [root.child]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index]
    if (!entry || found.has(entry)) continue
    found.add(entry)
    waiting.push(entry.left, entry.right)
  }
  return [...found]
}
