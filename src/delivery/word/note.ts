import type { FileChild } from 'docx'
import type { DeliveryContext } from '../delivery'
import { documentLine, eventLine, personLine, serialOf } from '../describe'
import type { ArticlePages } from './body'
import { styled } from './parts'
import { type Cell, table } from './table'

type Row = [label: string, cell: Cell]

/** Where the digests of an article's files stand: under it, or in the list at the end under its number. */
export type Digests = 'here' | { appendix: number }

/** Everything a records officer asks of an article, as a two-column table under its text. */
export function sourceNote(pages: ArticlePages, context: DeliveryContext, digests: Digests): FileChild[] {
  const rows = [
    ...(digests === 'here' ? sheetHead(pages, context) : []),
    ...custody(pages),
    ...content(pages),
    ...files(pages, digests),
  ]
  return [
    styled('NoteHeading', pages.words.say('delivery.note.heading')),
    table(pages.rules, {
      widths: [26, 74],
      rows: rows.map(([label, cell]) => [[['NoteLabel', label]], cell]),
      together: true,
    }),
  ]
}

/** What a single sheet must say by itself; in a book the cover and the line under the title say it. */
function sheetHead({ delivered: { article }, words }: ArticlePages, { agency, fonds }: DeliveryContext): Row[] {
  const { say, date } = words
  return [
    ...row(say('delivery.note.agency'), agency),
    ...row(say('delivery.note.fonds'), fonds),
    ...row(say('delivery.note.genre'), say(`genre.${article.genre}`)),
    ...row(say('delivery.note.published'), article.publishedOn ? date(article.publishedOn) : ''),
  ]
}

function custody({ delivered, words: { say } }: ArticlePages): Row[] {
  const { article } = delivered
  return [
    ...row(say('delivery.note.serial'), serialOf(delivered)),
    ...row(say('delivery.note.outlet'), article.outlet),
    ...row(say('delivery.note.address'), article.sourceAddress),
    ...row(say('delivery.note.access'), say(`access.${article.access}`)),
    ...row(say('delivery.note.retention'), article.retention ? say(`retention.${article.retention.code}`) : ''),
  ]
}

function content({ delivered, words }: ArticlePages): Row[] {
  const { article, events } = delivered
  const { say } = words
  const eventPlaces = [...new Set(events.flatMap((event) => event.place ?? []))]
  return [
    ...lines(
      say('delivery.note.event'),
      events.map((event) => eventLine(event, words)),
    ),
    ...lines(say('delivery.note.place'), eventPlaces),
    ...lines(say('delivery.note.people'), article.mentions.map(personLine)),
    ...row(say('delivery.note.organizations'), article.organizations.map(({ name }) => name).join('; ')),
    ...row(say('delivery.note.places'), article.places.map(({ name }) => name).join('; ')),
    ...lines(
      say('delivery.note.documents'),
      article.documents.map((document) => documentLine(document, words)),
    ),
    ...lines(
      say('delivery.note.awards'),
      article.awards.map(({ name, to }) => [name, to.join(', ')].filter(Boolean).join(': ')),
    ),
    ...row(say('delivery.note.topics'), article.topics.join('; ')),
  ]
}

function files({ delivered, words }: ArticlePages, digests: Digests): Row[] {
  const { say } = words
  const received = delivered.article.asReceived.filter(({ role }) => role !== 'photo')
  const photos = delivered.photos.map(({ photo }) => photo.file)
  if (digests !== 'here') {
    if (received.length + photos.length === 0) return []
    return row(say('delivery.note.originals'), say('delivery.note.seeAppendix', { number: digests.appendix }))
  }
  const cell = (all: typeof photos): Cell =>
    all.flatMap(
      (file): Cell => [
        ['NoteText', `${file.name} (${words.size(file.size)})`],
        ['NoteDigest', file.digest.hex],
      ],
    )
  return [
    ...(received.length > 0 ? [[say('delivery.note.originals'), cell(received)] satisfies Row] : []),
    ...(photos.length > 0 ? [[say('delivery.note.originalPhotos'), cell(photos)] satisfies Row] : []),
  ]
}

/** A row with one text; none where there is nothing to say. */
function row(label: string, text: string): Row[] {
  return text.trim() === '' ? [] : [[label, [['NoteText', text]]]]
}

/** A row with one paragraph for each line, numbered where there are several. */
function lines(label: string, texts: string[]): Row[] {
  if (texts.length === 0) return []
  const numbered = texts.length === 1 ? texts : texts.map((text, index) => `${index + 1}. ${text}`)
  return [[label, numbered.map((text): Cell[number] => ['NoteText', text])]]
}
