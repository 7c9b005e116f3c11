import type { Archive } from '#archive/archive'
import type { CatalogueSheet } from '#core/corrections/marks'
import { readDate } from '#core/corrections/read-date'
import type { Article } from '#core/model/article'
import type { Event, Person } from '#core/model/authority'
import type { Photo } from '#core/model/photo'
import { type CellValue, cellText } from '#delivery/excel/cells'
import { articleFields, eventFields, photoFields } from '#delivery/excel/rows'
import { type ColumnRule, shippedRules } from '#delivery/rules'
import { deliveryWords } from '#delivery/words'
import type { CellRead } from '#intake/protocol'

const words = deliveryWords()

/** The records of a row, as far as they are there. */
export interface RowRecords {
  article?: Article
  photo?: Photo
  event?: Event
  person?: Person
}

export type Shown = Record<string, CellValue>

/** The correctable cells of a row as an export of these records shows them. */
export async function shownCells(archive: Archive, sheet: CatalogueSheet, records: RowRecords): Promise<Shown> {
  const { article, photo, event, person } = records
  switch (sheet) {
    case 'articles':
      return article ? articleFields(article, words) : {}
    case 'events':
      return event ? eventFields(event, words) : {}
    case 'people':
      return person ? { name: person.name, note: person.note } : {}
    case 'photos': {
      if (!photo) return {}
      const events = await archive.getMany('event', article?.events ?? [])
      const own = events.find(({ id }) => id === photo.eventId) ?? events[0]
      const caption = article?.photos.find(({ photoId }) => photoId === photo.id)?.caption ?? ''
      const use = { caption, photographers: article?.photographers ?? [], place: own?.place ?? '' }
      return photoFields(photo, use)
    }
  }
}

/** True where a cell says what an export would have written there. */
export function saysTheSame(cell: CellRead | null, shown: CellValue, column: ColumnRule): boolean {
  const exported = typeof shown === 'string' ? shown : ''
  if (column.kind !== 'date') return tidied(cell?.text ?? '') === tidied(exported)
  if (cell?.date) return cell.date === exported
  const text = tidied(cell?.text ?? '')
  if (text === '' || exported === '') return text === exported
  const read = readDate(text)
  return 'date' in read && read.date === exported
}

/** A shown value as people read it. */
export function readable(shown: CellValue, column: ColumnRule): string {
  if (typeof shown !== 'string') return ''
  return column.kind === 'date' ? words.date(shown) : shown
}

// What editing and saving may change though nobody meant to: composed letters, line ends, spaces.
const tidied = (text: string): string =>
  cellText(text, shippedRules.excel.maxCharacters)
    .replaceAll('_x005F_', '_')
    .normalize('NFC')
    .replace(/[ \u00a0\t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
