import { fileNameFrom } from '#core/text/words'
import type { DeliveredArticle, DeliveredPhoto, DeliveryContext } from '../delivery'
import { dateOf } from '../describe'
import { eventOf } from '../photos'
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
  next(within: DeliveredArticle, shown: DeliveredPhoto): string {
    const { article } = within
    const event = eventOf({ shown, within })
    const date = shown.photo.takenOn ?? event?.from ?? dateOf(within)
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

/** Endings that mean each type; the first where a name has none of them. */
const endings: Record<string, readonly string[]> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/tiff': ['tif', 'tiff'],
  'image/heic': ['heic', 'heif', 'hif'],
  'image/x-emf': ['emf'],
  'image/x-wmf': ['wmf'],
}

/**
 * The extension as received, in small letters, where it is one of the picture's type; else that of the type: programs
 * refuse a PNG named .jpg.
 */
export function extensionOf({ name, photo }: Pick<DeliveredPhoto, 'name' | 'photo'>): string {
  const { mediaType } = photo.file
  const plain = mediaType.split('/')[1]?.replace(/[^a-z0-9]/gi, '') || 'jpg'
  const fit = mediaType.startsWith('image/') ? (endings[mediaType] ?? [plain]) : []
  const own = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase()
  return `.${own && (fit.length === 0 || fit.includes(own)) ? own : (fit[0] ?? plain)}`
}
