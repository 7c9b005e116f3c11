import type { AuthorityPage, AuthorityQuery, AuthorityRow } from '#core/model/views'
import { parseTerms } from '#core/query/terms'
import type { IndexDatabase } from './database'
import { standsIn } from './names'
import { padded } from './words'

/** What is attached to the authority record `n`. */
export const counted = `(SELECT count(*) FROM links WHERE authority = n.record) AS articles,
  (SELECT count(DISTINCT photo) FROM photo_links WHERE authority = n.record) AS photos`

/** A page of people, events, bodies, places or documents, with what is attached to each. */
export function findAuthorities(db: IndexDatabase, query: AuthorityQuery): AuthorityPage {
  const conditions = parseTerms(query.text).map(({ term, excluded }) => {
    const { sql, values } = standsIn(term, { words: 'n.words', tones: 'n.tones' })
    return { sql: excluded ? `NOT ${sql}` : sql, values }
  })
  const where = ['n.kind = ?', ...conditions.map((condition) => condition.sql)].join(' AND ')
  const values = [query.kind, ...conditions.flatMap((condition) => condition.values)]
  const most = 'articles DESC, n.name_key'
  const orders = {
    name: 'n.name_key',
    newest: 'n.date DESC, n.name_key',
    most,
    fit: `instr(n.name_words, ?) = 1 DESC, instr(n.name_words, ?) > 0 DESC, ${most}`,
  }
  const typed = padded(query.text, 'bare')
  const fitting = query.sort === 'fit' ? [typed, typed] : []
  const sql = `SELECT n.kind, n.id, n.name, n.detail, n.date, ${counted} FROM authorities n
    WHERE ${where} ORDER BY ${orders[query.sort]} LIMIT ? OFFSET ?`
  const rows = db.all<AuthorityRow>(sql, ...values, ...fitting, query.limit, query.offset)
  const total = db.get<{ total: number }>(`SELECT count(*) AS total FROM authorities n WHERE ${where}`, ...values)
  return { total: total?.total ?? 0, rows }
}
