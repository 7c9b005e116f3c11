import { KhoError } from '#core/errors'
import type { Id } from '#core/model/common'
import { turnOf } from '#core/model/photo'
import type { Digests } from '#platform/ports'
import { freePath, stopIfCancelled } from '../aside'
import type { DeliveredArticle, DeliveredPhoto, DeliveryContext, WrittenFile } from '../delivery'
import { photosOf } from '../photos'
import type { Described, PictureWriter } from './exiftool'
import { extensionOf, PictureNames } from './names'

/** What was copied and where each photo lies now. */
export interface CopiedPictures {
  files: WrittenFile[]
  /** Path of the copy by photo, for the links of the catalogue. */
  links: Map<Id, string>
}

/** How pictures are copied; `writer` is null where nothing can be written into pictures here. */
export type HowCopied =
  | { kind: 'originals' }
  | { kind: 'described'; writer: PictureWriter | null }
  | { kind: 'web'; longest: number; writer: PictureWriter | null; digests: Digests }

export interface CopyOptions {
  /** Articles there are, for progress. */
  total?: number
  /** The photos asked for; all where left out. */
  only?: ReadonlySet<Id> | null
  how?: HowCopied
}

/**
 * Copies all photos under names made of date, event (or article) and serial: `2024-07-08 Hội nghị sơ kết … - 01.jpg`,
 * byte for byte or with what is known of them inside. A photo that several articles use is copied once. What cannot be
 * written into is copied as it is, with the description beside it (`.xmp`).
 * @param folder is made where it is missing; nothing in it is replaced
 * @throws KhoError cancelled, or as Files gives it, with `file` naming the original; what this call copied
 *   is taken away again then
 */
export async function copyPictures(
  articles: AsyncIterable<DeliveredArticle>,
  options: CopyOptions,
  folder: string,
  context: DeliveryContext,
): Promise<CopiedPictures> {
  const { files } = context
  const copied: CopiedPictures = { files: [], links: new Map() }
  const copier = new Copier(folder, context, options.how ?? { kind: 'originals' })
  try {
    await files.makeFolder(folder)
    for await (const { shown, within } of photosOf(counted(articles, options.total, context), options.only)) {
      stopIfCancelled(context.signal)
      const written = await copier.copy({ within, shown })
      copied.links.set(shown.photo.id, written[0].path)
      copied.files.push(...written)
    }
    stopIfCancelled(context.signal)
    return copied
  } catch (thrown) {
    // What stopped the copying is the error to tell, not that clearing away failed too.
    for (const { path } of copied.files) await files.remove(path).catch(() => undefined)
    throw thrown
  }
}

/** The same articles, each reported when the next one is asked for: its photos are copied then. */
async function* counted(
  articles: AsyncIterable<DeliveredArticle>,
  total: number | undefined,
  { report, signal }: DeliveryContext,
): AsyncGenerator<DeliveredArticle> {
  let done = 0
  for await (const delivered of articles) {
    stopIfCancelled(signal)
    yield delivered
    done += 1
    report(done, total ?? done, delivered.article.title)
  }
}

/** The copy, and what lies beside it. */
type Written = [WrittenFile, ...WrittenFile[]]

class Copier {
  private readonly names: PictureNames

  constructor(
    private readonly folder: string,
    private readonly context: DeliveryContext,
    private readonly how: HowCopied,
  ) {
    this.names = new PictureNames(context)
  }

  async copy(photo: Described): Promise<Written> {
    const { how } = this
    const stem = this.names.next(photo.within, photo.shown)
    if (how.kind === 'originals') return [await this.original(stem, photo.shown)]
    const made = how.kind === 'web' ? await this.made(stem, how, photo) : null
    return made ? [made] : this.described(stem, how.writer, photo)
  }

  private async original(stem: string, photo: DeliveredPhoto): Promise<WrittenFile> {
    const { files, signal } = this.context
    for (;;) {
      const target = await this.free(stem, extensionOf(photo))
      const { path, size, existed, sha256 } = await files.copyHashed(
        photo.originalPath,
        { temporaryFolder: this.folder, pathFor: () => target },
        signal,
      )
      // Somebody else may have taken the name since.
      if (existed) continue
      if (sha256 !== photo.photo.file.digest.hex) {
        await files.remove(path)
        throw new KhoError('file-damaged', { file: photo.name })
      }
      return { path, size, articles: 0 }
    }
  }

  private async described(stem: string, writer: PictureWriter | null, photo: Described): Promise<Written> {
    const target = await this.free(stem, extensionOf(photo.shown))
    if (await writer?.describe(photo.shown.originalPath, target, photo)) return [await this.settled(target)]
    const copy = await this.original(stem, photo.shown)
    if (!writer) return [copy]
    const beside = await freePath(this.context.files, copy.path.replace(/\.[^.]*$/, '.xmp'))
    return (await writer.sidecar(beside, photo)) ? [copy, await this.settled(beside)] : [copy]
  }

  /** Null where the picture cannot be decoded, which is told. */
  private async made(
    stem: string,
    { longest, writer, digests }: Extract<HowCopied, { kind: 'web' }>,
    photo: Described,
  ): Promise<WrittenFile | null> {
    const { shown } = photo
    if ((await digests.sha256OfFile(shown.originalPath, this.context.signal)) !== shown.photo.file.digest.hex) {
      throw new KhoError('file-damaged', { file: shown.name })
    }
    const made = await shown.converted?.(longest)
    if (!made) {
      this.context.warn?.({ code: 'picture-not-made', file: shown.name, args: {} })
      return null
    }
    const target = await this.free(stem, '.jpg')
    await this.context.files.writeWhole(target, made.jpeg)
    const shape = { turned: turnOf(shown.photo), crop: null }
    await writer?.describeMade(target, { shape, width: made.width, height: made.height }, photo)
    return this.settled(target)
  }

  private free(stem: string, extension: string): Promise<string> {
    const { files } = this.context
    return freePath(files, files.join(this.folder, `${stem}${extension}`))
  }

  private async settled(path: string): Promise<WrittenFile> {
    const { files } = this.context
    await files.settle(path)
    return { path, size: (await files.stat(path))?.size ?? 0, articles: 0 }
  }
}
