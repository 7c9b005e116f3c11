import type { Article } from '#core/model/article'
import { articleDate } from '#core/model/article-date'
import { sameTextOf, saysEnough } from '#core/model/same-text'
import type { AuthorityKind } from '#core/model/views'
import { linksOf, photoLinksOf, readParts, tagText } from './content'
import type { FactKind } from './facts'
import type { WordRows, WordRowsMaker } from './word-rows'

// So much of the text is kept for showing hits; further hits are read from the catalogue.
const BEGINNING = 500
// And so much of the tags beside it.
const TAGS = 200

/** What articles show of an authority record. */
export interface AuthorityShown {
  kind: string
  name: string
  detail: string
  date: string | null
}

/** What a photo lends to its articles. */
export interface PhotoLent {
  text: string
  /** For the table of captions alone. */
  tags: string
  photographers: string[]
  /** Names of the people that it shows by itself. */
  names: string[]
}

/** What the records that articles point at lend to them; null where there is no such record. */
export interface Lender {
  authority(kind: AuthorityKind, id: string): AuthorityShown | null
  photo(id: string): PhotoLent | null
}

/** An authority record that an article points at. */
export interface Pointer {
  kind: AuthorityKind
  id: string
}

/** A photo as an article uses it. */
export interface ReadUse {
  id: string
  caption: string
  /** Its row of `words`, for the table of captions where no other article uses the photo. */
  row: number
}

/** What a draft or article is found by as a duplicate. */
export interface ReadSource {
  title: string
  /** The digest that finds the same text again (`core/model/same-text`). */
  sameText: string
  /** Digests of the files it came from. */
  files: string[]
}

/** One thing an article points at: a record by its id, the rest as written. */
export interface ReadFact {
  kind: FactKind
  what: string
}

/** What an index takes of an article: most of the work, and none of it asks the database. */
export interface ReadArticle {
  of: 'article'
  serial: number
  title: string
  date: string
  dateKind: string
  genre: string
  status: Article['status']
  eventTitle: string | null
  links: Pointer[]
  photos: ReadUse[]
  /** Which photos, by their places, belong to which of the links. */
  shown: (Pointer & { photo: number })[]
  /** What it points at, for filters; an office follows its person. */
  facts: ReadFact[]
  /** How text and tags begin, as people read them. */
  beginning: string
  /** The row of all its words, that of its title, and those of its photos. */
  words: WordRows
  /** Null where it lies in the bin, which is no reason to call something a duplicate. */
  source: ReadSource | null
}

/** Reads an article. */
export function readArticle(article: Article, lender: Lender, words: WordRowsMaker): ReadArticle {
  const links = linksOf(article)
  const photos = article.photos.map(({ photoId }) => lender.photo(photoId))
  const event = links.find(({ kind }) => kind === 'event')
  const ofEvent = event ? lender.authority('event', event.id) : null
  const lent = [...lentNames(links, lender), ...photos.map((photo) => photo?.text ?? '')]
  const { beginning, sameText } = addText(words, article, lent)
  words.add([article.title])
  const shown = photoLinksOf(article)
  const rows = addCaptions(words, article, photos, shown, lender)
  const { serial, title, genre, status, asReceived } = article
  const files = asReceived.map((file) => file.digest.hex)
  return {
    of: 'article',
    ...{ serial, title, genre, status },
    ...articleDate(article, ofEvent?.date ?? null),
    eventTitle: ofEvent?.name ?? null,
    links,
    photos: article.photos.map(({ photoId, caption }) => ({ id: photoId, caption, row: rows.get(photoId)! })),
    shown,
    facts: factsOf(article, links, photos),
    beginning,
    words: words.take(),
    source: status === 'binned' ? null : { title, sameText, files },
  }
}

function addText(words: WordRowsMaker, article: Article, lent: string[]) {
  const { own, captions, repeats } = readParts(article)
  const tags = tagText(article, lent).normalize('NFC')
  const [title, text, shown] = [article.title, own.normalize('NFC'), captions.normalize('NFC')]
  const digest = words.add([title, text, shown, tags], 2)
  const read = `${text}\n${shown}`.trim()
  return {
    beginning: `${read.slice(0, BEGINNING)}\n${tags.slice(0, TAGS)}`.trim(),
    sameText: saysEnough(article) && !repeats ? digest : sameTextOf(article),
  }
}

/** Adds the words each photo of an article can be found by; returns which row is whose. */
function addCaptions(
  words: WordRowsMaker,
  article: Article,
  photos: (PhotoLent | null)[],
  shown: ReadArticle['shown'],
  lender: Lender,
): Map<string, number> {
  const texts = new Map<string, string[]>()
  const said = (photo: number) => {
    const { photoId } = article.photos[photo]!
    return texts.get(photoId) ?? texts.set(photoId, []).get(photoId)!
  }
  for (const [at, { caption }] of article.photos.entries()) {
    said(at).push(caption, photos[at]?.text ?? '', photos[at]?.tags ?? '', ...(photos[at]?.names ?? []))
  }
  for (const { kind, id, photo } of shown) {
    const name = kind === 'event' ? null : lender.authority(kind, id)?.name
    if (name) said(photo).push(name)
  }
  const rows = new Map<string, number>()
  for (const [id, pieces] of texts) rows.set(id, addCaption(words, pieces))
  return rows
}

/** Adds what a photo is found by, of everything said of it. */
export function addCaption(words: WordRowsMaker, texts: string[]): number {
  words.add([[...new Set(texts)].join('\n')])
  return words.last
}

function factsOf(article: Article, links: Pointer[], photos: (PhotoLent | null)[]): ReadFact[] {
  const linked = (kind: AuthorityKind & FactKind) =>
    links.filter((link) => link.kind === kind).map(({ id }) => ({ kind, what: id }))
  const written = (kind: FactKind, names: Iterable<string>) =>
    [...names].filter((name) => name.trim() !== '').map((what) => ({ kind, what }))
  const photographers = new Set([...article.photographers, ...photos.flatMap((photo) => photo?.photographers ?? [])])
  return [
    ...linked('event'),
    ...article.mentions.flatMap(({ personId, offices }) => [
      { kind: 'person' as const, what: personId },
      ...written('office', offices),
    ]),
    ...linked('place'),
    ...linked('organization'),
    ...linked('document'),
    ...written('author', article.authors),
    ...written('photographer', photographers),
    ...(article.dossierId ? [{ kind: 'dossier' as const, what: article.dossierId }] : []),
  ]
}

function lentNames(links: Pointer[], lender: Lender): string[] {
  return links.flatMap(({ kind, id }) => {
    const shown = lender.authority(kind, id)
    if (!shown) return []
    // An event's place belongs to its articles; a person's present office does not.
    return kind === 'event' ? [shown.name, shown.detail] : [shown.name]
  })
}
