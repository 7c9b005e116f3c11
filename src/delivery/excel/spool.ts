import { joinedBytes } from '#core/bytes'
import type { Files } from '#platform/ports'

const inMemory = 4 * 1024 * 1024
const piece = 1024 * 1024
// The most bytes a UTF-16 unit takes in UTF-8.
const widest = 3

/** Text of a sheet while it grows: in memory while small, in a temporary file once it is not. */
export class Spool {
  private readonly encoder = new TextEncoder()
  private full: Uint8Array<ArrayBuffer>[] = []
  /** Pieces whose bytes are on the disk: used again, so that no garbage piles up. */
  private spare: Uint8Array<ArrayBuffer>[] = []
  private fullBytes = 0
  private open = new Uint8Array(piece)
  private filled = 0
  private spilled = 0
  private temporary: string | null = null

  /** @param temporaryName answers a new path at each call */
  constructor(
    private readonly files: Files,
    private readonly temporaryName: () => string,
  ) {}

  write(text: string): void {
    const most = text.length * widest
    if (most > piece) {
      this.append(this.encoder.encode(text))
      return
    }
    if (this.filled + most > piece) this.turn()
    this.filled += this.encoder.encodeInto(text, this.open.subarray(this.filled)).written
  }

  /** True where enough has come together to be moved to the disk. */
  get ripe(): boolean {
    return this.fullBytes >= inMemory
  }

  /** To be awaited between rows where it is ripe: moves what has grown large to the disk. */
  async settle(): Promise<void> {
    if (!this.ripe) return
    this.temporary ??= await this.claimed()
    const bytes = joinedBytes(this.full)
    const written = this.full
    this.full = []
    this.fullBytes = 0
    await this.files.appendDurably(this.temporary, bytes)
    for (const { buffer } of written) if (buffer.byteLength === piece) this.spare.push(new Uint8Array(buffer))
    this.spilled += bytes.length
  }

  /** Everything written, from the beginning. */
  async *parts(): AsyncGenerator<Uint8Array> {
    for (let at = 0; this.temporary && at < this.spilled; at += piece) {
      yield await this.files.readPart(this.temporary, at, Math.min(piece, this.spilled - at))
    }
    yield* this.full
    yield this.open.subarray(0, this.filled)
  }

  /** Takes the temporary file away, where there is one. */
  async drop(): Promise<void> {
    this.full = []
    this.filled = 0
    if (this.temporary) await this.files.remove(this.temporary)
    this.temporary = null
    this.spilled = 0
  }

  private append(bytes: Uint8Array<ArrayBuffer>): void {
    this.turn()
    this.full.push(bytes)
    this.fullBytes += bytes.length
  }

  private turn(): void {
    if (this.filled === 0) return
    this.full.push(this.open.subarray(0, this.filled))
    this.fullBytes += this.filled
    this.open = this.spare.pop() ?? new Uint8Array(piece)
    this.filled = 0
  }

  /** A name that nothing has, not even what a crash left behind. */
  private async claimed(): Promise<string> {
    for (;;) {
      const name = this.temporaryName()
      if (await this.files.createNew(name, '')) return name
    }
  }
}
