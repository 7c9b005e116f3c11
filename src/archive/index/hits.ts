import { numbersIn } from './columns'
import type { IndexDatabase } from './database'

/** A range of keys, both included. */
export interface KeyRange {
  first: number
  last: number
}

/**
 * All articles that match an expression of FTS5 within a range of keys, as slots by ascending date. Numbers come to
 * SQLite as fractions, and FTS5 heeds no range of those: it would go through all there is each time.
 */
export function allHits(db: IndexDatabase, match: string, within?: KeyRange): Uint32Array {
  const sql = 'SELECT group_concat(rowid) AS list FROM words WHERE words MATCH ?'
  if (!within) return slotsOf(db, sql, match)
  const range = 'rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)'
  return slotsOf(db, `${sql} AND ${range}`, match, within.first, within.last)
}

/** Those of a few articles that match, by their ascending keys. */
export function hitsOf(db: IndexDatabase, match: string, keys: number[]): Uint32Array {
  const sql = `SELECT group_concat(words.rowid) AS list FROM json_each(?) j CROSS JOIN words
    WHERE words.rowid = j.value AND words MATCH ?`
  return slotsOf(db, sql, JSON.stringify(keys), match)
}

/** Some of the articles that match, the newest or the oldest, by ascending date. */
export function someHits(
  db: IndexDatabase,
  match: string,
  options: { table?: 'words' | 'titles'; newest: boolean; limit: number },
): Uint32Array {
  const { table = 'words', newest, limit } = options
  const sql = `SELECT group_concat(rowid) AS list FROM
    (SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid ${newest ? 'DESC' : 'ASC'} LIMIT ?)`
  return slotsOf(db, sql, match, limit)
}

function slotsOf(db: IndexDatabase, sql: string, ...values: (string | number)[]): Uint32Array {
  const keys = numbersIn(db.get<{ list: string | null }>(sql, ...values)?.list ?? '')
  return db.columns.load().slotsOf(isAscending(keys) ? keys : keys.sort())
}

function isAscending(keys: Float64Array): boolean {
  for (let at = 1; at < keys.length; at++) if (keys[at]! < keys[at - 1]!) return false
  return true
}

/** The records of the photos whose captions match. */
export function captionHits(db: IndexDatabase, match: string): Float64Array {
  const sql = 'SELECT group_concat(rowid) AS list FROM captions WHERE captions MATCH ?'
  return numbersIn(db.get<{ list: string | null }>(sql, match)?.list ?? '')
}
