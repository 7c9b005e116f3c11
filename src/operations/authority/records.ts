import type { Archive, ChangeEntry } from '#archive/archive'
import { usersOf } from '#archive/history/users'
import type { KindedRecord } from '#authority/references'
import type { RecordRef } from '#contract/authority'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import type { Id, PartialDate } from '#core/model/common'
import type { RecordOf } from '#core/model/records'
import type { AuthorityKind } from '#core/model/views'
import { formatDate } from '#core/text/dates'

export type AuthorityRecord<K extends AuthorityKind = AuthorityKind> = RecordOf<K>

/**
 * The record of this id.
 * @throws KhoError record-missing
 */
export async function recordOr<K extends AuthorityKind>(archive: Archive, kind: K, id: Id): Promise<RecordOf<K>> {
  const record = await archive.get(kind, id)
  if (!record) throw new KhoError('record-missing', { args: { kind, id } })
  return record
}

/** What a record is called: its name, the title of an event, type and number of a document. */
export function nameOf(kind: AuthorityKind, record: AuthorityRecord): string {
  if (kind === 'event') return (record as RecordOf<'event'>).title
  if (kind !== 'document') return (record as RecordOf<'person'>).name
  const { type, number, subject } = record as RecordOf<'document'>
  return [type, number ?? subject].filter(Boolean).join(' ')
}

/** A record in one line, with what tells it from its namesakes. */
export function refOf(kind: AuthorityKind, record: AuthorityRecord): RecordRef {
  return { id: record.id, name: nameOf(kind, record), detail: detailOf(kind, record) }
}

function detailOf(kind: AuthorityKind, record: AuthorityRecord): string {
  switch (kind) {
    case 'event': {
      const { from, place } = record as RecordOf<'event'>
      return joined([from && formatDate(from), place])
    }
    case 'person':
      return (record as RecordOf<'person'>).offices.at(-1)?.office ?? ''
    case 'document': {
      const { date, issuer } = record as RecordOf<'document'>
      return joined([date && formatDate(date), issuer])
    }
    default: {
      const { validFrom, validTo } = record as RecordOf<'place'>
      const end = (date: PartialDate | null) => (date ? formatDate(date) : '…')
      return validFrom || validTo ? `${end(validFrom)} – ${end(validTo)}` : ''
    }
  }
}

const joined = (parts: (string | null)[]): string => parts.filter(Boolean).join(' · ')

/** Everything that points at these records: by reference, and drafts and kept searches that chose them. */
export async function pointingAt(archive: Archive, kind: AuthorityKind, ids: readonly Id[]): Promise<KindedRecord[]> {
  const users = await usersOf(
    archive,
    ids.map((id) => ({ kind, id })),
  )
  const known = new Set(users.map((user) => `${user.kind}/${user.id}`))
  const kinded = users.map((user) => ({ kind: user.kind, record: user.record }) as KindedRecord)
  for (const loose of ['draft', 'search'] as const) {
    for (const record of await archive.getMany(loose, await archive.ids(loose))) {
      const names = ids.some((id) => JSON.stringify(record).includes(JSON.stringify(id)))
      if (names && !known.has(`${loose}/${record.id}`)) kinded.push({ kind: loose, record } as KindedRecord)
    }
  }
  return kinded
}

/** The articles among the records that point at something. */
export const articlesOf = (users: readonly KindedRecord[]): Article[] =>
  users.flatMap((user) => (user.kind === 'article' ? [user.record] : []))

/** How an article writes the name of a record it points at; empty for events. */
export function writtenIn(article: Article, kind: AuthorityKind, ids: readonly Id[]): string {
  const has = (id: Id) => ids.includes(id)
  switch (kind) {
    case 'event':
      return ''
    case 'person': {
      const mention = article.mentions.find(({ personId }) => has(personId))
      return mention ? [mention.name, ...mention.offices].join(', ') : ''
    }
    case 'organization':
      return article.organizations.find(({ id }) => has(id))?.name ?? ''
    case 'place':
      return article.places.find(({ id }) => has(id))?.name ?? ''
    case 'document': {
      const cited = article.documents.find(({ id }) => has(id))
      return cited ? [cited.type, cited.number].filter(Boolean).join(' ') : ''
    }
  }
}

/** The day each article stands under: published, else that of its event, else received. */
export async function daysOf(archive: Archive, articles: readonly Article[]): Promise<Map<Id, PartialDate>> {
  const days = new Map<Id, PartialDate>()
  for (const { id, publishedOn, events, provenance } of articles) {
    const [event] = publishedOn ? [] : await archive.getMany('event', events.slice(0, 1))
    days.set(id, publishedOn ?? event?.from ?? provenance.receivedAt.slice(0, 10))
  }
  return days
}

/** Articles as rows, newest first. */
export async function usesIn(
  archive: Archive,
  articles: readonly Article[],
  kind: AuthorityKind,
  ids: readonly Id[],
): Promise<{ id: Id; title: string; date: PartialDate; written: string }[]> {
  const days = await daysOf(archive, articles)
  return articles
    .map((article) => ({
      id: article.id,
      title: article.title,
      date: days.get(article.id)!,
      written: writtenIn(article, kind, ids),
    }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
}

/** The entry that puts a record, with the time of the change. */
export function putEntry(kind: KindedRecord['kind'], record: { id: Id }, at: string): ChangeEntry {
  return { kind, id: record.id, after: { ...record, updatedAt: at } } as ChangeEntry
}

/** Kinds of record a change touched, for lists on screen. */
export const kindsOf = (entries: readonly ChangeEntry[]): string[] => [...new Set(entries.map(({ kind }) => kind))]
