import type { RecordKind } from '#core/model/records'
import type { IndexDatabase } from './database'
import { padded } from './words'

/** The key of a record in the index, made where it is new; it need not exist yet to be pointed at. */
export function keyOf(db: IndexDatabase, kind: RecordKind, id: string): number {
  const known = db.get<{ key: number }>('SELECT key FROM records WHERE id = ? AND kind = ?', id, kind)
  return known?.key ?? db.run('INSERT INTO records (kind, id) VALUES (?, ?)', kind, id)
}

/** The key of a record that the index knows; 0, which no record has, where it knows none. */
export function keyIfKnown(db: IndexDatabase, kind: RecordKind, id: string): number {
  return db.get<{ key: number }>('SELECT key FROM records WHERE id = ? AND kind = ?', id, kind)?.key ?? 0
}

/** Words that facts point at by number. */
export type TermKind = 'office' | 'author' | 'photographer'

/** The key of an office, author or photographer as written, made where it is new. */
export function termKey(db: IndexDatabase, kind: TermKind, written: string): number {
  const text = written.normalize('NFC').trim()
  const known = db.get<{ key: number }>('SELECT key FROM terms WHERE text = ? AND kind = ?', text, kind)
  if (known) return known.key
  const full = kind === 'office' ? db.searchWords.expand(text) : text
  const words = [padded(full, 'bare'), padded(full, 'iy')]
  return db.run('INSERT INTO terms (kind, text, words, tones) VALUES (?, ?, ?, ?)', kind, text, ...words)
}
