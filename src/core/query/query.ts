import type { PartialDate } from '../model/common'
import type { QueryTerm } from './terms'

/** What a search can ask for by name; docs/search.md lists the words for each. */
export const queryFields = [
  'person',
  'office',
  'event',
  'place',
  'date',
  'document',
  'author',
  'photo',
  'dossier',
  'type',
  'body',
] as const
export type QueryField = (typeof queryFields)[number]

/** From and to, both included; a month or year means all of it, null is open. */
export interface DateRange {
  from: PartialDate | null
  to: PartialDate | null
}

/** A search as understood. Nodes of an `and` hold more than one other or none (everything). */
export type Query =
  | { kind: 'words'; term: QueryTerm }
  | { kind: 'field'; field: Exclude<QueryField, 'date'>; term: QueryTerm }
  | { kind: 'date'; range: DateRange }
  | { kind: 'not'; node: Query }
  | { kind: 'and' | 'or'; nodes: Query[] }

/** The words that are to be found, for highlighting: what is excluded or asked of a date is not among them. */
export function wantedTerms(query: Query): QueryTerm[] {
  switch (query.kind) {
    case 'words':
    case 'field':
      return [query.term]
    case 'and':
    case 'or':
      return query.nodes.flatMap(wantedTerms)
    case 'not':
    case 'date':
      return []
  }
}
