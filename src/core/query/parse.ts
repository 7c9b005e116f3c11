import { KhoError } from '../errors'
import { parseDateRange } from './dates'
import { fieldAt, fieldNames } from './fields'
import type { Query, QueryField } from './query'
import { type Piece, pieceAt, termOf } from './terms'

const OR = /^(?:OR|\||[Hh]oặc|HOẶC)(?=[\s"“”„«»]|$)/u

/**
 * Reads a search as typed: words that must all occur, "phrases", -exclusion, `a OR b` (hoặc), and
 * fields (`người:`, `ngày:1/2024..3/2024`, …; docs/search.md). What is still being typed at the very
 * end (a field without a value, an OR without a second side, an open quotation) is not held against it.
 * @throws KhoError query-invalid: `reason` (a key of `query`), `value`, `at` (position of a letter, from 1)
 */
export function parseQuery(text: string): Query {
  const composed = text.normalize('NFC')
  const nodes: Query[] = []
  let joining = false
  for (const item of itemsOf(composed)) {
    if (item.kind === 'or') {
      if (nodes.length === 0) throw invalid('orWithoutLeft', item.text, item.at)
      joining = true
      continue
    }
    const last = joining ? nodes.pop() : undefined
    joining = false
    nodes.push(last ? either(last, item.node) : item.node)
  }
  const [only] = nodes
  return only && nodes.length === 1 ? only : { kind: 'and', nodes }
}

type Item = { kind: 'or'; text: string; at: number } | { kind: 'node'; node: Query }

function* itemsOf(text: string): Generator<Item> {
  let at = 0
  while (at < text.length) {
    if (/\s/u.test(text[at]!)) {
      at++
      continue
    }
    const or = OR.exec(text.slice(at, at + 5))?.[0]
    if (or) {
      yield { kind: 'or', text: or, at }
      at += or.length
      continue
    }
    const excluded = text[at] === '-' && at + 1 < text.length && !/\s/u.test(text[at + 1]!)
    const read = nodeAt(text, excluded ? at + 1 : at, excluded)
    if (read.node) yield { kind: 'node', node: excluded ? { kind: 'not', node: read.node } : read.node }
    at = read.end
  }
}

/** The word, phrase or field that begins at a place; null where there is nothing in it to look for. */
function nodeAt(text: string, at: number, excluded: boolean): { node: Query | null; end: number } {
  const named = fieldAt(text, at)
  if (!named) {
    const piece = pieceAt(text, at)
    const term = termOf(piece, text.length, excluded)
    return { node: term && { kind: 'words', term }, end: piece.end }
  }
  const start = named.end + (/^\s*/u.exec(text.slice(named.end))?.[0].length ?? 0)
  if (start >= text.length) return { node: null, end: text.length }
  if (start > named.end && fieldAt(text, start)) throw invalid('fieldEmpty', fieldNames[named.field][0], at)
  const piece = pieceAt(text, start)
  return { node: fieldNode(named.field, piece, start, text.length, excluded), end: piece.end }
}

function fieldNode(field: QueryField, piece: Piece, at: number, length: number, excluded: boolean): Query | null {
  const name = fieldNames[field][0]
  if (field === 'date') {
    const range = parseDateRange(piece.text)
    if (range === null) throw invalid('date', piece.text, at)
    if (range === 'reversed') throw invalid('dateReversed', piece.text, at)
    return { kind: 'date', range }
  }
  const term = termOf(piece, length, excluded)
  if (term) return { kind: 'field', field, term }
  if (piece.end >= length && !piece.closed) return null
  throw invalid('fieldEmpty', name, at)
}

function either(left: Query, right: Query): Query {
  return { kind: 'or', nodes: [...(left.kind === 'or' ? left.nodes : [left]), right] }
}

/** A query that cannot be understood; the words for the reason stand in `query.json`. */
export function invalid(reason: string, value: string, at: number): KhoError {
  return new KhoError('query-invalid', { args: { detail: value, reason, value, at: String(at + 1) } })
}
