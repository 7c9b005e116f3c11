import type { RecordKind } from '#core/model/records'
import type { IndexDatabase } from './database'
import { padded } from './words'

// Keys never change, so those lately asked for are held.
const MOST_HELD = 50_000

/** The key of a record in the index, made where it is new; it need not exist yet to be pointed at. */
export function keyOf(db: IndexDatabase, kind: RecordKind, id: string): number {
  return keyIfKnown(db, kind, id) || newKey(db, kind, id, null)
}

/**
 * A key for a record that has none.
 * @param created sequence of the change that made it; null where it is only pointed at
 */
export function newKey(db: IndexDatabase, kind: RecordKind, id: string, created: number | null): number {
  db.lastRecord ||= db.get<{ key: number | null }>('SELECT max(key) AS key FROM records')?.key ?? 0
  const key = ++db.lastRecord
  db.put('INTO records', key, kind, id, created)
  hold(db, `${kind}/${id}`, key)
  db.met?.add(hashOf(id))
  if (kind === 'photo') db.unused.add(key)
  return key
}

/** The key of a record that the index knows; 0, which no record has, where it knows none. */
export function keyIfKnown(db: IndexDatabase, kind: RecordKind, id: string): number {
  const name = `${kind}/${id}`
  const held = db.keys.get(name)
  if (held !== undefined) return held
  if (db.met && !db.met.has(hashOf(id))) return 0
  const key = db.get<{ key: number }>('SELECT key FROM records WHERE id = ? AND kind = ?', id, kind)?.key ?? 0
  if (key > 0) hold(db, name, key)
  return key
}

function hashOf(id: string): number {
  let hash = 0
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) ^ (hash >>> 15)
  return hash
}

function hold(db: IndexDatabase, name: string, key: number): void {
  if (db.keys.size >= MOST_HELD) db.keys.clear()
  db.keys.set(name, key)
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
  hold(db, name, key)
  return key
}

/** The key of what was written, or 0 where nobody wrote that. */
export function termIfKnown(db: IndexDatabase, kind: TermKind, written: string): number {
  const text = written.normalize('NFC').trim()
  return db.get<{ key: number }>('SELECT key FROM terms WHERE text = ? AND kind = ?', text, kind)?.key ?? 0
}

function newTerm(db: IndexDatabase, kind: TermKind, text: string): number {
  const full = kind === 'office' ? db.searchWords.expand(text) : text
  const words = [padded(full, 'bare'), padded(full, 'iy')]
  return db.run('INSERT INTO terms (kind, text, words, tones) VALUES (?, ?, ?, ?)', kind, text, ...words)
}
