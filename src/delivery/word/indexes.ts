import type { Table } from 'docx'
import type { AsReceivedFile } from '#core/model/common'
import type { DeliveredArticle } from '../delivery'
import { ranges, type SeenPeople, type SeenPerson } from '../people'
import type { DeliveryRules } from '../rules'
import type { DeliveryWords } from '../words'
import { ruledTable, styled } from './parts'

/** The people index ordered by given name, with the offices as written; null where there is nobody. */
export function peopleTable(people: SeenPeople, rules: DeliveryRules, { say }: DeliveryWords): Table | null {
  if (people.size === 0) return null
  const head = (['order', 'name', 'office', 'articles'] as const).map((column) =>
    styled('NoteHead', say(`delivery.book.column.${column}`)),
  )
  const rows = people
    .sorted()
    .map((person, index) => [
      [styled('NoteNumber', String(index + 1))],
      [styled('NoteText', person.name)],
      officeLines(person, say).map((office) => styled('NoteText', office)),
      [styled('NoteText', ranges(person.articles))],
    ])
  return ruledTable(rules, [8, 27, 47, 18], head, rows)
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

  /** Null where no file lies behind the articles. */
  table(): Table | null {
    if (this.rows.length === 0) return null
    const { say, size } = this.words
    const head = (['articles', 'file', 'size', 'digest'] as const).map((column) =>
      styled('NoteHead', say(`delivery.book.column.${column}`)),
    )
    const rows = this.rows.map(({ number, file }) => [
      [styled('NoteNumber', String(number))],
      [styled('NoteText', file.name)],
      [styled('NoteNumber', size(file.size))],
      [styled('NoteDigest', file.digest.hex)],
    ])
    return ruledTable(this.rules, [7, 22, 11, 60], head, rows)
  }
}
