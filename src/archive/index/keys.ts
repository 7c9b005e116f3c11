import type { RecordKind } from '#core/model/records'
import type { IndexDatabase } from './database'
import { padded } from './words'

// Keys never change, so those lately asked for are held.
const MOST_HELD = 20_000

/** The key of a record in the index, made where it is new; it need not exist yet to be pointed at. */
export function keyOf(db: IndexDatabase, kind: RecordKind, id: string): number {
  return keyIfKnown(db, kind, id) || newKey(db, kind, id)
}

function newKey(db: IndexDatabase, kind: RecordKind, id: string): number {
  const key = db.run('INSERT INTO records (kind, id) VALUES (?, ?)', kind, id)
  db.keys.set(`${kind}/${id}`, key)
  return key
}

/** The key of a record that the index knows; 0, which no record has, where it knows none. */
export function keyIfKnown(db: IndexDatabase, kind: RecordKind, id: string): number {
  const name = `${kind}/${id}`
  const held = db.keys.get(name)
  if (held !== undefined) return held
  const key = db.get<{ key: number }>('SELECT key FROM records WHERE id = ? AND kind = ?', id, kind)?.key ?? 0
  if (db.keys.size >= MOST_HELD) db.keys.clear()
  if (key > 0) db.keys.set(name, key)
  return key
}

/** Words that facts point at by number. */
export type TermKind = 'office' | 'author' | 'photographer'

/** The key of an office, author or photographer as written, made where it is new. */
export function termKey(db: IndexDatabase, kind: TermKind, written: string): number {
  const text = written.normalize('NFC').trim()
  const name = `${kind}:${text}`
  const held = db.keys.get(name)
  if (held !== undefined) return held
  const known = db.get<{ key: number }>('SELECT key FROM terms WHERE text = ? AND kind = ?', text, kind)
  const key = known?.key ?? newTerm(db, kind, text)
  db.keys.set(name, key)
  return key
}

function newTerm(db: IndexDatabase, kind: TermKind, text: string): number {
  const full = kind === 'office' ? db.searchWords.expand(text) : text
  const words = [padded(full, 'bare'), padded(full, 'iy')]
  return db.run('INSERT INTO terms (kind, text, words, tones) VALUES (?, ?, ?, ?)', kind, text, ...words)
}
