import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import { fileNameFrom } from '#core/text/words'
import type { BundleEntry, ReaderRequest } from '#intake/protocol'
import { readerLimits } from '#intake/protocol'
import type { OperationContext } from '../context'
import { sizes } from './take-photo'

const bundleEndings = /\.(zip|eml)$/i

/** ZIP files and letters of one intake, laid open in a folder that goes with it; a crash leaves it to the next opening. */
export class Unpacking {
  private readonly folder: string
  /** Folder of a bundle → the bundle itself. */
  private readonly bundles = new Map<string, string>()

  constructor(
    private readonly context: OperationContext,
    archive: Archive,
    private readonly signal: AbortSignal,
  ) {
    this.folder = context.platform.files.join(archive.originals.incoming, context.platform.ids.next())
  }

  /** The files that were laid open, as the person knows them. */
  get opened(): string[] {
    return [...this.bundles.values()]
  }

  /** The folder a bundle came from, for the folder that holds what was in it. */
  homeOf(folder: string): string | null {
    const bundle = this.bundles.get(folder)
    return bundle === undefined ? null : this.context.platform.files.dirName(bundle)
  }

  /**
   * Lays open a ZIP or a letter.
   * @returns the folder with its files; null where the file is no bundle
   * @throws KhoError what the reader gives; disk-full …
   */
  async open(path: string): Promise<string | null> {
    const { files } = this.context.platform
    const name = files.baseName(path)
    if (!bundleEndings.test(name)) return null
    const entries = await this.read<BundleEntry[] | null>({ kind: 'entries', path, name })
    if (!entries) return null
    const folder = files.join(this.folder, String(this.bundles.size), fileNameFrom(name.replace(bundleEndings, '')))
    await files.makeFolder(folder)
    const written = new Set<string>()
    for (const [entry, { name: inside }] of entries.entries()) {
      if (this.signal.aborted) throw new KhoError('cancelled')
      const target = files.join(folder, ...freeName(inside, written))
      await files.makeFolder(files.dirName(target))
      await files.writeWhole(target, await this.read<Uint8Array>({ kind: 'entry', path, name, entry }))
    }
    this.bundles.set(folder, path)
    return folder
  }

  /** A path inside what was laid open, as a person would say it: that of the bundle and the name within. */
  shown(path: string): string {
    for (const [folder, bundle] of this.bundles) if (path.startsWith(folder)) return bundle + path.slice(folder.length)
    return path
  }

  async remove(): Promise<void> {
    if (this.bundles.size > 0) await this.context.platform.files.remove(this.folder)
  }

  private async read<R>(request: ReaderRequest & { path: string }): Promise<R> {
    const { files, readers } = this.context.platform
    const size = (await files.stat(request.path))?.size ?? 0
    if (size === 0) throw new KhoError('file-empty', { file: request.path })
    if (size > readerLimits.fileBytes) {
      throw new KhoError('file-too-large', { file: request.path, args: sizes(size, readerLimits.fileBytes) })
    }
    return readers.run<ReaderRequest, R>(request, { timeoutMs: readerLimits.timeMs, signal: this.signal })
  }
}

/** The steps of an entry's path, each good on every system and none leading out; two of one name are both kept. */
function freeName(inside: string, written: Set<string>): string[] {
  const steps = inside
    .split(/[\\/]/)
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    // Lock files keep their mark, so that they are left out as anywhere.
    .map((step) => (step.startsWith('~$') ? `~$${fileNameFrom(step.slice(2))}` : fileNameFrom(step)))
  const last = steps.pop() ?? '_'
  const [, stem = last, ending = ''] = /^(.*?)(\.[^.]*)?$/su.exec(last) ?? []
  for (let nth = 1; ; nth++) {
    const path = [...steps, nth === 1 ? last : `${stem} (${nth})${ending}`]
    const key = path.join('/').toLowerCase()
    if (written.has(key)) continue
    written.add(key)
    return path
  }
}
