import type { AuthorityRow } from '#core/model/views'
import { counted } from './authority-query'
import type { IndexDatabase } from './database'

/** How many events begin in each month there are any in, newest first; years known alone stand as years. */
export function monthsOfEvents(db: IndexDatabase): { months: { month: string; count: number }[]; undated: number } {
  const sql = `SELECT substr(date, 1, 7) AS month, count(*) AS count FROM authorities
    WHERE kind = 'event' AND date IS NOT NULL GROUP BY 1 ORDER BY 1 DESC`
  const undated = `SELECT count(*) AS count FROM authorities WHERE kind = 'event' AND date IS NULL`
  return { months: db.all(sql), undated: db.get<{ count: number }>(undated)?.count ?? 0 }
}

/** Events that begin between two dates, by date; a month known alone counts with its days. */
export function eventsBegun(db: IndexDatabase, first: string, last: string): AuthorityRow[] {
  const sql = `SELECT n.kind, n.id, n.name, n.detail, n.date, ${counted} FROM authorities n
    WHERE n.kind = 'event' AND n.date >= ? AND n.date <= ? ORDER BY n.date, n.name_key`
  return db.all<AuthorityRow>(sql, first, last)
}
