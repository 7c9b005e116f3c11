import type { Files } from '#platform/ports'

const inMemory = 8 * 1024 * 1024
const piece = 2 * 1024 * 1024

/** Text of a sheet while it grows: in memory while small, in a temporary file once it is not. */
export class Spool {
  private waiting: string[] = []
  private characters = 0
  private spilled = 0

  constructor(
    private readonly files: Files,
    private readonly temporary: string,
  ) {}

  write(text: string): void {
    this.waiting.push(text)
    this.characters += text.length
  }

  /** To be awaited now and then between rows: moves what has grown large to the disk. */
  async settle(): Promise<void> {
    if (this.characters < inMemory) return
    const bytes = this.taken()
    await this.files.appendDurably(this.temporary, bytes)
    this.spilled += bytes.length
  }

  /** Everything written, from the beginning. */
  async *parts(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < this.spilled; at += piece) {
      yield await this.files.readPart(this.temporary, at, Math.min(piece, this.spilled - at))
    }
    yield this.taken()
  }

  /** Takes the temporary file away, where there is one. */
  async drop(): Promise<void> {
    this.waiting = []
    if (this.spilled > 0) await this.files.remove(this.temporary)
    this.spilled = 0
  }

  private taken(): Uint8Array {
    const bytes = new TextEncoder().encode(this.waiting.join(''))
    this.waiting = []
    this.characters = 0
    return bytes
  }
}
