import type { Article } from '#core/model/article'
import type { Draft } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import type { AnyRecord, RecordKind } from '#core/model/records'
import { sameTextInput } from '#core/model/same-text'
import type { AuthorityKind } from '#core/model/views'
import { articleText, authorityContent, isAuthority, linksOf, photoLinksOf, photoText } from './content'
import type { IndexDatabase } from './database'
import { sortKey } from './sort-key'
import { indexWords } from './words'

/** A record as it is after a change; null once it is gone. */
export type Touched = {
  kind: RecordKind
  id: string
  /** Sequence of the change that made it. */
  created: number
  record: AnyRecord | null
}

// 65,536 articles a day before one spills into the next.
const PER_DAY = 65_536

/** The first key of a day: keys ascend with dates, unknown months and days before known ones. */
export function firstKeyOf(date: string): number {
  const [year = '0', month = '0', day = '0'] = date.split('-')
  return ((Number(year) * 13 + Number(month)) * 32 + Number(day)) * PER_DAY
}

/** The key after the last one that a date, a month or a year can have. */
export function endKeyOf(date: string): number {
  const days = date.length === 4 ? 13 * 32 : date.length === 7 ? 32 : 1
  return firstKeyOf(date) + days * PER_DAY
}

/** The key of a record in the index, made where it is new; it need not exist yet to be pointed at. */
export function keyOf(db: IndexDatabase, kind: RecordKind, id: string): number {
  const known = db.get<{ key: number }>('SELECT key FROM records WHERE kind = ? AND id = ?', kind, id)
  return known?.key ?? db.run('INSERT INTO records (kind, id) VALUES (?, ?)', kind, id)
}

/**
 * Puts one record into the index or takes it out.
 * Authority records and photos must be put before the articles that point at them.
 * @param digest of the same-text input, for articles and drafts
 */
export function putRecord(db: IndexDatabase, touched: Touched, digest: string): void {
  const { kind, id, created, record } = touched
  const key = keyOf(db, kind, id)
  db.run('UPDATE records SET created = ? WHERE key = ?', record ? created : null, key)
  if (kind === 'article') putArticle(db, key, record as Article | null)
  else if (kind === 'photo') putPhoto(db, key, record as Photo | null)
  else if (isAuthority(kind)) putAuthority(db, key, kind, id, record)
  if (kind === 'article' || kind === 'draft') putSource(db, key, record as Article | Draft | null, digest)
}

function putAuthority(db: IndexDatabase, key: number, kind: AuthorityKind, id: string, record: AnyRecord | null): void {
  db.run('DELETE FROM authorities WHERE record = ?', key)
  if (!record) return
  const content = authorityContent(kind, record)
  const padded = (rung: 'bare' | 'iy') => ` ${indexWords(content.words, rung).join(' ')} `
  const { name, nameKey, detail, date } = content
  const values = [key, kind, id, name, nameKey, detail, date, padded('bare'), padded('iy')]
  db.run('INSERT INTO authorities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', ...values)
}

function putPhoto(db: IndexDatabase, key: number, photo: Photo | null): void {
  db.run('DELETE FROM photo_links WHERE source = ?', key)
  db.run('DELETE FROM photos WHERE record = ?', key)
  if (!photo) return
  db.run('INSERT INTO photos VALUES (?, ?)', key, photoText(photo))
  const shown = photo.people.map(({ personId }) => keyOf(db, 'person', personId))
  if (photo.eventId) shown.push(keyOf(db, 'event', photo.eventId))
  for (const authority of shown) db.run('INSERT OR IGNORE INTO photo_links VALUES (?, ?, ?)', authority, key, key)
}

function putSource(db: IndexDatabase, key: number, record: Article | Draft | null, digest: string): void {
  db.run('DELETE FROM sources WHERE record = ?', key)
  db.run('DELETE FROM source_files WHERE record = ?', key)
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

function putArticle(db: IndexDatabase, record: number, article: Article | null): void {
  const old = db.get<{ key: number; date: string }>('SELECT key, date FROM articles WHERE record = ?', record)
  if (old) removeArticle(db, record, old.key)
  if (!article) return
  const links = linksOf(article).map(({ kind, id }) => keyOf(db, kind, id))
  const lent = lentWords(db, links, article)
  const event = article.events[0] === undefined ? undefined : authorityRow(db, article.events[0])
  const date = article.publishedOn ?? event?.date ?? article.provenance.receivedAt.slice(0, 10)
  const key = old?.date === date ? old.key : freeKey(db, date)
  const row = [key, record, article.id, article.serial, article.title, sortKey(article.title), date, article.genre]
  const shown = [article.status, event?.name ?? null, article.photos.length, article.photos[0]?.photoId ?? null]
  db.run('INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', ...row, ...shown)
  putText(db, key, article.title, articleText(article, lent))
  if (article.status === 'filed') putLinks(db, record, article, links)
}

function removeArticle(db: IndexDatabase, record: number, key: number): void {
  for (const table of ['words', 'tones']) db.run(`DELETE FROM ${table} WHERE rowid = ?`, key)
  db.run('DELETE FROM article_texts WHERE key = ?', key)
  db.run('DELETE FROM articles WHERE key = ?', key)
  db.run('DELETE FROM links WHERE article = ?', record)
  db.run('DELETE FROM photo_links WHERE source = ?', record)
  db.run('DELETE FROM photo_uses WHERE article = ?', record)
}

function putText(db: IndexDatabase, key: number, title: string, written: string): void {
  const text = written.normalize('NFC')
  db.run('INSERT INTO article_texts VALUES (?, ?)', key, text)
  const bare = [title, text].map((part) => indexWords(part, 'bare').join(' '))
  db.run('INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)', key, ...bare)
  const marked = [title, text].map((part) => indexWords(part, 'iy'))
  db.run('INSERT INTO tones (rowid, title, body) VALUES (?, ?, ?)', key, ...marked.map((part) => part.join(' ')))
  db.vocabulary.add(new Set(marked.flat()))
}

function putLinks(db: IndexDatabase, record: number, article: Article, links: number[]): void {
  for (const link of links) db.run('INSERT OR IGNORE INTO links VALUES (?, ?)', link, record)
  for (const { photoId } of article.photos) {
    db.run('INSERT OR IGNORE INTO photo_uses VALUES (?, ?)', keyOf(db, 'photo', photoId), record)
  }
  for (const { kind, id, photoId } of photoLinksOf(article)) {
    const authority = keyOf(db, kind, id)
    db.run('INSERT OR IGNORE INTO photo_links VALUES (?, ?, ?)', authority, keyOf(db, 'photo', photoId), record)
  }
}

function lentWords(db: IndexDatabase, links: number[], article: Article): string[] {
  const names = links.flatMap((link) => {
    const row = db.get<{ kind: string; name: string; detail: string }>(
      'SELECT kind, name, detail FROM authorities WHERE record = ?',
      link,
    )
    if (!row) return []
    // An event's place belongs to its articles; a person's present office does not.
    return row.kind === 'event' ? [row.name, row.detail] : [row.name]
  })
  const photos = article.photos.flatMap(({ photoId }) => {
    const row = db.get<{ text: string }>('SELECT text FROM photos WHERE record = ?', keyOf(db, 'photo', photoId))
    return row ? [row.text] : []
  })
  return [...names, ...photos]
}

function authorityRow(db: IndexDatabase, eventId: string) {
  const key = keyOf(db, 'event', eventId)
  return db.get<{ name: string; date: string | null }>('SELECT name, date FROM authorities WHERE record = ?', key)
}

function freeKey(db: IndexDatabase, date: string): number {
  const last = db.get<{ key: number | null }>(
    'SELECT max(key) AS key FROM articles WHERE key >= ? AND key < ?',
    firstKeyOf(date),
    firstKeyOf(date) + PER_DAY,
  )
  return last?.key == null ? firstKeyOf(date) : last.key + 1
}
