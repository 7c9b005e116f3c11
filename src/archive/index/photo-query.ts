import type { Note } from '#core/model/views'
import { parseQuery } from '#core/query/parse'
import type { Query } from '#core/query/query'
import type { QueryTerm } from '#core/query/terms'
import { numbersIn } from './columns'
import type { IndexDatabase } from './database'
import { factKinds, keyOfFact, kindOfFact } from './facts'
import { captionHits } from './hits'
import { type Mask, Masks, pairsOf } from './masks'
import { termMatch } from './match'
import { recordsNamed, termsNamed } from './names'

type Photos = Set<number>

/**
 * The keys of photos for a query of the same language as for articles: words are those of captions, `người:` who is
 * in the picture or named in its caption, everything else what is true of the article that uses it.
 * @returns null for all of them
 * @throws KhoError query-invalid
 */
export function photosFor(db: IndexDatabase, text: string): { found: ReadonlySet<number> | null; notes: Note[] } {
  const query = parseQuery(text)
  if (query.kind === 'and' && query.nodes.length === 0) return { found: null, notes: [] }
  const finder = new PhotoFinder(db, text)
  const found = finder.of(query)
  return { found, notes: finder.notes }
}

class PhotoFinder {
  private readonly db: IndexDatabase
  private readonly masks: Masks

  constructor(db: IndexDatabase, text: string) {
    this.db = db
    this.masks = new Masks(db, text)
  }

  get notes(): Note[] {
    return this.masks.notes
  }

  of(query: Query): Photos {
    switch (query.kind) {
      case 'and':
        return this.all(query.nodes)
      case 'or':
        return new Set(query.nodes.flatMap((node) => [...this.of(node)]))
      case 'not':
        return without(this.every(), this.of(query.node))
      case 'words':
        return this.captioned(query.term)
      case 'date':
        return this.used(this.masks.of(query))
      case 'field':
        return this.field(query)
    }
  }

  private all(nodes: Query[]): Photos {
    if (nodes.length === 0) return this.every()
    const { pairs, others } = pairsOf(nodes)
    const sets = [...pairs.map(([person, office]) => this.held(person, office)), ...others.map((node) => this.of(node))]
    sets.sort((a, b) => a.size - b.size)
    const [smallest = new Set<number>(), ...rest] = sets
    return new Set([...smallest].filter((photo) => rest.every((set) => set.has(photo))))
  }

  private field(query: Query & { kind: 'field' }): Photos {
    const { field, term } = query
    if (field === 'photo') return this.captioned(term)
    if (field === 'person') return this.linked(recordsNamed(this.db, 'person', term))
    if (field === 'office') return this.held(null, term)
    const photos = this.used(this.masks.of(query))
    if (field === 'place') for (const photo of this.captioned(term)) photos.add(photo)
    if (field === 'event') for (const photo of this.linked(recordsNamed(this.db, 'event', term))) photos.add(photo)
    return photos
  }

  private captioned(term: QueryTerm): Photos {
    return new Set(captionHits(this.db, termMatch(this.db, term)))
  }

  /** Photos that show people who held an office when the article was written. */
  private held(person: QueryTerm | null, office: QueryTerm): Photos {
    const people = person && recordsNamed(this.db, 'person', person)
    const mentions = this.mentions(people, termsNamed(this.db, 'office', office))
    const sql = `WITH m(article, person) AS (
        SELECT a.record, j.value ->> 1 FROM json_each(?) j JOIN articles a ON a.key = j.value ->> 0)
      SELECT group_concat(photo) AS list FROM (
        SELECT l.photo FROM m JOIN photo_links l ON l.authority = m.person AND l.source = m.article
        UNION SELECT l.photo FROM m JOIN photo_uses u ON u.article = m.article
          JOIN photo_links l ON l.source = u.photo AND l.photo = u.photo AND l.authority = m.person)`
    return this.list(sql, JSON.stringify(mentions))
  }

  private mentions(people: ReadonlySet<number> | null, offices: ReadonlySet<number>): [key: number, person: number][] {
    const { pool, start, end, key, order, count } = this.db.columns
    const found: [number, number][] = []
    for (let nth = 0; nth < count; nth++) {
      const slot = order[nth]!
      let person = 0
      for (let at = start[slot]!; at < end[slot]!; at++) {
        const kind = kindOfFact(pool[at]!)
        if (kind === factKinds.person) person = keyOfFact(pool[at]!)
        else if (kind === factKinds.office && offices.has(keyOfFact(pool[at]!)) && (people?.has(person) ?? true)) {
          found.push([key[slot]!, person])
        }
      }
    }
    return found
  }

  private linked(authorities: ReadonlySet<number>): Photos {
    const sql = `SELECT group_concat(l.photo) AS list FROM json_each(?) j JOIN photo_links l ON l.authority = j.value
      WHERE EXISTS (SELECT 1 FROM photo_uses u WHERE u.photo = l.photo)`
    return this.list(sql, JSON.stringify([...authorities]))
  }

  private used(mask: Mask): Photos {
    const { columns } = this.db
    const keys: number[] = []
    for (let at = 0; at < columns.count; at++) {
      const slot = columns.order[at]!
      if (mask[slot] === 1) keys.push(columns.key[slot]!)
    }
    const sql = `SELECT group_concat(u.photo) AS list FROM json_each(?) j JOIN articles a ON a.key = j.value
      JOIN photo_uses u ON u.article = a.record`
    return this.list(sql, JSON.stringify(keys))
  }

  private every(): Photos {
    return this.list('SELECT group_concat(photo) AS list FROM photo_uses')
  }

  private list(sql: string, ...values: string[]): Photos {
    return new Set(numbersIn(this.db.get<{ list: string | null }>(sql, ...values)?.list ?? ''))
  }
}

function without(photos: Photos, excluded: Photos): Photos {
  return new Set([...photos].filter((photo) => !excluded.has(photo)))
}
