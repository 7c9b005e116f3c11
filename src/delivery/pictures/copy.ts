import { KhoError } from '#core/errors'
import type { Id } from '#core/model/common'
import { freePath, stopIfCancelled } from '../aside'
import type { DeliveredArticle, DeliveredPhoto, DeliveryContext, WrittenFile } from '../delivery'
import { extensionOf, PictureNames } from './names'

/** What was copied and where each photo lies now. */
export interface CopiedPictures {
  files: WrittenFile[]
  /** Path of the copy by photo, for the links of the catalogue. */
  links: Map<Id, string>
}

/**
 * Copies the originals of all photos, byte for byte, under names made of date, event (or article) and
 * serial: `2024-07-08 Hội nghị sơ kết … - 01.jpg`. A photo that several articles use is copied once.
 * @param folder is made where it is missing; nothing in it is replaced
 * @throws KhoError cancelled, or as Files gives it, with `file` naming the original; what this call copied
 *   is taken away again then
 */
export async function copyPictures(
  articles: AsyncIterable<DeliveredArticle>,
  options: { total?: number },
  folder: string,
  context: DeliveryContext,
): Promise<CopiedPictures> {
  const { files, signal } = context
  const copied: CopiedPictures = { files: [], links: new Map() }
  const copier = new Copier(folder, context)
  try {
    await files.makeFolder(folder)
    let done = 0
    for await (const delivered of articles) {
      stopIfCancelled(signal)
      for (const photo of delivered.photos) {
        if (copied.links.has(photo.photo.id)) continue
        const written = await copier.copy(delivered, photo)
        copied.links.set(photo.photo.id, written.path)
        copied.files.push(written)
      }
      done += 1
      context.report(done, options.total ?? done, delivered.article.title)
    }
    return copied
  } catch (thrown) {
    // What stopped the copying is the error to tell, not that clearing away failed too.
    for (const { path } of copied.files) await files.remove(path).catch(() => undefined)
    throw thrown
  }
}

class Copier {
  private readonly names: PictureNames

  constructor(
    private readonly folder: string,
    private readonly context: DeliveryContext,
  ) {
    this.names = new PictureNames(context)
  }

  async copy(delivered: DeliveredArticle, photo: DeliveredPhoto): Promise<WrittenFile> {
    const { files, signal } = this.context
    const wanted = files.join(this.folder, `${this.names.next(delivered, photo)}${extensionOf(photo)}`)
    for (;;) {
      const target = await freePath(files, wanted)
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
}
