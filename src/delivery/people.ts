import type { Person } from '#core/model/authority'
import { sortedByName } from '#core/text/collate'
import type { DeliveredArticle } from './delivery'

/** A person met in the articles of a delivery, the offices as written, and the numbers of the articles. */
export interface SeenPerson {
  /** Null where the record could not be read. */
  record: Person | null
  name: string
  note: string
  articles: number[]
  offices: Map<string, number[]>
}

/** Collects the people of a delivery article by article. Two people of one name stay two. */
export class SeenPeople {
  private readonly byId = new Map<string, SeenPerson>()

  get size(): number {
    return this.byId.size
  }

  add({ article, people }: DeliveredArticle, number: number): void {
    for (const mention of article.mentions) {
      const person = this.byId.get(mention.personId) ?? this.begin(mention, people)
      if (person.articles.at(-1) !== number) person.articles.push(number)
      const office = mention.offices.join(', ')
      if (office === '') continue
      const seen = person.offices.get(office)
      if (seen) seen.push(number)
      else person.offices.set(office, [number])
    }
  }

  /** By given name, as offices list people. */
  sorted(): SeenPerson[] {
    return sortedByName([...this.byId.values()], ({ name }) => name)
  }

  private begin(
    { personId, name }: DeliveredArticle['article']['mentions'][number],
    people: DeliveredArticle['people'],
  ): SeenPerson {
    const record = people.find(({ id }) => id === personId) ?? null
    const person = { record, name: record?.name ?? name, note: record?.note ?? '', articles: [], offices: new Map() }
    this.byId.set(personId, person)
    return person
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
