import type { Article } from '#core/model/article'
import type { Event } from '#core/model/authority'
import type { Photo } from '#core/model/photo'
import type { DeliveredArticle, DeliveredPhoto } from '../delivery'
import { documentLine, personLine, serialOf } from '../describe'
import { ranges, type SeenPerson } from '../people'
import { eventOf } from '../photos'
import type { DeliveryWords } from '../words'
import type { LinkValue, RowValues } from './cells'

/** Several names in one cell, each once. */
export const joined = (texts: (string | null)[]) => [...new Set(texts.filter((text) => text))].join('; ')
/** Several texts in one cell, a numbered line each. */
export const lines = (texts: string[]) =>
  texts.map((text, index) => (texts.length > 1 ? `${index + 1}. ${text}` : text)).join('\n')

/** The cells of an article that can be corrected. */
export function articleFields(article: Article, { say }: DeliveryWords) {
  const { retention } = article
  return {
    title: article.title,
    genre: say(`genre.${article.genre}`),
    publishedOn: article.publishedOn,
    people: lines(article.mentions.map(personLine)),
    organizations: joined(article.organizations.map(({ name }) => name)),
    places: joined(article.places.map(({ name }) => name)),
    authors: article.authors.join(', '),
    photographers: article.photographers.join(', '),
    lede: article.lede,
    topics: article.topics.join('; '),
    outlet: article.outlet,
    sourceAddress: article.sourceAddress,
    access: say(`access.${article.access}`),
    retention: retention ? say(`retention.${retention.code}`) : null,
    retentionBasis: retention?.basis ?? '',
    notes: article.notes,
  } satisfies RowValues
}

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
    ...articleFields(article, words),
    order,
    serial: serialOf(delivered),
    eventTitle: joined(events.map(({ title }) => title)),
    eventType: joined(events.map(({ type }) => say(`eventType.${type}`))),
    eventFrom: first?.from ?? null,
    eventTo: first?.to ?? first?.from ?? null,
    eventPlace: joined(events.map(({ place }) => place)),
    documents: lines(article.documents.map((document) => documentLine(document, words))),
    photoCount: photos.length,
    awards: lines(article.awards.map(awardLine)),
    dossier: delivered.dossier?.code ?? null,
    receivedOn: article.provenance.receivedAt.slice(0, 10),
    filedOn: article.filedAt.slice(0, 10),
    filedBy: article.provenance.filedBy,
    wordFile,
    originalNames: received.map(({ name }) => name).join('\n'),
    originalDigests: received.map(({ digest }) => digest.hex).join('\n'),
  }
}

const awardLine = ({ name, to }: Article['awards'][number]) => (to.length > 0 ? `${name}: ${to.join('; ')}` : name)

/**
 * The row of a photo in the order and wording of EAD_pic (Thông tư 05/2025/TT-BNV). People have no field
 * there: they go into the note. Code, retention and security copy are those of the dossier; outside one, and where
 * only the records office knows, cells stay empty.
 */
export async function photoRow(
  delivered: DeliveredArticle,
  index: number,
  order: number,
  pictureFile: LinkValue | null,
  { say }: DeliveryWords,
): Promise<RowValues> {
  const { article, dossier } = delivered
  const codes = await delivered.itemCodes?.()
  const retention = article.retention ?? dossier?.retention
  const shown = delivered.photos[index] as DeliveredPhoto
  const { photo, caption, name } = shown
  const event = eventOf({ shown, within: delivered })
  return {
    ...photoFields(photo, { caption, photographers: article.photographers, place: event?.place ?? '' }),
    docCode: codes?.get(photo.id) ?? null,
    maintenance: retention ? say(`retention.${retention.code}`) : null,
    inforSign: dossier?.informationSign || null,
    riskRecovery: dossier ? say(`delivery.forms.securityCopy.${dossier.securityCopy ? 'kept' : 'none'}`) : null,
    riskRecoveryStatus: dossier?.securityCopy ? say(`delivery.forms.securityCopy.${dossier.securityCopy}`) : null,
    typePic: say('kind.photo'),
    archivesNumber: `${serialOf(delivered)}.${String(index + 1).padStart(2, '0')}`,
    eventName: event?.title ?? null,
    filmSize: photo.width > 0 ? `${photo.width}x${photo.height}` : null,
    docAttached: say('delivery.catalogue.yes'),
    mode: say(`access.${article.access}`),
    description: namesIn(delivered, photo),
    fileName: name,
    pictureFile,
    articleOrder: order,
    articleTitle: article.title,
    camera: photo.camera,
    takenAt: photo.takenAt,
    size: photo.file.size,
    digest: photo.file.digest.hex,
  }
}

/** The cells of a photo that can be corrected; `use` fills in what its article and event know. */
export function photoFields(photo: Photo, use: { caption: string; photographers: string[]; place: string }) {
  const photographers = photo.photographers.length > 0 ? photo.photographers : use.photographers
  return {
    imageTitle: use.caption || photo.caption,
    photographer: photographers.join(', '),
    photoPlace: photo.place || use.place,
    photoTime: photo.takenOn,
    format: photo.physicalDescription,
    rights: photo.rights,
  } satisfies RowValues
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

/** The cells of an event that can be corrected. */
export function eventFields(event: Event, { say }: DeliveryWords) {
  return {
    title: event.title,
    type: say(`eventType.${event.type}`),
    from: event.from,
    to: event.to ?? event.from,
    place: event.place,
    host: event.host,
    note: event.note,
  } satisfies RowValues
}

/** The row of an event and the articles that report it. */
export function eventRow(event: Event, articles: number[], order: number, words: DeliveryWords): RowValues {
  return { ...eventFields(event, words), order, articleCount: articles.length, articles: ranges(articles) }
}
