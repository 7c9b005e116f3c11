import type { Query } from '#core/query/query'
import type { QueryTerm } from '#core/query/terms'
import { fold } from '#core/text/fold'
import { prefixForms } from '#core/text/highlight'
import { hasDiacritics } from '#core/text/letters'
import type { IndexDatabase } from './database'
import { indexWords, LONGEST_START, START } from './words'

// Beyond this many completions a marked beginning (đ) is searched without its marks.
const MOST_COMPLETIONS = 120

/**
 * A query of words in the language of FTS5; null where it has anything else in it. Every word must match
 * without marks; one typed with marks must match with them too, tone placement and i/y aside
 * (docs/text.md).
 */
export function matchOf(db: IndexDatabase, query: Query): string | null {
  if (query.kind === 'words') return termMatch(db, query.term)
  if ((query.kind !== 'and' && query.kind !== 'or') || query.nodes.length === 0) return null
  const parts = query.nodes.map((node) => matchOf(db, node))
  return parts.includes(null) ? null : `(${parts.join(query.kind === 'and' ? ' AND ' : ' OR ')})`
}

/** One term in the language of FTS5: `"hội"`, `("hoi nghi" AND "hội" AND "nghị")`. */
export function termMatch(db: IndexDatabase, term: QueryTerm): string {
  return allOf(termParts(db, term))
}

/**
 * Expressions that must all match for a term. A single word with its marks stands nowhere without the same word less
 * its marks.
 */
export function termParts(db: IndexDatabase, term: QueryTerm): string[] {
  const marked = markedExpressions(db, term)
  const all = term.words.length === 1 && marked.length === 1 ? marked : [bareExpression(db, term), ...marked]
  return [...new Set(all)]
}

/** Whether an expression asks for words side by side. */
export const isPhrase = (match: string): boolean => /"[^" ]+ [^"]+"/.test(match)

/** Expressions as one: what matches all of them. */
export function allOf(parts: string[]): string {
  return parts.length === 1 ? parts[0]! : `(${parts.join(' AND ')})`
}

function bareExpression(db: IndexDatabase, term: QueryTerm): string {
  const words = indexWords(term.words.join(' '), 'bare')
  const last = words.at(-1)
  const typed = term.words.at(-1)
  if (!term.prefix || last === undefined || typed === undefined) return quoted(words)
  const { whole, prefix } = prefixForms(typed, 'bare')
  const start = prefix === whole ? last : (indexWords(prefix, 'exact').at(-1) ?? last)
  const before = words.slice(0, -1)
  if ([...start].length > LONGEST_START) {
    const ends = new Set([last, ...db.vocabulary.bareStartingWith(start)])
    return oneOf([...ends].map((end) => quoted([...before, end])))
  }
  // Half a phrase of so few letters need not stand side by side yet.
  const beginning = quoted([START + start])
  return oneOf([quoted(words), before.length > 0 ? `(${quoted(before)} AND ${beginning})` : beginning])
}

/** One expression for each word of a term that was typed with marks. */
function markedExpressions(db: IndexDatabase, term: QueryTerm): string[] {
  return term.words.flatMap((word, at) => {
    if (!hasDiacritics(word)) return []
    const whole = indexWords(word, 'iy').join('')
    if (!term.prefix || at < term.words.length - 1) return [quoted([whole])]
    const completions = completionsOf(db, word)
    if (completions === null) return []
    return [oneOf([...new Set([whole, ...completions])].map((one) => quoted([one])))]
  })
}

/**
 * Words of the archive that a half-typed word may become: as `findMarks` has it, a tone may still be
 * missing (tiê → tiến) or sit where only the shorter syllable has it (hoà → hoàn).
 */
function completionsOf(db: IndexDatabase, word: string): string[] | null {
  const typed = word.normalize('NFC').toLowerCase()
  const start = prefixForms(word, 'iy').prefix
  const toneless = fold(word, 'letters') === fold(word, 'tone')
  const first = [...typed][0] ?? ''
  const fits = db.vocabulary
    .startingWith(first)
    .filter((one) => one.startsWith(start) || one.startsWith(typed) || (toneless && isLonger(one, typed)))
  return fits.length > MOST_COMPLETIONS ? null : fits
}

/** A whole syllable without a tone (đông) means itself, not its sisters (đồng). */
function isLonger(word: string, typed: string): boolean {
  const letters = fold(word, 'letters')
  return letters.length > typed.length && letters.startsWith(typed)
}

/** Expressions as one: what matches any of them. */
export function oneOf(expressions: string[]): string {
  return expressions.length === 1 ? expressions[0]! : `(${expressions.join(' OR ')})`
}

function quoted(words: string[]): string {
  return `"${words.join(' ')}"`
}
