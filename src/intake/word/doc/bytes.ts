/** Little-endian numbers out of a file that may be cut off or lie: past the end all is zero. */
export class Bytes {
  private readonly view: DataView

  constructor(readonly all: Uint8Array) {
    this.view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  }

  get length(): number {
    return this.all.length
  }

  u8(at: number): number {
    return this.all[at] ?? 0
  }

  u16(at: number): number {
    return at >= 0 && at + 2 <= this.all.length ? this.view.getUint16(at, true) : 0
  }

  u32(at: number): number {
    return at >= 0 && at + 4 <= this.all.length ? this.view.getUint32(at, true) : 0
  }

  slice(at: number, length: number): Bytes {
    const from = Math.min(Math.max(0, at), this.all.length)
    return new Bytes(this.all.subarray(from, Math.min(from + Math.max(0, length), this.all.length)))
  }

  utf16(at: number, units: number): string {
    return utf16.decode(this.slice(at, units * 2).all)
  }
}

const utf16 = new TextDecoder('utf-16le')
