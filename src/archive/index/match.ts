import type { QueryTerm } from '#core/query/parse'
import { fold } from '#core/text/fold'
import { prefixForms } from '#core/text/highlight'
import { hasDiacritics } from '#core/text/letters'
import type { IndexDatabase } from './database'
import { indexWords } from './words'

/** Conditions on the rowid of an article, to be joined by AND, with their values. */
export interface Condition {
  sql: string
  values: string[]
}

// Beyond this many completions a marked beginning (đ) is searched without its marks.
const MOST_COMPLETIONS = 120

/**
 * Turns terms into conditions on the full-text tables. Every word must match without marks; a word
 * typed with marks must match with them too, tone placement and i/y aside (standards 3.3).
 */
export function conditionsOf(db: IndexDatabase, terms: QueryTerm[]): { match: string | null; others: Condition[] } {
  const wanted = terms.filter((term) => !term.excluded)
  const others: Condition[] = []
  const marked = wanted.flatMap((term) => markedExpressions(db, term))
  if (marked.length > 0) others.push(rowidIn('tones', marked.join(' AND ')))
  for (const term of terms) {
    if (!term.excluded) continue
    const parts = [rowidIn('words', bareExpression(term))]
    const marks = markedExpressions(db, term)
    if (marks.length > 0) parts.push(rowidIn('tones', marks.join(' AND ')))
    others.push({
      sql: `NOT (${parts.map((part) => part.sql).join(' AND ')})`,
      values: parts.flatMap((part) => part.values),
    })
  }
  return { match: wanted.length > 0 ? wanted.map(bareExpression).join(' AND ') : null, others }
}

function rowidIn(table: 'words' | 'tones', match: string): Condition {
  return { sql: `a.key IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`, values: [match] }
}

/** The term in the language of FTS5, without marks: `"hoi nghi"`, `("ki" OR "ky" *)`. */
function bareExpression(term: QueryTerm): string {
  const words = indexWords(term.words.join(' '), 'bare')
  const last = words.at(-1)
  const typed = term.words.at(-1)
  if (!term.prefix || last === undefined || typed === undefined) return quoted(words)
  const { whole, prefix } = prefixForms(typed, 'bare')
  const start = prefix === whole ? last : (indexWords(prefix, 'exact').at(-1) ?? last)
  const beginning = `${quoted([...words.slice(0, -1), start])} *`
  return start === last ? beginning : `(${quoted(words)} OR ${beginning})`
}

/** One expression for each word of a term that was typed with marks. */
function markedExpressions(db: IndexDatabase, term: QueryTerm): string[] {
  return term.words.flatMap((word, at) => {
    if (!hasDiacritics(word)) return []
    const whole = indexWords(word, 'iy').join('')
    if (!term.prefix || at < term.words.length - 1) return [quoted([whole])]
    const completions = completionsOf(db, word)
    if (completions === null) return []
    return [`(${[...new Set([whole, ...completions])].map((one) => quoted([one])).join(' OR ')})`]
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

function quoted(words: string[]): string {
  return `"${words.join(' ')}"`
}
