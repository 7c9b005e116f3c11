import type { Note } from '#core/model/views'
import { parseQuery } from '#core/query/parse'
import type { Query } from '#core/query/query'
import type { IndexDatabase } from './database'
import { both, type Filters, type Mask, Masks } from './masks'
import { matchOf } from './match'

/** A search in two parts: words for the full-text table, everything else as a mask over the articles. */
export interface Plan {
  query: Query
  /** Null where no words are asked for. */
  match: string | null
  /** The words, to be asked of titles alone; what is excluded is left out. */
  inTitle: string | null
  excludes: boolean
  mask: Mask
  notes: Note[]
}

/**
 * Works out how a search is to be answered.
 * @throws KhoError query-invalid
 */
export function planOf(db: IndexDatabase, asked: Filters & { text: string }): Plan {
  const query = parseQuery(asked.text)
  const masks = new Masks(db, asked.text)
  const nodes = query.kind === 'and' ? query.nodes : [query]
  const matches = nodes.map((node) => ({ node, match: matchOf(db, node) }))
  const wanted = matches.flatMap(({ match }) => match ?? [])
  const excluded: string[] = []
  const others: Query[] = []
  for (const { node, match } of matches) {
    if (match !== null) continue
    const without = node.kind === 'not' && wanted.length > 0 ? matchOf(db, node.node) : null
    if (without !== null) excluded.push(` NOT ${without}`)
    else others.push(node)
  }
  const joined = `(${wanted.join(' AND ')})`
  return {
    query,
    match: wanted.length > 0 ? `${joined}${excluded.join('')}` : null,
    inTitle: wanted.length > 0 ? joined : null,
    excludes: excluded.length > 0,
    mask: both(others.length > 0 ? [masks.all(others)] : [], masks.filtered(asked)),
    notes: masks.notes,
  }
}
