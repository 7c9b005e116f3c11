import { fold } from '#core/text/fold'
import type { IndexDatabase } from '../index/database'
import type { LineRow, RecordName } from './history-index'

// A change that stands: neither undone, nor itself the undoing or redoing of another.
const STANDS = 'l.undone_by IS NULL AND l.undoes IS NULL AND l.redoes IS NULL'
const KEY = '(SELECT key FROM records WHERE kind = ? AND id = ?)'

/** What lines are looked for by: words in any order and spelling, and who made the change. */
export interface LinesWanted {
  text: string
  who: string
}

export const everyLine: LinesWanted = { text: '', who: '' }

/** Lines before a sequence, newest first. */
export function linesBefore(db: IndexDatabase, wanted: LinesWanted, before: number, limit: number): LineRow[] {
  const { sql, values } = conditionOf(wanted)
  const asked = `SELECT * FROM lines WHERE sequence < ? AND ${sql} ORDER BY sequence DESC LIMIT ?`
  return db.all<LineRow>(asked, before, ...values, limit)
}

export function countOfLines(db: IndexDatabase, wanted: LinesWanted): number {
  const { sql, values } = conditionOf(wanted)
  return db.get<{ count: number }>(`SELECT count(*) AS count FROM lines WHERE ${sql}`, ...values)?.count ?? 0
}

/** Everybody who changed something, with how much, the most active first. */
export function peopleOfLines(db: IndexDatabase): { who: string; changes: number }[] {
  return db.all('SELECT who, count(*) AS changes FROM lines GROUP BY who ORDER BY changes DESC, who')
}

function conditionOf({ text, who }: LinesWanted): { sql: string; values: string[] } {
  const words = fold(text, 'bare').split(/\s+/).filter(Boolean)
  const conditions = [...words.map(() => 'instr(words, ?) > 0'), ...(who ? ['who = ?'] : [])]
  return { sql: conditions.join(' AND ') || 'TRUE', values: [...words, ...(who ? [who] : [])] }
}

export function lineOf(db: IndexDatabase, sequence: number): LineRow | null {
  return db.get<LineRow>('SELECT * FROM lines WHERE sequence = ?', sequence) ?? null
}

/** Lines that touch a record, newest first. */
export function linesTouching(db: IndexDatabase, { kind, id }: RecordName, before: number, limit: number): LineRow[] {
  const sql = `SELECT l.* FROM touches t JOIN lines l ON l.sequence = t.sequence
    WHERE t.record = ${KEY} AND t.sequence < ? ORDER BY t.sequence DESC LIMIT ?`
  return db.all<LineRow>(sql, kind, id, before, limit)
}

/** Records that a line which pointed at a record has touched, those of the newest lines first. */
export function recordsMentioning(db: IndexDatabase, { kind, id }: RecordName): RecordName[] {
  const sql = `SELECT r.kind, r.id FROM mentions m JOIN touches t ON t.sequence = m.sequence
    JOIN records r ON r.key = t.record WHERE m.record = ${KEY} GROUP BY r.key ORDER BY max(m.sequence) DESC`
  return db.all<RecordName>(sql, kind, id)
}

/** The newest standing change after a sequence that touches a record of it, or null. */
export function laterTouch(db: IndexDatabase, sequence: number): LineRow | null {
  const sql = `SELECT l.* FROM touches own JOIN touches t ON t.record = own.record AND t.sequence > own.sequence
    JOIN lines l ON l.sequence = t.sequence WHERE own.sequence = ? AND ${STANDS} ORDER BY l.sequence DESC LIMIT 1`
  return db.get<LineRow>(sql, sequence) ?? null
}

/** Standing changes of one operation, newest first. */
export function standingOf(db: IndexDatabase, operation: string): LineRow[] {
  const sql = `SELECT l.* FROM lines l WHERE l.operation = ? AND ${STANDS} ORDER BY l.sequence DESC`
  return db.all<LineRow>(sql, operation)
}

/** The newest change that stands and that a person made, or null: fingerprints are made by the program itself. */
export function lastStanding(db: IndexDatabase): LineRow | null {
  const sql = `SELECT l.* FROM lines l WHERE l.operation <> 'photo.fingerprint' AND ${STANDS} ORDER BY l.sequence DESC LIMIT 1`
  return db.get<LineRow>(sql) ?? null
}

/** The change that was undone last, or null. */
export function lastUndone(db: IndexDatabase): LineRow | null {
  const sql = 'SELECT * FROM lines WHERE undone_by IS NOT NULL ORDER BY undone_by DESC LIMIT 1'
  return db.get<LineRow>(sql) ?? null
}

/** The records a line touches. */
export function recordsTouched(db: IndexDatabase, sequence: number): RecordName[] {
  const sql = 'SELECT r.kind, r.id FROM touches t JOIN records r ON r.key = t.record WHERE t.sequence = ?'
  return db.all<RecordName>(sql, sequence)
}
