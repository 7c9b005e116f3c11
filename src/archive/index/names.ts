import type { QueryField } from '#core/query/query'
import type { QueryTerm } from '#core/query/terms'
import { prefixForms } from '#core/text/highlight'
import { hasDiacritics } from '#core/text/letters'
import { wordsOf } from '#core/text/words'
import { numbersIn } from './columns'
import type { IndexDatabase } from './database'
import { indexWords } from './words'

/** A condition on folded words with a space at both ends, and its values. */
export interface Condition {
  sql: string
  values: string[]
}

/**
 * That a term stands in two columns of a small table, without marks and with them: looking for ` word `
 * in each row is quick enough there.
 */
export function standsIn(term: QueryTerm, columns: { words: string; tones: string }): Condition {
  const words = indexWords(term.words.join(' '), 'bare')
  const wanted = [term.prefix ? begins(columns.words, words, term) : contains(columns.words, words)]
  for (const [at, word] of term.words.entries()) {
    const halfTyped = term.prefix && at === term.words.length - 1
    if (hasDiacritics(word) && !halfTyped) wanted.push(contains(columns.tones, indexWords(word, 'iy')))
  }
  return {
    sql: `(${wanted.map((one) => one.sql).join(' AND ')})`,
    values: wanted.flatMap((one) => one.values),
  }
}

function contains(column: string, words: string[]): Condition {
  return { sql: `instr(${column}, ?)`, values: [` ${words.join(' ')} `] }
}

function begins(column: string, words: string[], term: QueryTerm): Condition {
  const { prefix } = prefixForms(term.words.at(-1) ?? '', 'bare')
  const start = [...words.slice(0, -1), ...indexWords(prefix, 'exact').slice(-1)]
  const values = [` ${words.join(' ')} `, ` ${start.join(' ')}`]
  return { sql: `(instr(${column}, ?) OR instr(${column}, ?))`, values }
}

const NAMES = { words: 'name_words', tones: 'name_tones' }

/** Records called by a name in a search; remembered until an authority record changes. */
export function recordsNamed(db: IndexDatabase, kind: string, term: QueryTerm): ReadonlySet<number> {
  return remembered(db, kind, term, () => {
    const { sql, values } = standsIn(term, NAMES)
    return keys(db, `SELECT record AS key FROM authorities WHERE kind = ? AND ${sql}`, kind, ...values)
  })
}

/** Events that took place somewhere. */
export function eventsAt(db: IndexDatabase, term: QueryTerm): ReadonlySet<number> {
  return remembered(db, 'events-at', term, () => {
    const { sql, values } = standsIn(term, { words: 'place_words', tones: 'place_tones' })
    return keys(
      db,
      `SELECT record AS key FROM authorities INDEXED BY authorities_places WHERE kind = 'event' AND ${sql}`,
      ...values,
    )
  })
}

/** Offices, authors or photographers as written; abbreviations are written out on both sides. */
export function termsNamed(
  db: IndexDatabase,
  kind: 'office' | 'author' | 'photographer',
  term: QueryTerm,
): ReadonlySet<number> {
  return remembered(db, kind, term, () => {
    const full = kind === 'office' ? db.searchWords.expand(term.text) : term.text
    const words = wordsOf(full).map((word) => word.text)
    const { sql, values } = standsIn({ ...term, words }, { words: 'words', tones: 'tones' })
    return keys(db, `SELECT key FROM terms WHERE kind = ? AND ${sql}`, kind, ...values)
  })
}

/** Places of a name and what was merged into them, and the names of the latter that the name alone does not find. */
export function placesNamed(db: IndexDatabase, term: QueryTerm): { found: ReadonlySet<number>; before: string[] } {
  const named = recordsNamed(db, 'place', term)
  const found = new Set(named)
  const merged = db.searchWords.predecessors(term.text).flatMap((name) => {
    const whole = { text: name, words: wordsOf(name).map((word) => word.text), quoted: true, prefix: false }
    return [...recordsNamed(db, 'place', whole)]
  })
  for (const key of [...merged, ...predecessorsOf(db, [...named, ...merged])]) found.add(key)
  const added = [...found].filter((key) => !named.has(key))
  const sql = 'SELECT name FROM authorities WHERE record = ?'
  const before = added.flatMap((key) => db.get<{ name: string }>(sql, key)?.name ?? [])
  return { found, before: [...new Set(before)] }
}

function predecessorsOf(db: IndexDatabase, places: number[]): Set<number> {
  const found = new Set<number>()
  const open = [...places]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const key of keys(db, 'SELECT place AS key FROM successors WHERE successor = ?', place)) {
      if (!found.has(key)) open.push(key)
      found.add(key)
    }
  }
  return found
}

function remembered(db: IndexDatabase, kind: string, term: QueryTerm, look: () => Set<number>): ReadonlySet<number> {
  const name = `${kind}\n${term.prefix}\n${term.text}`
  let found = db.meant.get(name)
  if (!found) {
    found = look()
    if (db.meant.size > 500) db.meant.clear()
    db.meant.set(name, found)
  }
  return found
}

/** A list joined by SQLite: a thousand rows one by one take far longer. */
function keys(db: IndexDatabase, sql: string, ...values: (string | number)[]): Set<number> {
  const joined = `SELECT group_concat(key) AS list FROM (${sql})`
  return new Set(numbersIn(db.get<{ list: string | null }>(joined, ...values)?.list ?? ''))
}

/** The kind of authority record a field asks for, where it asks for one by name alone. */
export const recordFields = {
  person: 'person',
  event: 'event',
  document: 'document',
  dossier: 'dossier',
  body: 'organization',
} as const satisfies Partial<Record<QueryField, string>>
