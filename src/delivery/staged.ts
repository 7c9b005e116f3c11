import type { DigestName, Files } from '#platform/ports'
import { stopIfCancelled } from './aside'

/** The digests of every package we make. */
export const packageDigests: readonly DigestName[] = ['sha256', 'sha512']

const encoder = new TextEncoder()
const settledAtOnce = 4

export interface StagingTools {
  files: Files
  digests: {
    ofFile(path: string, names: readonly DigestName[], signal?: AbortSignal): Promise<Written>
    sha256(data: Uint8Array | string): Promise<string>
  }
  signal: AbortSignal
}

/** A file that lies in the folder, its size and digests. */
export interface Written {
  size: number
  digests: Partial<Record<DigestName, string>>
}

/**
 * A folder in the making, beside the place it goes to. It gets its name when everything is on the disk; until then
 * nothing stands there, and `drop` leaves nothing.
 */
export class StagedFolder {
  protected readonly written = new Map<string, Written>()
  /** Folders made, so that two who write at a time do not make one twice. */
  private readonly folders = new Map<string, Promise<void>>()

  protected constructor(
    protected readonly tools: StagingTools,
    /** Where it lies while it is made. */
    readonly folder: string,
  ) {}

  /** Begins a folder; what an attempt that was cut short left in its place is taken away. */
  static async begin(tools: StagingTools, parent: string, name: string): Promise<StagedFolder> {
    return new StagedFolder(tools, await StagedFolder.placeFor(tools, parent, name))
  }

  protected static async placeFor({ files }: StagingTools, parent: string, name: string): Promise<string> {
    const folder = files.join(parent, `.${name}.kho-part`)
    await files.makeFolder(parent)
    await files.remove(folder)
    await files.makeFolder(folder)
    return folder
  }

  /** Where a file lies, for those who write it themselves; its folder is made. */
  async place(path: string): Promise<string> {
    const { files } = this.tools
    const whole = files.join(this.folder, ...path.split('/'))
    const parent = files.dirName(whole)
    const made = this.folders.get(parent) ?? files.makeFolder(parent)
    this.folders.set(parent, made)
    await made
    return whole
  }

  /** Copies a file in, digested on the way. */
  async copy(path: string, from: string): Promise<Written> {
    const { files, signal } = this.tools
    stopIfCancelled(signal)
    const to = await this.place(path)
    return this.note(path, await files.copyDigested(from, to, packageDigests, signal))
  }

  /** Writes a small file. */
  async write(path: string, data: Uint8Array | string): Promise<Written> {
    stopIfCancelled(this.tools.signal)
    const bytes = typeof data === 'string' ? encoder.encode(data) : data
    await this.tools.files.writeWhole(await this.place(path), bytes)
    return this.adopt(path)
  }

  /** Takes in a file that another has written at its `place`. */
  async adopt(path: string): Promise<Written> {
    const { digests, signal } = this.tools
    return this.note(path, await digests.ofFile(await this.place(path), packageDigests, signal))
  }

  /** Everything in it. */
  get paths(): string[] {
    return [...this.written.keys()]
  }

  get contents(): ReadonlyMap<string, Written> {
    return this.written
  }

  /** Has all of it on the disk. */
  async settle(): Promise<void> {
    const { files, signal } = this.tools
    const { paths } = this
    let next = 0
    const one = async () => {
      for (;;) {
        const path = paths[next++]
        if (path === undefined) return
        stopIfCancelled(signal)
        await files.settle(files.join(this.folder, ...path.split('/')))
      }
    }
    await Promise.all(Array.from({ length: settledAtOnce }, one))
    for (const folder of this.folders.keys()) await files.settle(folder)
  }

  /** Gives it its name. @throws KhoError what the disk answers */
  async finish(target: string): Promise<void> {
    stopIfCancelled(this.tools.signal)
    await this.tools.files.rename(this.folder, target)
  }

  async drop(): Promise<void> {
    await this.tools.files.remove(this.folder)
  }

  private note(path: string, written: Written): Written {
    this.written.set(path, written)
    return written
  }
}
