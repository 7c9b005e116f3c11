import { fileNameFrom } from '#core/text/words'
import type { DeliveredArticle, DeliveredPhoto, DeliveryContext } from '../delivery'
import { dateOf } from '../describe'
import { type DeliveryRules, shippedRules } from '../rules'
import { deliveryWords } from '../words'

/** Names of copied pictures: date, event (or article) and a serial, `2024-07-08 Hội nghị sơ kết … - 01`. */
export class PictureNames {
  private readonly rules: DeliveryRules['pictures']
  /** Serial reached under each name; folded, because some disks do not tell capitals apart. */
  private readonly serials = new Map<string, number>()
  private readonly fallback: string

  constructor(context: Pick<DeliveryContext, 'rules' | 'language'>) {
    this.rules = (context.rules ?? shippedRules).pictures
    this.fallback = deliveryWords(context.language).say('delivery.pictures.unnamed')
  }

  /** The name of the next picture, without its ending. */
  next(delivered: DeliveredArticle, { photo }: DeliveredPhoto): string {
    const { events, article } = delivered
    const event = events.find(({ id }) => id === photo.eventId) ?? events[0]
    const date = photo.takenOn ?? event?.from ?? dateOf(delivered)
    const name = fileNameFrom(`${date ?? ''} ${event?.title ?? article.title}`.trim(), {
      maxBytes: this.rules.nameBytes,
      fallback: this.fallback,
    }).replace(/[\s,;–-]+$/u, '')
    const key = name.toLocaleLowerCase('vi')
    const serial = (this.serials.get(key) ?? 0) + 1
    this.serials.set(key, serial)
    return `${name} - ${String(serial).padStart(this.rules.serialDigits, '0')}`
  }
}

/** The extension as received, plain; by type where the name has none. */
export function extensionOf({ name, photo }: Pick<DeliveredPhoto, 'name' | 'photo'>): string {
  const own = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]
  const byType = photo.file.mediaType
    .split('/')[1]
    ?.replace('jpeg', 'jpg')
    .replace(/[^a-z0-9]/gi, '')
  return `.${(own ?? byType ?? 'jpg').toLowerCase()}`
}
