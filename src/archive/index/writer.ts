import type { Article } from '#core/model/article'
import type { Draft } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import type { AnyRecord, RecordKind, RecordOf } from '#core/model/records'
import { sameTextInput } from '#core/model/same-text'
import { type AuthorityContent, authorityContent, dossierContent, isAuthority, photoText } from './content'
import type { IndexDatabase } from './database'
import { keyIfKnown, keyOf } from './keys'
import { putArticle, putCaptions } from './put-article'
import { padded } from './words'

/** A record as it is after a change; null once it is gone. */
export type Touched = {
  kind: RecordKind
  id: string
  /** Sequence of the change that made it. */
  created: number
  record: AnyRecord | null
}

/**
 * Puts one record into the index or takes it out.
 * Authority records and photos must be put before the articles that point at them.
 * @param digest of the same-text input, for articles and drafts
 */
export function putRecord(db: IndexDatabase, touched: Touched, digest: string): void {
  const { kind, id, created, record } = touched
  // What nothing pointed at yet has nothing to be taken out first.
  const fresh = keyIfKnown(db, kind, id) === 0
  const key = keyOf(db, kind, id)
  db.run('UPDATE records SET created = ? WHERE key = ?', record ? created : null, key)
  if (kind === 'article') putArticle(db, key, record as Article | null, fresh)
  else if (kind === 'photo') putPhoto(db, key, record as Photo | null, fresh)
  else if (isAuthority(kind)) putAuthority(db, key, touched, record && authorityContent(kind, record))
  else if (kind === 'dossier') {
    putAuthority(db, key, touched, record && dossierContent(record as RecordOf<'dossier'>))
  }
  if (kind === 'place') putSuccessors(db, key, record as RecordOf<'place'> | null)
  if (kind === 'article' || kind === 'draft') putSource(db, key, record as Article | Draft | null, digest, fresh)
}

function putAuthority(db: IndexDatabase, key: number, { kind, id }: Touched, content: AuthorityContent | null): void {
  db.run('DELETE FROM authorities WHERE record = ?', key)
  db.authoritiesChanged()
  if (!content) return
  const { name, nameKey, detail, date, type } = content
  const folded = [content.words, content.names, content.place].flatMap((text) => [
    padded(text, 'bare'),
    padded(text, 'iy'),
  ])
  const values = [key, kind, id, name, nameKey, detail, date, type, ...folded]
  db.run('INSERT INTO authorities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', ...values)
}

function putSuccessors(db: IndexDatabase, key: number, place: RecordOf<'place'> | null): void {
  db.run('DELETE FROM successors WHERE place = ?', key)
  for (const id of place?.successors ?? []) {
    db.run('INSERT OR IGNORE INTO successors VALUES (?, ?)', key, keyOf(db, 'place', id))
  }
}

function putPhoto(db: IndexDatabase, key: number, photo: Photo | null, fresh: boolean): void {
  db.photoOrders.forget()
  if (!fresh) {
    db.run('DELETE FROM photo_links WHERE source = ?', key)
    db.run('DELETE FROM photos WHERE record = ?', key)
  }
  if (photo) {
    const likeness = photo.likeness ?? ''
    db.run('INSERT INTO photos VALUES (?, ?, ?, ?)', key, photoText(photo), photo.photographers.join('\n'), likeness)
    const shown = photo.people.map(({ personId }) => keyOf(db, 'person', personId))
    if (photo.eventId) shown.push(keyOf(db, 'event', photo.eventId))
    for (const authority of shown) db.run('INSERT OR IGNORE INTO photo_links VALUES (?, ?, ?)', authority, key, key)
  }
  db.likenesses.put(key, photo?.likeness ?? '')
  if (!fresh) putCaptions(db, key)
}

function putSource(
  db: IndexDatabase,
  key: number,
  record: Article | Draft | null,
  digest: string,
  fresh: boolean,
): void {
  if (!fresh) {
    db.run('DELETE FROM sources WHERE record = ?', key)
    db.run('DELETE FROM source_files WHERE record = ?', key)
  }
  // What lies in the bin is no reason to call something a duplicate.
  if (!record || ('status' in record && record.status === 'binned')) return
  const title = 'text' in record ? record.text.title : record.title
  db.run('INSERT INTO sources VALUES (?, ?, ?)', key, title, digest)
  for (const file of record.asReceived) {
    db.run('INSERT OR IGNORE INTO source_files VALUES (?, ?)', file.digest.hex, key)
  }
}

/** What `sameText` compares; empty where there is too little text. */
export function sameTextOf({ kind, record }: Touched): string {
  if (kind === 'article') return record ? sameTextInput(record as Article) : ''
  return kind === 'draft' && record ? sameTextInput((record as Draft).text) : ''
}
