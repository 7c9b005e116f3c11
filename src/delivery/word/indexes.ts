import type { Table } from 'docx'
import type { AsReceivedFile } from '#core/model/common'
import { sortedByName } from '#core/text/collate'
import type { DeliveredArticle } from '../delivery'
import type { DeliveryRules } from '../rules'
import type { DeliveryWords } from '../words'
import { ruledTable, styled } from './parts'

interface Indexed {
  name: string
  articles: number[]
  offices: Map<string, number[]>
}

/** Who appears in a book, in which office as written, in which articles. Two people of one name stay two. */
export class PeopleIndex {
  private readonly people = new Map<string, Indexed>()

  constructor(
    private readonly rules: DeliveryRules,
    private readonly words: DeliveryWords,
  ) {}

  get size(): number {
    return this.people.size
  }

  add({ article, people }: DeliveredArticle, number: number): void {
    for (const mention of article.mentions) {
      const record = people.find(({ id }) => id === mention.personId)
      const known = this.people.get(mention.personId)
      const person: Indexed = known ?? { name: record?.name ?? mention.name, articles: [], offices: new Map() }
      if (!known) this.people.set(mention.personId, person)
      if (person.articles.at(-1) !== number) person.articles.push(number)
      const office = mention.offices.join(', ')
      if (office !== '') person.offices.set(office, [...(person.offices.get(office) ?? []), number])
    }
  }

  /** The index ordered by given name, as offices list people; null where there is nobody. */
  table(): Table | null {
    if (this.people.size === 0) return null
    const { say } = this.words
    const head = (['order', 'name', 'office', 'articles'] as const).map((column) =>
      styled('NoteHead', say(`delivery.book.column.${column}`)),
    )
    const rows = sortedByName([...this.people.values()], ({ name }) => name).map((person, index) => [
      [styled('NoteNumber', String(index + 1))],
      [styled('NoteText', person.name)],
      this.offices(person).map((office) => styled('NoteText', office)),
      [styled('NoteText', ranges(person.articles))],
    ])
    return ruledTable(this.rules, [8, 27, 47, 18], head, rows)
  }

  private offices({ offices }: Indexed): string[] {
    const all = [...offices]
    if (all.length === 0) return ['']
    if (all.length === 1) return [all[0]![0]]
    return all.map(([office, numbers]) =>
      this.words.say('delivery.book.officeIn', { office, numbers: ranges(numbers) }),
    )
  }
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

/** Numbers in order, runs of three and more as a range: 1, 2, 5–8. */
export function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else if (!last || number !== last[1]) runs.push([number, number])
  }
  return runs
    .map(([from, to]) => (to === from ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(', ')
}
