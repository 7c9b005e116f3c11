import type { Note } from '#core/model/views'
import { parseQuery } from '#core/query/parse'
import type { Query } from '#core/query/query'
import type { IndexDatabase } from './database'
import { both, type Filters, type Mask, Masks } from './masks'
import { matchOf, termParts } from './match'

/** A search in two parts: words for the full-text table, everything else as a mask over the articles. */
export interface Plan {
  query: Query
  /** Expressions of FTS5 that must all match: the words asked for. */
  wanted: string[]
  /** Those of which none may match; only beside words that are wanted. */
  excluded: string[]
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
  const matches = nodes.map((node) => ({ node, match: partsOf(db, node) }))
  const wanted = [...new Set(matches.flatMap(({ match }) => match ?? []))]
  const excluded: string[] = []
  const others: Query[] = []
  for (const { node, match } of matches) {
    if (match !== null) continue
    const without = node.kind === 'not' && wanted.length > 0 ? matchOf(db, node.node) : null
    if (without !== null) excluded.push(without)
    else others.push(node)
  }
  return {
    query,
    wanted,
    excluded,
    mask: both(others.length > 0 ? [masks.all(others)] : [], masks.filtered(asked)),
    notes: masks.notes,
  }
}

/** What must all match for a part of a search; null where it asks for something else than words. */
function partsOf(db: IndexDatabase, node: Query): string[] | null {
  if (node.kind === 'words') return termParts(db, node.term)
  const match = matchOf(db, node)
  return match === null ? null : [match]
}
