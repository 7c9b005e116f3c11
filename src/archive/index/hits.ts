import { numbersIn } from './columns'
import type { IndexDatabase } from './database'

/** All articles that match an expression of FTS5, as slots by ascending date. */
export function allHits(db: IndexDatabase, match: string): Uint32Array {
  const sql = 'SELECT group_concat(rowid) AS list FROM words WHERE words MATCH ?'
  return slotsOf(db, sql, match)
}

/**
 * Some of the articles that match, the newest or the oldest first.
 * @param beyond key to go on after
 */
export function someHits(
  db: IndexDatabase,
  match: string,
  options: { newest: boolean; limit: number; beyond?: number | undefined },
): Uint32Array {
  const { newest, limit, beyond = newest ? Number.MAX_SAFE_INTEGER : -1 } = options
  const [compare, order] = newest ? ['<', 'DESC'] : ['>', 'ASC']
  const sql = `SELECT group_concat(rowid) AS list FROM
    (SELECT rowid FROM words WHERE words MATCH ? AND rowid ${compare} ? ORDER BY rowid ${order} LIMIT ?)`
  const slots = slotsOf(db, sql, match, beyond, limit)
  return newest ? slots.reverse() : slots
}

function slotsOf(db: IndexDatabase, sql: string, ...values: (string | number)[]): Uint32Array {
  const keys = numbersIn(db.get<{ list: string | null }>(sql, ...values)?.list ?? '')
  return db.columns.load().slotsOf(keys.sort())
}

/** The records of the photos whose captions match. */
export function captionHits(db: IndexDatabase, match: string): Float64Array {
  const sql = 'SELECT group_concat(rowid) AS list FROM captions WHERE captions MATCH ?'
  return numbersIn(db.get<{ list: string | null }>(sql, match)?.list ?? '')
}
