import type { IndexDatabase } from './database'
import { firstKeyOf, PER_DAY } from './dates'
import { factOf, packFacts } from './facts'
import { keyOf, termKey } from './keys'
import { putCaptions } from './put-captions'
import type { ReadArticle, ReadFact } from './read-article'
import { sortKey } from './sort-key'
import { rowAt } from './word-rows'

/**
 * Puts an article into the index or takes it out; what it points at must have been put before.
 * @param read null where there is no article
 * @param fresh true where nothing of it can be there yet
 */
export function putArticle(
  db: IndexDatabase,
  record: number,
  id: string,
  read: ReadArticle | null,
  fresh: boolean,
): void {
  const sql = 'SELECT key, date FROM articles WHERE record = ?'
  const old = fresh ? undefined : db.get<{ key: number; date: string }>(sql, record)
  db.photoOrders.forget()
  const before = old ? removeArticle(db, record, old.key) : []
  const photos = read ? read.photos.map((use) => keyOf(db, 'photo', use.id)) : []
  const known = photos.filter((photo) => !db.unused.has(photo))
  if (read) insertArticle(db, record, id, read, old?.date === read.date ? old.key : freeKey(db, read.date), photos)
  for (const photo of new Set([...before, ...known])) putCaptions(db, photo)
}

function insertArticle(
  db: IndexDatabase,
  record: number,
  id: string,
  read: ReadArticle,
  key: number,
  photos: number[],
): void {
  const { serial, title, date, dateKind, genre, status, eventTitle } = read
  const facts = read.facts.map((fact) => factOf(fact.kind, keyOfFact(db, fact)))
  const shown = [eventTitle, photos.length, read.photos[0]?.id ?? null, packFacts(facts)]
  db.put('INTO articles', key, record, id, serial, title, sortKey(title), date, dateKind, genre, status, ...shown)
  db.columns.put({ key, genre, status, photos: photos.length }, facts)
  db.put('INTO article_texts', key, read.beginning)
  db.vocabulary.add(read.words.vocabulary)
  db.atTheEnd(() => db.run('INSERT INTO words (rowid, body) VALUES (?, ?)', key, rowAt(read.words, 0)))
  db.atTheEnd(() => db.run('INSERT INTO titles (rowid, body) VALUES (?, ?)', key, rowAt(read.words, 1)))
  if (status === 'filed') putLinks(db, record, read, photos)
}

/** Returns the photos it used. */
function removeArticle(db: IndexDatabase, record: number, key: number): number[] {
  const photos = db.all<{ photo: number }>('SELECT photo FROM photo_uses WHERE article = ?', record)
  for (const table of ['words', 'titles']) {
    db.atTheEnd(() => db.run(`DELETE FROM ${table} WHERE rowid = ?`, key))
  }
  db.run('DELETE FROM article_texts WHERE key = ?', key)
  db.run('DELETE FROM articles WHERE key = ?', key)
  db.run('DELETE FROM links WHERE article = ?', record)
  db.run('DELETE FROM photo_links WHERE source = ?', record)
  db.run('DELETE FROM photo_uses WHERE article = ?', record)
  db.run('DELETE FROM stale WHERE record = ?', record)
  db.columns.remove(key)
  return photos.map(({ photo }) => photo)
}

function keyOfFact(db: IndexDatabase, { kind, what }: ReadFact): number {
  return kind === 'office' || kind === 'author' || kind === 'photographer'
    ? termKey(db, kind, what)
    : keyOf(db, kind, what)
}

function putLinks(db: IndexDatabase, record: number, read: ReadArticle, photos: number[]): void {
  for (const { kind, id } of read.links) db.put('OR IGNORE INTO links', keyOf(db, kind, id), record)
  for (const [at, photo] of photos.entries()) {
    const { caption, row } = read.photos[at]!
    db.put('OR REPLACE INTO photo_uses', photo, record, caption)
    // All its words stand in this article, and nothing of it is in the table.
    if (db.unused.delete(photo)) {
      db.atTheEnd(() => db.run('INSERT INTO captions (rowid, body) VALUES (?, ?)', photo, rowAt(read.words, row)))
    }
  }
  for (const { kind, id, photo } of read.shown) {
    db.put('OR IGNORE INTO photo_links', keyOf(db, kind, id), photos[photo]!, record)
  }
}

/** The key after the last one of a day; the articles of a day with too many go into the days after it. */
function freeKey(db: IndexDatabase, date: string): number {
  const first = firstKeyOf(date)
  const held = db.lastKeys.get(date)
  const key = held === undefined ? keyAfterLast(db, first) : held + 1
  if (key < first + PER_DAY) {
    db.lastKeys.set(date, key)
    return key
  }
  db.lastKeys.clear()
  for (let day = first + PER_DAY; ; day += PER_DAY) {
    const spilled = keyAfterLast(db, day)
    if (spilled < day + PER_DAY) return spilled
  }
}

function keyAfterLast(db: IndexDatabase, first: number): number {
  const sql = 'SELECT max(key) AS key FROM articles WHERE key >= ? AND key < ?'
  const last = db.get<{ key: number | null }>(sql, first, first + PER_DAY)
  return last?.key == null ? first : last.key + 1
}
