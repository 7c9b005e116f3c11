import type { Citation, Mention } from '#core/model/article'
import type { Event } from '#core/model/authority'
import type { PartialDate } from '#core/model/common'
import type { Dossier } from '#core/model/custody'
import type { DeliveredArticle } from './delivery'
import type { DeliveryWords } from './words'

/** A person with the offices as written that day: `Lò Thị Mây, Phó Chủ tịch HĐND tỉnh`. */
export function personLine(mention: Pick<Mention, 'name' | 'offices'>): string {
  return [mention.name, ...mention.offices].filter((part) => part !== '').join(', ')
}

/** An event with its date or period. */
export function eventLine(event: Event, { say, date }: DeliveryWords): string {
  if (!event.from) return event.title
  const to = event.to ?? event.from
  return to === event.from
    ? say('delivery.event.on', { title: event.title, date: date(event.from) })
    : say('delivery.event.between', { title: event.title, from: date(event.from), to: date(to) })
}

/**
 * A cited document in the order of Nghị định 30/2020/NĐ-CP (type, number, date, issuer, subject); laws
 * have no number.
 */
export function documentLine(document: Citation, { say, date }: DeliveryWords): string {
  const { type, number, issuer, subject } = document
  let name = number ? say('delivery.document.numbered', { type, number }) : type
  if (document.date) name = say('delivery.document.dated', { name, date: date(document.date) })
  if (issuer) name = say('delivery.document.issued', { name, issuer })
  if (!subject) return name
  // A text cited by its name alone ("Luật Đất đai", "Nghị quyết Đại hội XIII") has the name for its subject.
  const key = number && !/^về\s/i.test(subject) ? 'delivery.document.concerning' : 'delivery.document.about'
  return say(key, { name, subject })
}

/** The date of an article: published, else of its first event; null where only the day of receipt is known. */
export function dateOf({ article, events }: DeliveredArticle): PartialDate | null {
  return article.publishedOn ?? events.find((event) => event.from)?.from ?? null
}

/** The number people quote an article by, padded so that it sorts as text too. */
export function serialOf({ article }: DeliveredArticle): string {
  return String(article.serial).padStart(5, '0')
}

/** Who stands as the author of a document in lists: the body that published it, not the person who wrote it. */
export const publisherOf = ({ article }: DeliveredArticle, agency: string): string => article.outlet || agency

/** What lists of documents note of an article: who wrote it, and how many photos come with it. */
export function itemNote({ article, photos }: DeliveredArticle, { say }: DeliveryWords): string {
  return [
    article.authors.length > 0 && say('delivery.forms.byline', { names: article.authors.join(', ') }),
    photos.length > 0 && say('delivery.forms.withPhotos', { count: photos.length }),
  ]
    .filter(Boolean)
    .join('; ')
}

/** The name of a fonds after the word Phông: many begin with it themselves. */
export const fondsName = (fonds: string): string => fonds.replace(/^phông(?: lưu trữ)?\s+(?=\S)/iu, '')

/** The year of a list: that of its dossiers, or from the first to the last. */
export function yearsOf(dossiers: readonly Pick<Dossier, 'year'>[]): string {
  const years = dossiers.map(({ year }) => year).sort()
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined) return ''
  return first === last ? String(first) : `${first} - ${last}`
}
