import { printDateRange } from './dates'
import { fieldAt, fieldNames } from './fields'
import type { Query } from './query'
import type { QueryTerm } from './terms'

/** A query as a person would type it; `parseQuery` reads it back as the same. */
export function printQuery(query: Query): string {
  const text = print(query)
  // A space says that the last word is finished.
  return endsOpen(query) || text === '' ? text : `${text} `
}

function print(query: Query): string {
  switch (query.kind) {
    case 'words':
      return printTerm(query.term)
    case 'field':
      return `${fieldNames[query.field][0]}:${printTerm(query.term)}`
    case 'date':
      return `${fieldNames.date[0]}:${printDateRange(query.range)}`
    case 'not':
      return `-${print(query.node)}`
    case 'or':
      return query.nodes.map(print).join(' OR ')
    case 'and':
      return query.nodes.map(print).reduce(beside, '')
  }
}

/** Two words that stood apart (`chức .. vụ:`) must not become the name of a field when they come together. */
function beside(before: string, next: string): string {
  if (before === '') return next
  const last = before.slice(before.lastIndexOf(' ') + 1).replace(/^-/, '')
  const named = fieldAt(`${last} ${next}`, 0)
  return named && named.end > last.length ? `${before} .. ${next}` : `${before} ${next}`
}

function printTerm({ text, quoted, prefix }: QueryTerm): string {
  if (!quoted) return text
  return prefix ? `"${text}` : `"${text}"`
}

function endsOpen(query: Query): boolean {
  if (query.kind === 'words' || query.kind === 'field') return query.term.prefix
  if (query.kind === 'and' || query.kind === 'or') {
    const last = query.nodes.at(-1)
    return last !== undefined && endsOpen(last)
  }
  return false
}
