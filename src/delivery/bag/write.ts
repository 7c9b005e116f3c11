import type { DigestName, Files } from '#platform/ports'
import { stopIfCancelled } from '../aside'
import { manifestText } from './manifest'
import { declarationText, infoText } from './tags'

/** The digests of every package we make. */
export const packageDigests: readonly DigestName[] = ['sha256', 'sha512']

const encoder = new TextEncoder()
const settledAtOnce = 4

export interface BagTools {
  files: Files
  digests: {
    ofFile(path: string, names: readonly DigestName[], signal?: AbortSignal): Promise<Written>
    sha256(data: Uint8Array | string): Promise<string>
  }
  signal: AbortSignal
}

/** A file that lies in the package, its size and digests. */
export interface Written {
  size: number
  digests: Partial<Record<DigestName, string>>
}

/**
 * A BagIt package (RFC 8493) in the making, in a folder beside the place it goes to. It gets its name when everything
 * is on the disk; until then nothing stands there, and `drop` leaves nothing.
 */
export class BagWriter {
  private readonly payload = new Map<string, Written>()
  private readonly tags = new Map<string, Written>()
  /** Folders made, so that two who write at a time do not make one twice. */
  private readonly folders = new Map<string, Promise<void>>()

  private constructor(
    private readonly tools: BagTools,
    /** Where the package lies while it is made. */
    readonly folder: string,
  ) {}

  /** Begins a package; what an attempt that was cut short left in its place is taken away. */
  static async begin(tools: BagTools, parent: string, name: string): Promise<BagWriter> {
    const { files } = tools
    const folder = files.join(parent, `.${name}.kho-part`)
    await files.makeFolder(parent)
    await files.remove(folder)
    await files.makeFolder(folder)
    return new BagWriter(tools, folder)
  }

  /** Where a file of the package lies, for those who write it themselves; its folder is made. */
  async place(path: string): Promise<string> {
    const { files } = this.tools
    const names = path.split('/')
    const whole = files.join(this.folder, ...names)
    const parent = files.dirName(whole)
    const made = this.folders.get(parent) ?? files.makeFolder(parent)
    this.folders.set(parent, made)
    await made
    return whole
  }

  /** Copies a file in, digested on the way. */
  async copy(path: string, from: string): Promise<Written> {
    stopIfCancelled(this.tools.signal)
    const to = await this.place(path)
    return this.note(path, await this.tools.files.copyDigested(from, to, packageDigests, this.tools.signal))
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

  /** Payload so far, by path with its `data/`. */
  get contents(): ReadonlyMap<string, Written> {
    return this.payload
  }

  /** Everything in it, payload and tag files. */
  get paths(): string[] {
    return [...this.payload.keys(), ...this.tags.keys()]
  }

  get bytes(): number {
    return [...this.payload.values()].reduce((sum, { size }) => sum + size, 0)
  }

  /** The SHA-256 of the SHA-256 manifest as it will be: call it when the payload is complete. */
  fingerprint(): Promise<string> {
    return this.tools.digests.sha256(manifestText(lines(this.payload, 'sha256')))
  }

  /**
   * Writes manifests and tag files and has everything on the disk.
   * @param info pairs of `bag-info.txt`; Payload-Oxum is added
   * @returns the SHA-256 of the SHA-256 manifest, which names all of the payload
   */
  async close(info: readonly (readonly [string, string])[]): Promise<string> {
    const oxum = `${this.bytes}.${this.payload.size}`
    await this.write('bagit.txt', declarationText)
    await this.write('bag-info.txt', infoText([...info, ['Payload-Oxum', oxum]]))
    for (const name of packageDigests) {
      await this.write(`manifest-${name}.txt`, manifestText(lines(this.payload, name)))
    }
    const tags = new Map(this.tags)
    for (const name of packageDigests) await this.write(`tagmanifest-${name}.txt`, manifestText(lines(tags, name)))
    await this.settle()
    return this.fingerprint()
  }

  /** Gives the package its name. @throws KhoError what the disk answers */
  async finish(target: string): Promise<void> {
    stopIfCancelled(this.tools.signal)
    await this.tools.files.rename(this.folder, target)
  }

  async drop(): Promise<void> {
    await this.tools.files.remove(this.folder)
  }

  private note(path: string, written: Written): Written {
    const of = path.startsWith('data/') ? this.payload : this.tags
    of.set(path, written)
    return written
  }

  private async settle(): Promise<void> {
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
}

const lines = (files: ReadonlyMap<string, Written>, name: DigestName) =>
  [...files].map(([path, { digests }]) => ({ path, digest: digests[name] ?? '' }))
