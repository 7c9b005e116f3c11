import type { Article } from '#core/model/article'
import type { AnyRecord, RecordKind, RecordOf } from '#core/model/records'
import type { AuthorityKind } from '#core/model/views'
import { nameSortKey, sortKey } from './sort-key'

/** What an authority record shows in lists and lends to the text of its articles. */
export interface AuthorityContent {
  name: string
  nameKey: string
  detail: string
  date: string | null
  /** Kind of event; empty for others. */
  type: string
  /** Everything it can be found by. */
  words: string
  /** What it is called, for fields of a search: a person without offices, an event without its place. */
  names: string
  /** Where an event took place. */
  place: string
}

export const authorityKinds: readonly AuthorityKind[] = ['event', 'person', 'organization', 'place', 'document']

/** True for the kinds that have lists of their own with what is attached. */
export function isAuthority(kind: RecordKind): kind is AuthorityKind {
  return (authorityKinds as readonly RecordKind[]).includes(kind)
}

/** The row of an authority record. */
export function authorityContent(kind: AuthorityKind, record: AnyRecord): AuthorityContent {
  switch (kind) {
    case 'event':
      return eventContent(record as RecordOf<'event'>)
    case 'person':
      return personContent(record as RecordOf<'person'>)
    case 'document':
      return documentContent(record as RecordOf<'document'>)
    case 'organization':
    case 'place':
      return namedContent(record as RecordOf<'organization'> | RecordOf<'place'>)
  }
}

function eventContent({ type, title, place, host, from }: RecordOf<'event'>): AuthorityContent {
  const words = joined([title, place, host])
  const shown = { name: title, nameKey: sortKey(title), detail: place ?? host ?? '', date: from }
  return { ...shown, type, words, names: title, place: place ?? '' }
}

function personContent({ name, spellings, offices }: RecordOf<'person'>): AuthorityContent {
  const latest = offices
    .map((held) => ({
      ...held,
      last:
        [held.to, held.from, ...held.seen]
          .filter((date) => date !== null)
          .sort()
          .at(-1) ?? '',
    }))
    .sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : 0))[0]
  const words = joined([name, ...spellings, ...offices.flatMap((held) => [held.office, held.organization])])
  const detail = latest ? joined([latest.office, latest.organization], ', ') : ''
  const shown = { name, nameKey: nameSortKey(name), detail, date: latest?.last || null }
  return { ...shown, type: '', words, names: joined([name, ...spellings]), place: '' }
}

function documentContent({ type, number, date, issuer, subject }: RecordOf<'document'>): AuthorityContent {
  const name = joined([type, number], ' ') || (subject ?? '')
  const detail = subject ?? issuer ?? ''
  const words = joined([type, number, issuer, subject])
  return { name, nameKey: sortKey(name), detail, date, type: '', words, names: words, place: '' }
}

function namedContent(record: RecordOf<'organization'> | RecordOf<'place'>): AuthorityContent {
  const detail = 'kind' in record ? record.kind : record.abbreviation
  const words = joined([record.name, ...record.spellings, record.abbreviation])
  const shown = { name: record.name, nameKey: sortKey(record.name), detail, date: record.validFrom }
  return { ...shown, type: '', words, names: words, place: '' }
}

/** A dossier, for `hồ sơ:`; it has no list of this kind. */
export function dossierContent({ code, title, from }: RecordOf<'dossier'>): AuthorityContent {
  const words = joined([code, title])
  return { name: title, nameKey: sortKey(title), detail: code, date: from, type: '', words, names: words, place: '' }
}

/** Authority records an article points at. */
export function linksOf(article: Article): { kind: AuthorityKind; id: string }[] {
  const links = [
    ...article.events.map((id) => ({ kind: 'event' as const, id })),
    ...article.mentions.map(({ personId }) => ({ kind: 'person' as const, id: personId })),
    ...article.organizations.map(({ id }) => ({ kind: 'organization' as const, id })),
    ...article.places.map(({ id }) => ({ kind: 'place' as const, id })),
    ...article.documents.map(({ id }) => ({ kind: 'document' as const, id })),
  ]
  return [...new Map(links.map((link) => [`${link.kind}/${link.id}`, link])).values()]
}

/**
 * Which of an article's photos, by their places, belong to which of its authority records: all to its events, and to
 * a person, body or place those whose caption names it.
 */
export function photoLinksOf(article: Article): { kind: AuthorityKind; id: string; photo: number }[] {
  const named = [
    ...article.mentions.map(({ personId, spans }) => ({ kind: 'person' as const, id: personId, spans })),
    ...article.organizations.map(({ id, spans }) => ({ kind: 'organization' as const, id, spans })),
    ...article.places.map(({ id, spans }) => ({ kind: 'place' as const, id, spans })),
  ]
  const byCaption = named.flatMap(({ kind, id, spans }) =>
    spans.flatMap(({ part, index: photo }) =>
      part === 'caption' && photo < article.photos.length ? [{ kind, id, photo }] : [],
    ),
  )
  const byEvent = article.events.flatMap((id) =>
    article.photos.map((_, photo) => ({ kind: 'event' as const, id, photo })),
  )
  return [...byEvent, ...byCaption]
}

/** The text of an article as people read it, one piece a line. */
export function readText(article: Article): string {
  const { own, captions } = readParts(article)
  return joined([own, captions])
}

/** Its own words and those of its captions, apart; `repeats` where something in it is said twice. */
export function readParts(article: Article): { own: string; captions: string; repeats: boolean } {
  const pieces = [article.lede, ...article.body.map((block) => block.text)].filter((piece) => !!piece)
  const said = new Set(pieces)
  const captions = article.photos.map((photo) => photo.caption).filter((caption) => !said.has(caption))
  return { own: [...said].join('\n'), captions: joined(captions), repeats: said.size < pieces.length }
}

/**
 * The tags of an article, one a line.
 * @param lent words of the authority records and photos it points at
 */
export function tagText(article: Article, lent: string[]): string {
  return joined([
    ...article.mentions.flatMap((mention) => [mention.name, ...mention.offices]),
    ...article.organizations.map((use) => use.name),
    ...article.places.map((use) => use.name),
    ...article.documents.map((cited) => joined([cited.type, cited.number, cited.issuer, cited.subject], ' ')),
    ...article.awards.flatMap((award) => [award.name, ...award.to]),
    ...article.authors,
    ...article.photographers,
    ...article.topics,
    article.outlet,
    article.notes,
    ...lent,
  ])
}

/** What a photo lends to the text of its articles. */
export function photoText(photo: RecordOf<'photo'>): string {
  return joined([...photo.photographers, photo.caption, photo.place])
}

/** What else a photo is found by, and no article: words that its file brought along. */
export function photoTags({ title, keywords = [], namedInside = [] }: RecordOf<'photo'>): string {
  return joined([title, ...keywords, ...namedInside.map(({ name }) => name)])
}

/** Non-empty pieces, each once. */
function joined(pieces: (string | null | undefined)[], separator = '\n'): string {
  return [...new Set(pieces.filter((piece): piece is string => !!piece))].join(separator)
}
