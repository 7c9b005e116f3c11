import type { Table } from 'docx'
import type { AsReceivedFile } from '#core/model/common'
import type { DeliveredArticle } from '../delivery'
import { ranges, type SeenPeople, type SeenPerson } from '../people'
import type { DeliveryRules } from '../rules'
import type { DeliveryWords } from '../words'
import { type Cell, type CellLine, table } from './table'

/** The people index ordered by given name, with the offices as written; null where there is nobody. */
export function peopleTable(people: SeenPeople, rules: DeliveryRules, { say }: DeliveryWords): Table | null {
  if (people.size === 0) return null
  const head = (['order', 'name', 'office', 'articles'] as const).map(
    (column): Cell => [['NoteHead', say(`delivery.book.column.${column}`)]],
  )
  const rows = people
    .sorted()
    .map((person, index): Cell[] => [
      [['NoteNumber', String(index + 1)]],
      [['NoteText', person.name]],
      officeLines(person, say).map((office): CellLine => ['NoteText', office]),
      [['NoteText', ranges(person.articles)]],
    ])
  return table(rules, { widths: [8, 27, 47, 18], head: [head], rows })
}

/** One line per office held; the articles of each are named where there are several. */
function officeLines({ offices }: SeenPerson, say: DeliveryWords['say']): string[] {
  const all = [...offices]
  if (all.length <= 1) return [all[0]?.[0] ?? '']
  return all.map(([office, numbers]) => say('delivery.book.officeIn', { office, numbers: ranges(numbers) }))
}

/** The originals behind a book with their SHA-256, for whoever checks them later. */
export class OriginalsList {
  private readonly rows: { number: number; file: AsReceivedFile }[] = []

  constructor(
    private readonly rules: DeliveryRules,
    private readonly words: DeliveryWords,
  ) {}

  add({ article, photos }: DeliveredArticle, number: number): void {
    const received = article.asReceived.filter(({ role }) => role !== 'photo')
    for (const file of [...received, ...photos.map(({ photo }) => photo.file)]) this.rows.push({ number, file })
  }

  get size(): number {
    return this.rows.length
  }

  /** Null where no file lies behind the articles. */
  list(): Table | null {
    if (this.rows.length === 0) return null
    const { say, size } = this.words
    const head = (['articles', 'file', 'size', 'digest'] as const).map(
      (column): Cell => [['NoteHead', say(`delivery.book.column.${column}`)]],
    )
    const rows = this.rows.map(({ number, file }): Cell[] => [
      [['NoteNumber', String(number)]],
      [['NoteText', file.name]],
      [['NoteNumber', size(file.size)]],
      [['NoteDigest', file.digest.hex]],
    ])
    return table(this.rules, { widths: [7, 22, 11, 60], head: [head], rows })
  }
}
