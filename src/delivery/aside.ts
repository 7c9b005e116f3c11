import { joinedBytes } from '#core/bytes'
import { KhoError } from '#core/errors'
import type { Files } from '#platform/ports'

const flushAt = 4 * 1024 * 1024
let made = 0

/**
 * A file written under a temporary name in its own folder and renamed when whole. Until `finish` nothing
 * stands under the real name; `drop` leaves nothing at all.
 */
export class AsideFile {
  private parts: Uint8Array[] = []
  private waiting = 0
  private flushed = 0

  private constructor(
    private readonly files: Files,
    private readonly temporary: string,
  ) {}

  /** Claims a temporary name in the folder of the file to be. Errors as Files gives them. */
  static async open(files: Files, folder: string): Promise<AsideFile> {
    await files.makeFolder(folder)
    for (;;) {
      made += 1
      const temporary = files.join(folder, `.kho-tin-${made}.part`)
      if (await files.createNew(temporary, '')) return new AsideFile(files, temporary)
    }
  }

  get size(): number {
    return this.flushed + this.waiting
  }

  /** Takes bytes over; the caller must not change them afterwards. */
  async write(bytes: Uint8Array): Promise<void> {
    this.parts.push(bytes)
    this.waiting += bytes.length
    if (this.waiting >= flushAt) await this.flush()
  }

  /**
   * Gives the file its name, or the next free one: `Bài.docx`, `Bài (2).docx`. Never overwrites.
   * @returns where it lies now
   */
  async finish(path: string): Promise<{ path: string; size: number }> {
    await this.flush()
    const free = await freePath(this.files, path)
    await this.files.rename(this.temporary, free)
    return { path: free, size: this.flushed }
  }

  /** Takes the unfinished file away. */
  async drop(): Promise<void> {
    this.parts = []
    this.waiting = 0
    await this.files.remove(this.temporary)
  }

  /** Puts what waits in memory on the disk. */
  async flush(): Promise<void> {
    if (this.waiting === 0) return
    const all = joinedBytes(this.parts)
    this.parts = []
    this.waiting = 0
    await this.files.appendDurably(this.temporary, all)
    this.flushed += all.length
  }
}

/**
 * Writes one file aside: `fill` puts the bytes in and names the file.
 * @throws KhoError cancelled, or what Files or `fill` throws; the unfinished file is gone then.
 */
export async function writeAside<T>(
  files: Files,
  folder: string,
  signal: AbortSignal,
  fill: (file: AsideFile) => Promise<T>,
): Promise<T> {
  stopIfCancelled(signal)
  const file = await AsideFile.open(files, folder)
  try {
    return await fill(file)
  } catch (thrown) {
    // The first error tells what happened; that the rest could not be cleared away adds nothing to it.
    await file.drop().catch(() => undefined)
    throw thrown
  }
}

/** @throws KhoError cancelled */
export function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new KhoError('cancelled')
}

/** The path itself where nothing is there, else the first of `name (2).ext`, `name (3).ext` … that is free. */
export async function freePath(files: Files, path: string): Promise<string> {
  const name = files.baseName(path)
  const dot = name.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let number = 1; ; number++) {
    const tried = number === 1 ? path : files.join(files.dirName(path), `${stem} (${number})${extension}`)
    if ((await files.stat(tried)) === null) return tried
  }
}
