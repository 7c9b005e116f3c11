import type { AuthorityPage, AuthorityQuery, AuthorityRow } from '#core/model/views'
import { parseQuery, type QueryTerm } from '#core/query/parse'
import { prefixForms } from '#core/text/highlight'
import { hasDiacritics } from '#core/text/letters'
import type { IndexDatabase } from './database'
import { indexWords } from './words'

interface Condition {
  sql: string
  values: string[]
}

const counted = `(SELECT count(*) FROM links WHERE authority = n.record) AS articles,
  (SELECT count(DISTINCT photo) FROM photo_links WHERE authority = n.record) AS photos`

/** A page of people, events, bodies, places or documents, with what is attached to each. */
export function findAuthorities(db: IndexDatabase, query: AuthorityQuery): AuthorityPage {
  const conditions = parseQuery(query.text).map(conditionOf)
  const where = ['n.kind = ?', ...conditions.map((condition) => condition.sql)].join(' AND ')
  const values = [query.kind, ...conditions.flatMap((condition) => condition.values)]
  const orders = { name: 'n.name_key', newest: 'n.date DESC, n.name_key', most: 'articles DESC, n.name_key' }
  const sql = `SELECT n.kind, n.id, n.name, n.detail, n.date, ${counted} FROM authorities n
    WHERE ${where} ORDER BY ${orders[query.sort]} LIMIT ? OFFSET ?`
  const rows = db.all<AuthorityRow>(sql, ...values, query.limit, query.offset)
  const total = db.get<{ total: number }>(`SELECT count(*) AS total FROM authorities n WHERE ${where}`, ...values)
  return { total: total?.total ?? 0, rows }
}

/** These tables are small: looking for ` word ` in the folded words of each row is quick enough. */
function conditionOf(term: QueryTerm): Condition {
  const words = indexWords(term.words.join(' '), 'bare')
  const wanted = [term.prefix ? begins(words, term) : contains('words', words)]
  for (const [at, word] of term.words.entries()) {
    const halfTyped = term.prefix && at === term.words.length - 1
    if (hasDiacritics(word) && !halfTyped) wanted.push(contains('tones', indexWords(word, 'iy')))
  }
  const sql = wanted.map((one) => one.sql).join(' AND ')
  return { sql: term.excluded ? `NOT (${sql})` : sql, values: wanted.flatMap((one) => one.values) }
}

function contains(column: 'words' | 'tones', words: string[]): Condition {
  return { sql: `instr(n.${column}, ?)`, values: [` ${words.join(' ')} `] }
}

function begins(words: string[], term: QueryTerm): Condition {
  const { prefix } = prefixForms(term.words.at(-1) ?? '', 'bare')
  const start = [...words.slice(0, -1), ...indexWords(prefix, 'exact').slice(-1)]
  return { sql: '(instr(n.words, ?) OR instr(n.words, ?))', values: [` ${words.join(' ')} `, ` ${start.join(' ')}`] }
}
