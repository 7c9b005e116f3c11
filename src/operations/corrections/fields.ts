import type { CorrectedKind } from '#core/corrections/marks'
import { readDate } from '#core/corrections/read-date'
import type { Article } from '#core/model/article'
import type { Event, Person } from '#core/model/authority'
import { AccessConditions, RetentionPeriod } from '#core/model/common'
import type { Photo } from '#core/model/photo'
import { EventType, Genre } from '#core/model/vocabulary'
import { comparable } from '#core/text/fold'
import { type DeliveryWords, deliveryWords } from '#delivery/words'
import type { CellRead } from '#intake/protocol'

/** What a cell means for a record: text to keep, or why it cannot be kept. */
export type Reading = { value: string } | { problem: string; args?: Record<string, string> }

/** A field that can be corrected: how its cell is read, and how the record takes it. */
export interface Field<R> {
  read(cell: CellRead | null): Reading
  /** Missing where taking it needs other records too. */
  write?(record: R, value: string): R
}

const words = { vi: deliveryWords('vi'), en: deliveryWords('en') }

/** A text as a record keeps it. */
const tidy = (cell: CellRead | null): string =>
  (cell?.text ?? '')
    .normalize('NFC')
    .replace(/[ \u00a0\t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()

const text =
  (most: number, required = false) =>
  (cell: CellRead | null): Reading => {
    const value = tidy(cell)
    if (cell?.kind === 'error') return { problem: 'cell-error' }
    if (required && value === '') return { problem: 'empty' }
    return value.length > most ? { problem: 'too-long', args: { most: String(most) } } : { value }
  }

const oneLine = (most: number, required = false) => {
  const read = text(most, required)
  return (cell: CellRead | null): Reading => {
    const reading = read(cell)
    return 'value' in reading ? { value: reading.value.replaceAll('\n', ' ') } : reading
  }
}

function date(cell: CellRead | null): Reading {
  if (cell?.date) return { value: cell.date }
  const value = tidy(cell)
  if (value === '') return { value: '' }
  const read = readDate(value)
  return 'date' in read ? { value: read.date } : { problem: read.problem }
}

/** One of a closed list, by its words in either language or by its code. */
const oneOf =
  (codes: readonly string[], say: (words: DeliveryWords, code: string) => string, required: boolean) =>
  (cell: CellRead | null): Reading => {
    const value = comparable(tidy(cell))
    if (value === '') return required ? { problem: 'empty' } : { value: '' }
    const found = codes.find(
      (code) => code === value || [words.vi, words.en].some((language) => comparable(say(language, code)) === value),
    )
    if (found) return { value: found }
    return { problem: 'not-in-list', args: { list: codes.map((code) => say(words.vi, code)).join(', ') } }
  }

/** Names of a list, each once. */
export const listed = (value: string, between: RegExp): string[] => [
  ...new Set(
    value
      .split(between)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
]
const nameSeparator = /[,;\n]/
export const termSeparator = /[;\n]/

const retentionOf = (article: Article, code: string): Article['retention'] =>
  code === '' ? null : RetentionPeriod.parse({ code, basis: article.retention?.basis ?? '' })

/** Cells of the sheet of articles. */
export const articleFields: Record<string, Field<Article>> = {
  title: { read: oneLine(2_000, true), write: (article, title) => ({ ...article, title }) },
  genre: {
    read: oneOf(Genre.options, ({ say }, code) => say(`genre.${code as Genre}`), true),
    write: (article, genre) => ({ ...article, genre: genre as Genre }),
  },
  publishedOn: { read: date, write: (article, value) => ({ ...article, publishedOn: value || null }) },
  people: { read: text(30_000) },
  organizations: { read: text(30_000) },
  places: { read: text(30_000) },
  authors: { read: text(5_000), write: (article, value) => ({ ...article, authors: listed(value, nameSeparator) }) },
  photographers: {
    read: text(5_000),
    write: (article, value) => ({ ...article, photographers: listed(value, nameSeparator) }),
  },
  lede: { read: text(32_000), write: (article, value) => ({ ...article, lede: value || null }) },
  topics: { read: text(5_000), write: (article, value) => ({ ...article, topics: listed(value, termSeparator) }) },
  outlet: { read: oneLine(500), write: (article, outlet) => ({ ...article, outlet }) },
  sourceAddress: { read: oneLine(2_000), write: (article, sourceAddress) => ({ ...article, sourceAddress }) },
  access: {
    read: oneOf(AccessConditions.options, ({ say }, code) => say(`access.${code as AccessConditions}`), true),
    write: (article, access) => ({ ...article, access: access as AccessConditions }),
  },
  retention: {
    read: oneOf(
      RetentionPeriod.shape.code.options,
      ({ say }, code) => say(`retention.${code as RetentionPeriod['code']}`),
      false,
    ),
    write: (article, code) => ({ ...article, retention: retentionOf(article, code) }),
  },
  // A basis without a period is a period of its own kind: 07, other.
  retentionBasis: {
    read: oneLine(500),
    write: (article, basis) => ({
      ...article,
      retention: article.retention || basis !== '' ? { code: article.retention?.code ?? '07', basis } : null,
    }),
  },
  notes: { read: text(20_000), write: (article, notes) => ({ ...article, notes }) },
}

/** The caption belongs to the use of a photo in an article. */
export const captionField = (photoId: string): Field<Article> => ({
  read: text(5_000),
  write: (article, caption) => ({
    ...article,
    photos: article.photos.map((use) => (use.photoId === photoId ? { ...use, caption } : use)),
  }),
})

/** Cells of the sheet of photos, but for the caption. */
export const photoFields: Record<string, Field<Photo>> = {
  photographer: {
    read: text(5_000),
    write: (photo, value) => ({ ...photo, photographers: listed(value, nameSeparator) }),
  },
  photoPlace: { read: oneLine(1_000), write: (photo, place) => ({ ...photo, place }) },
  photoTime: { read: date, write: (photo, value) => ({ ...photo, takenOn: value || null }) },
  format: { read: oneLine(1_000), write: (photo, physicalDescription) => ({ ...photo, physicalDescription }) },
  rights: { read: oneLine(2_000), write: (photo, rights) => ({ ...photo, rights }) },
}

export const eventFields: Record<string, Field<Event>> = {
  title: { read: oneLine(2_000, true), write: (event, title) => ({ ...event, title }) },
  type: {
    read: oneOf(EventType.options, ({ say }, code) => say(`eventType.${code as EventType}`), true),
    write: (event, type) => ({ ...event, type: type as EventType }),
  },
  from: { read: date, write: (event, value) => ({ ...event, from: value || null }) },
  to: { read: date, write: (event, value) => ({ ...event, to: value || null }) },
  place: { read: oneLine(1_000), write: (event, value) => ({ ...event, place: value || null }) },
  host: { read: oneLine(1_000), write: (event, value) => ({ ...event, host: value || null }) },
  note: { read: text(20_000), write: (event, note) => ({ ...event, note }) },
}

export const personFields: Record<string, Field<Person>> = {
  name: {
    read: oneLine(300, true),
    // The former name stays a spelling, so that it is still found by it.
    write: (person, name) => ({
      ...person,
      name,
      spellings: [...new Set([...person.spellings, person.name])].filter((spelling) => spelling !== name),
    }),
  },
  note: { read: text(20_000), write: (person, note) => ({ ...person, note }) },
}

const fieldsByKind = { article: articleFields, photo: photoFields, event: eventFields, person: personFields }

/** The field of a kind of record by the name the contract has for it: `caption:<photo>` for a caption. */
export function fieldOf(kind: CorrectedKind, name: string): Field<object> | null {
  if (kind === 'article' && name.startsWith('caption:')) {
    return captionField(name.slice('caption:'.length))
  }
  const all: Record<string, Field<object>> = fieldsByKind[kind]
  return Object.hasOwn(all, name) ? (all[name] ?? null) : null
}

/** A value as people read it. */
export function shownValue(kind: CorrectedKind, field: string, value: string): string {
  const { say, date: show } = words.vi
  if (value === '') return ''
  if (['publishedOn', 'photoTime', 'from', 'to'].includes(field)) return show(value)
  if (kind === 'article' && field === 'genre') return say(`genre.${value as Genre}`)
  if (kind === 'article' && field === 'access') return say(`access.${value as AccessConditions}`)
  if (kind === 'article' && field === 'retention') return say(`retention.${value as RetentionPeriod['code']}`)
  if (kind === 'event' && field === 'type') return say(`eventType.${value as EventType}`)
  return value
}
