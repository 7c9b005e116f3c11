import type { AnyRecord, RecordKind } from '#core/model/records'
import { isAuthority } from './content'
import type { IndexDatabase } from './database'
import { keyIfKnown, keyOf, newKey } from './keys'
import { lenderOf } from './lend'
import { putArticle } from './put-article'
import { putCaptions } from './put-captions'
import type { ReadSource } from './read-article'
import { type ReadAuthority, type ReadPhoto, type ReadRecord, readRecord, shownAs } from './read-record'

/** A record as it is after a change; null once it is gone. */
export type Touched = {
  kind: RecordKind
  id: string
  /** Sequence of the change that made it. */
  created: number
  record: AnyRecord | null
  /** What the index takes of it, where it has been read already; `record` may be null then. */
  read?: ReadRecord
}

/**
 * Puts one record into the index or takes it out.
 * Authority records and photos must be put before the articles that point at them.
 */
export function putRecord(db: IndexDatabase, touched: Touched): void {
  const { kind, id, created, record } = touched
  const read = touched.read ?? (record && readRecord(kind, record, lenderOf(db), db.words))
  const known = keyIfKnown(db, kind, id)
  // What nothing pointed at yet has nothing to be taken out first.
  const fresh = known === 0
  const key = known || newKey(db, kind, id, read && created)
  if (!fresh) db.run('UPDATE records SET created = ? WHERE key = ?', read && created, key)
  if (kind === 'article') {
    const article = read?.of === 'article' ? read : null
    putArticle(db, key, id, article, fresh)
    putSource(db, key, article?.source ?? null, fresh)
  } else if (kind === 'draft') putSource(db, key, read?.of === 'draft' ? read.source : null, fresh)
  else if (kind === 'photo') putPhoto(db, key, read?.of === 'photo' ? read : null, fresh)
  else if (isAuthority(kind) || kind === 'dossier') {
    putAuthority(db, key, touched, read?.of === 'authority' ? read : null, fresh)
  }
}

function putAuthority(
  db: IndexDatabase,
  key: number,
  { kind, id }: Touched,
  read: ReadAuthority | null,
  fresh: boolean,
): void {
  if (!fresh) {
    renameInPhotos(db, key, read?.name ?? '')
    db.run('DELETE FROM authorities WHERE record = ?', key)
    if (kind === 'place') db.run('DELETE FROM successors WHERE place = ?', key)
  }
  db.authoritiesChanged()
  db.shown.set(key, read && shownAs(kind, read))
  if (!read) return
  const { name, nameKey, detail, date, type, folded, successors } = read
  db.put('INTO authorities', key, kind, id, name, nameKey, detail, date, type, ...folded)
  for (const successor of successors) {
    db.put('OR IGNORE INTO successors', key, keyOf(db, 'place', successor))
  }
}

/** Photos that show it by themselves follow its name; those of its articles follow with these. */
function renameInPhotos(db: IndexDatabase, key: number, name: string): void {
  const old = db.get<{ name: string }>('SELECT name FROM authorities WHERE record = ?', key)
  if (old?.name === name) return
  const sql = 'SELECT photo FROM photo_links WHERE authority = ? AND source = photo'
  for (const { photo } of db.all<{ photo: number }>(sql, key)) putCaptions(db, photo)
}

function putPhoto(db: IndexDatabase, key: number, read: ReadPhoto | null, fresh: boolean): void {
  db.photoOrders.forget()
  if (!fresh) {
    db.run('DELETE FROM photo_links WHERE source = ?', key)
    db.run('DELETE FROM photos WHERE record = ?', key)
    db.photos.delete(key)
  }
  if (read) {
    const { text, tags, photographers } = read
    db.put('INTO photos', key, text, tags, photographers.join('\n'), Number(read.unprinted))
    const people = read.people.map((id) => keyOf(db, 'person', id))
    const shown = read.eventId ? [...people, keyOf(db, 'event', read.eventId)] : people
    for (const authority of shown) db.put('OR IGNORE INTO photo_links', authority, key, key)
    db.photos.set(key, { text, tags, photographers, people })
  }
  db.likenesses.put(key, read?.likeness ?? '', fresh)
  if (!fresh) putCaptions(db, key)
}

function putSource(db: IndexDatabase, key: number, source: ReadSource | null, fresh: boolean): void {
  if (!fresh) {
    db.run('DELETE FROM sources WHERE record = ?', key)
    db.run('DELETE FROM source_files WHERE record = ?', key)
  }
  if (!source) return
  db.put('INTO sources', key, source.title, source.sameText)
  for (const digest of source.files) db.put('OR IGNORE INTO source_files', digest, key)
}
