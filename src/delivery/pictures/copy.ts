import { KhoError } from '#core/errors'
import type { Id } from '#core/model/common'
import { fileNameFrom } from '#core/text/words'
import { freePath, stopIfCancelled } from '../aside'
import type { DeliveredArticle, DeliveredPhoto, DeliveryContext, WrittenFile } from '../delivery'
import { dateOf } from '../describe'
import { type DeliveryRules, shippedRules } from '../rules'
import { deliveryWords } from '../words'

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
  private readonly rules: DeliveryRules['pictures']
  /** Serial reached under each name; folded, because some disks do not tell capitals apart. */
  private readonly serials = new Map<string, number>()
  private readonly fallback: string

  constructor(
    private readonly folder: string,
    private readonly context: DeliveryContext,
  ) {
    this.rules = (context.rules ?? shippedRules).pictures
    this.fallback = deliveryWords(context.language).say('delivery.pictures.unnamed')
  }

  async copy(delivered: DeliveredArticle, photo: DeliveredPhoto): Promise<WrittenFile> {
    const { files, signal } = this.context
    const wanted = files.join(this.folder, this.nameFor(delivered, photo))
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

  private nameFor(delivered: DeliveredArticle, photo: DeliveredPhoto): string {
    const { events, article } = delivered
    const event = events.find(({ id }) => id === photo.photo.eventId) ?? events[0]
    const date = photo.photo.takenOn ?? event?.from ?? dateOf(delivered)
    const name = fileNameFrom(`${date ?? ''} ${event?.title ?? article.title}`.trim(), {
      maxBytes: this.rules.nameBytes,
      fallback: this.fallback,
    }).replace(/[\s,;–-]+$/u, '')
    const key = name.toLocaleLowerCase('vi')
    const serial = (this.serials.get(key) ?? 0) + 1
    this.serials.set(key, serial)
    return `${name} - ${String(serial).padStart(this.rules.serialDigits, '0')}${extensionOf(photo)}`
  }
}

/** The extension as received, plain; by type where the name has none. */
function extensionOf({ name, photo }: DeliveredPhoto): string {
  const own = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]
  const byType = photo.file.mediaType
    .split('/')[1]
    ?.replace('jpeg', 'jpg')
    .replace(/[^a-z0-9]/gi, '')
  return `.${(own ?? byType ?? 'jpg').toLowerCase()}`
}
