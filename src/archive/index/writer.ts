import type { Article } from '#core/model/article'
import type { Draft } from '#core/model/draft'
import { lacksLikeness, type Photo } from '#core/model/photo'
import type { AnyRecord, RecordKind, RecordOf } from '#core/model/records'
import { sameTextOf } from '#core/model/same-text'
import { type AuthorityContent, authorityContent, dossierContent, isAuthority, photoText } from './content'
import type { IndexDatabase } from './database'
import { keyIfKnown, keyOf, newKey } from './keys'
import { type PreparedText, prepareText } from './prepare'
import { putArticle } from './put-article'
import { putCaptions } from './put-captions'
import { padded } from './words'

/** A record as it is after a change; null once it is gone. */
export type Touched = {
  kind: RecordKind
  id: string
  /** Sequence of the change that made it. */
  created: number
  record: AnyRecord | null
  /** The words of an article where they have been read already; its record may then be without them. */
  text?: PreparedText
}

/**
 * Puts one record into the index or takes it out.
 * Authority records and photos must be put before the articles that point at them.
 */
export function putRecord(db: IndexDatabase, touched: Touched): void {
  const { kind, id, created, record } = touched
  const known = keyIfKnown(db, kind, id)
  // What nothing pointed at yet has nothing to be taken out first.
  const fresh = known === 0
  const key = known || newKey(db, kind, id, record && created)
  if (!fresh) db.run('UPDATE records SET created = ? WHERE key = ?', record && created, key)
  const text = kind === 'article' && record ? (touched.text ?? prepareText(record as Article)) : null
  if (kind === 'article') putArticle(db, key, record as Article | null, text, fresh)
  else if (kind === 'photo') putPhoto(db, key, record as Photo | null, fresh)
  else if (isAuthority(kind)) putAuthority(db, key, touched, record && authorityContent(kind, record), fresh)
  else if (kind === 'dossier') {
    putAuthority(db, key, touched, record && dossierContent(record as RecordOf<'dossier'>), fresh)
  }
  if (kind === 'place') putSuccessors(db, key, record as RecordOf<'place'> | null)
  if (kind === 'article' || kind === 'draft')
    putSource(db, key, record as Article | Draft | null, text?.sameText ?? null, fresh)
}

function putAuthority(
  db: IndexDatabase,
  key: number,
  { kind, id }: Touched,
  content: AuthorityContent | null,
  fresh: boolean,
): void {
  if (!fresh) db.run('DELETE FROM authorities WHERE record = ?', key)
  db.authoritiesChanged()
  db.shown.set(key, content && { kind, name: content.name, detail: content.detail, date: content.date })
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
    db.photos.delete(key)
  }
  if (photo) {
    const text = photoText(photo)
    const unprinted = Number(lacksLikeness(photo))
    db.run('INSERT INTO photos VALUES (?, ?, ?, ?)', key, text, photo.photographers.join('\n'), unprinted)
    const shown = photo.people.map(({ personId }) => keyOf(db, 'person', personId))
    if (photo.eventId) shown.push(keyOf(db, 'event', photo.eventId))
    db.insert(
      'OR IGNORE INTO photo_links',
      shown.map((authority) => [authority, key, key]),
    )
    db.photos.set(key, { text, photographers: photo.photographers, shown })
  }
  db.likenesses.put(key, photo?.likeness ?? '', fresh)
  if (!fresh) putCaptions(db, key)
}

function putSource(
  db: IndexDatabase,
  key: number,
  record: Article | Draft | null,
  sameText: string | null,
  fresh: boolean,
): void {
  if (!fresh) {
    db.run('DELETE FROM sources WHERE record = ?', key)
    db.run('DELETE FROM source_files WHERE record = ?', key)
  }
  // What lies in the bin is no reason to call something a duplicate.
  if (!record || ('status' in record && record.status === 'binned')) return
  const text = 'text' in record ? record.text : record
  db.run('INSERT INTO sources VALUES (?, ?, ?)', key, text.title, sameText ?? sameTextOf(text))
  db.insert(
    'OR IGNORE INTO source_files',
    record.asReceived.map((file) => [file.digest.hex, key]),
  )
}
