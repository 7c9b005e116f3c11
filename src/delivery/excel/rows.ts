import type { Event } from '#core/model/authority'
import type { DeliveredArticle, DeliveredPhoto } from '../delivery'
import { documentLine, personLine, serialOf } from '../describe'
import { ranges, type SeenPerson } from '../people'
import type { DeliveryWords } from '../words'
import type { LinkValue, RowValues } from './sheet'

const joined = (texts: (string | null)[]) => [...new Set(texts.filter((text) => text))].join('; ')
const lines = (texts: string[]) =>
  texts.map((text, index) => (texts.length > 1 ? `${index + 1}. ${text}` : text)).join('\n')

/** The row of an article in the working catalogue. */
export function articleRow(
  delivered: DeliveredArticle,
  order: number,
  wordFile: LinkValue | null,
  words: DeliveryWords,
): RowValues {
  const { article, events, photos } = delivered
  const { say } = words
  const first = events[0]
  const received = article.asReceived.filter(({ role }) => role !== 'photo')
  return {
    order,
    serial: serialOf(delivered),
    title: article.title,
    genre: say(`genre.${article.genre}`),
    publishedOn: article.publishedOn,
    eventTitle: joined(events.map(({ title }) => title)),
    eventType: joined(events.map(({ type }) => say(`eventType.${type}`))),
    eventFrom: first?.from ?? null,
    eventTo: first?.to ?? first?.from ?? null,
    eventPlace: joined(events.map(({ place }) => place)),
    people: lines(article.mentions.map(personLine)),
    organizations: joined(article.organizations.map(({ name }) => name)),
    places: joined(article.places.map(({ name }) => name)),
    documents: lines(article.documents.map((document) => documentLine(document, words))),
    authors: article.authors.join(', '),
    photographers: article.photographers.join(', '),
    photoCount: photos.length,
    lede: article.lede,
    wordFile,
    originalNames: received.map(({ name }) => name).join('\n'),
    originalDigests: received.map(({ digest }) => digest.hex).join('\n'),
  }
}

/**
 * The row of a photo in the order and wording of EAD_pic (Thông tư 05/2025/TT-BNV). People have no field
 * there: they go into the note. What only the records office knows stays empty.
 */
export function photoRow(
  delivered: DeliveredArticle,
  index: number,
  order: number,
  pictureFile: LinkValue | null,
  { say }: DeliveryWords,
): RowValues {
  const { article, events } = delivered
  const { photo, caption, name } = delivered.photos[index] as DeliveredPhoto
  const event = events.find(({ id }) => id === photo.eventId) ?? events[0]
  const photographers = photo.photographers.length > 0 ? photo.photographers : article.photographers
  return {
    maintenance: article.retention ? say(`retention.${article.retention.code}`) : null,
    typePic: say('kind.photo'),
    archivesNumber: `${serialOf(delivered)}.${String(index + 1).padStart(2, '0')}`,
    eventName: event?.title ?? null,
    imageTitle: caption || photo.caption,
    photographer: photographers.join(', '),
    photoPlace: photo.place || (event?.place ?? null),
    photoTime: photo.takenOn,
    filmSize: photo.width > 0 ? `${photo.width}x${photo.height}` : null,
    docAttached: say('delivery.catalogue.yes'),
    mode: say(`access.${article.access}`),
    format: photo.physicalDescription,
    description: namesIn(delivered, photo),
    fileName: name,
    pictureFile,
    articleOrder: order,
    articleTitle: article.title,
    digest: photo.file.digest.hex,
  }
}

function namesIn({ people }: DeliveredArticle, photo: DeliveredPhoto['photo']): string {
  // Left to right, as far as it is known where they stand.
  return [...photo.people]
    .sort((a, b) => (a.region?.x ?? 2) - (b.region?.x ?? 2))
    .flatMap(({ personId }) => people.find(({ id }) => id === personId)?.name ?? [])
    .join(', ')
}

/** The row of a person with the offices as written. */
export function personRow({ name, note, offices, articles }: SeenPerson, order: number): RowValues {
  return {
    order,
    name,
    offices: lines([...offices.keys()]),
    articleCount: articles.length,
    articles: ranges(articles),
    note,
  }
}

/** The row of an event and the articles that report it. */
export function eventRow(event: Event, articles: number[], order: number, { say }: DeliveryWords): RowValues {
  return {
    order,
    title: event.title,
    type: say(`eventType.${event.type}`),
    from: event.from,
    to: event.to ?? event.from,
    place: event.place,
    host: event.host,
    articleCount: articles.length,
    articles: ranges(articles),
  }
}
