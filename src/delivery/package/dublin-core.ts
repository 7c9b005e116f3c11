import type { Dossier, FondsFields } from '#core/model/custody'
import type { DeliveredArticle } from '../delivery'
import { dateOf, personLine } from '../describe'
import { captionOf, dayOf, eventOf, peopleIn, photographersOf } from '../photos'

/** Elements of Dublin Core 1.1 (ISO 15836-1) in their customary order, then the file in the package. */
const columns = [
  'identifier',
  'title',
  'creator',
  'contributor',
  'publisher',
  'date',
  'type',
  'format',
  'language',
  'subject',
  'description',
  'coverage',
  'source',
  'relation',
  'rights',
  'file',
] as const

type Row = Partial<Record<(typeof columns)[number], string>>

const listed = (texts: (string | null | undefined)[]) => [...new Set(texts.filter(Boolean))].join('; ')

/** The head of the table. It begins with the mark by which Excel knows UTF-8. */
export const dublinCoreHead = `\uFEFF${columns.join(',')}\r\n`

export function dossierLine(dossier: Dossier, fonds: FondsFields): string {
  return line({
    identifier: dossier.code,
    title: dossier.title,
    creator: dossier.keeper,
    publisher: fonds.agency,
    date: listed([dossier.from, dossier.to]).replace('; ', '/'),
    type: 'Collection',
    subject: listed(dossier.keywords),
    description: dossier.note,
    relation: fonds.fonds,
  })
}

export function articleLine(delivered: DeliveredArticle, dossier: Dossier, fonds: FondsFields, file: string): string {
  const { article, events } = delivered
  return line({
    identifier: `${dossier.code}/${article.serial}`,
    title: article.title,
    creator: listed(article.authors),
    contributor: listed(article.photographers),
    publisher: article.outlet || fonds.agency,
    date: dateOf(delivered) ?? '',
    type: 'Text',
    format: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    language: article.language,
    subject: listed([...article.topics, ...events.map(({ title }) => title), ...article.mentions.map(personLine)]),
    description: article.lede ?? '',
    coverage: listed(article.places.map(({ name }) => name)),
    source: article.sourceAddress,
    relation: dossier.code,
    file,
  })
}

export function photoLine(
  delivered: DeliveredArticle,
  shown: DeliveredArticle['photos'][number],
  dossier: Dossier,
  made: { file: string; mediaType: string },
): string {
  const { article } = delivered
  const { photo } = shown
  const within = { shown, within: delivered }
  const event = eventOf(within)
  return line({
    identifier: photo.file.digest.hex,
    title: captionOf(within),
    creator: listed(photographersOf(within)),
    publisher: article.outlet,
    date: dayOf(within) ?? '',
    type: 'StillImage',
    format: made.mediaType,
    subject: listed([event?.title, ...peopleIn(within)]),
    coverage: photo.place || (event?.place ?? ''),
    relation: `${dossier.code}/${article.serial}`,
    rights: photo.rights,
    file: made.file,
  })
}

function line(row: Row): string {
  return `${columns.map((column) => cell(row[column] ?? '')).join(',')}\r\n`
}

/** RFC 4180; what a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
