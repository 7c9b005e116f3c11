import type { Article } from '#core/model/article'
import { articleDate } from '#core/model/article-date'
import { linksOf, photoLinksOf, readText, tagText } from './content'
import type { IndexDatabase } from './database'
import { endOfDayKeys, firstKeyOf } from './dates'
import { factOf, packFacts } from './facts'
import { keyOf, termKey } from './keys'
import { sortKey } from './sort-key'
import { tokensOf } from './words'

// So much of text and tags is kept for showing hits; further hits are read from the catalogue.
const BEGINNING = 500
const TAGS = 200

/**
 * Puts an article into the index or takes it out; what it points at must have been put before.
 * @param fresh true where nothing of it can be there yet
 */
export function putArticle(db: IndexDatabase, record: number, article: Article | null, fresh: boolean): void {
  const sql = 'SELECT key, date FROM articles WHERE record = ?'
  const old = fresh ? undefined : db.get<{ key: number; date: string }>(sql, record)
  db.photoOrders.forget()
  const before = old ? removeArticle(db, record, old.key) : []
  if (article) insertArticle(db, record, article, old)
  const after = article?.photos.map(({ photoId }) => keyOf(db, 'photo', photoId)) ?? []
  for (const photo of new Set([...before, ...after])) putCaptions(db, photo)
}

function insertArticle(
  db: IndexDatabase,
  record: number,
  article: Article,
  old: { key: number; date: string } | undefined,
): void {
  const links = linksOf(article).map(({ kind, id }) => ({ kind, key: keyOf(db, kind, id) }))
  const photos = photosOf(db, article)
  const event = links.find(({ kind }) => kind === 'event')
  const shown = event && authorityRow(db, event.key)
  const { date, dateKind } = articleDate(article, shown?.date ?? null)
  const key = old?.date === date ? old.key : freeKey(db, date)
  const facts = factsOf(db, article, photos)
  const { title, genre, status } = article
  const row = [key, record, article.id, article.serial, title, sortKey(title), date, dateKind, genre, status]
  const rest = [shown?.name ?? null, article.photos.length, article.photos[0]?.photoId ?? null, packFacts(facts)]
  db.run('INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', ...row, ...rest)
  db.columns.put(key, genre, status, facts)
  const lent = [
    ...lentNames(
      db,
      links.map((link) => link.key),
    ),
    ...photos.map((photo) => photo.text),
  ]
  putText(db, key, article, lent)
  if (status === 'filed')
    putLinks(
      db,
      record,
      article,
      links.map((link) => link.key),
    )
}

/** Returns the photos it used. */
function removeArticle(db: IndexDatabase, record: number, key: number): number[] {
  const photos = db.all<{ photo: number }>('SELECT photo FROM photo_uses WHERE article = ?', record)
  db.run('DELETE FROM words WHERE rowid = ?', key)
  db.run('DELETE FROM article_texts WHERE key = ?', key)
  db.run('DELETE FROM articles WHERE key = ?', key)
  db.run('DELETE FROM links WHERE article = ?', record)
  db.run('DELETE FROM photo_links WHERE source = ?', record)
  db.run('DELETE FROM photo_uses WHERE article = ?', record)
  db.run('DELETE FROM stale WHERE record = ?', record)
  db.columns.remove(key)
  return photos.map(({ photo }) => photo)
}

function putText(db: IndexDatabase, key: number, article: Article, lent: string[]): void {
  const read = readText(article).normalize('NFC')
  const tags = tagText(article, lent).normalize('NFC')
  const kept = `${read.slice(0, BEGINNING)}\n${tags.slice(0, TAGS)}`.trim()
  db.run('INSERT INTO article_texts VALUES (?, ?)', key, kept)
  const { bare, extra, vocabulary } = tokensOf([article.title, `${read}\n${tags}`])
  db.run('INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)', key, `${bare[0]} ${extra}`, bare[1] ?? '')
  db.vocabulary.add(vocabulary)
}

interface UsedPhoto {
  key: number
  text: string
  photographers: string[]
}

function photosOf(db: IndexDatabase, article: Article): UsedPhoto[] {
  return article.photos.map(({ photoId }) => {
    const key = keyOf(db, 'photo', photoId)
    const sql = 'SELECT text, photographers FROM photos WHERE record = ?'
    const row = db.get<{ text: string; photographers: string }>(sql, key)
    return { key, text: row?.text ?? '', photographers: row?.photographers.split('\n').filter(Boolean) ?? [] }
  })
}

function factsOf(db: IndexDatabase, article: Article, photos: UsedPhoto[]): number[] {
  const photographers = new Set([...article.photographers, ...photos.flatMap((photo) => photo.photographers)])
  const written = (names: Iterable<string>) => [...names].filter((name) => name.trim() !== '')
  return [
    ...article.events.map((id) => factOf('event', keyOf(db, 'event', id))),
    ...article.mentions.flatMap(({ personId, offices }) => [
      factOf('person', keyOf(db, 'person', personId)),
      ...written(offices).map((office) => factOf('office', termKey(db, 'office', office))),
    ]),
    ...[...new Set(article.places.map(({ id }) => id))].map((id) => factOf('place', keyOf(db, 'place', id))),
    ...article.organizations.map(({ id }) => factOf('organization', keyOf(db, 'organization', id))),
    ...article.documents.map(({ id }) => factOf('document', keyOf(db, 'document', id))),
    ...written(article.authors).map((name) => factOf('author', termKey(db, 'author', name))),
    ...written(photographers).map((name) => factOf('photographer', termKey(db, 'photographer', name))),
    ...(article.dossierId ? [factOf('dossier', keyOf(db, 'dossier', article.dossierId))] : []),
  ]
}

function putLinks(db: IndexDatabase, record: number, article: Article, links: number[]): void {
  for (const link of links) db.run('INSERT OR IGNORE INTO links VALUES (?, ?)', link, record)
  for (const { photoId, caption } of article.photos) {
    db.run('INSERT OR REPLACE INTO photo_uses VALUES (?, ?, ?)', keyOf(db, 'photo', photoId), record, caption)
  }
  for (const { kind, id, photoId } of photoLinksOf(article)) {
    const authority = keyOf(db, kind, id)
    db.run('INSERT OR IGNORE INTO photo_links VALUES (?, ?, ?)', authority, keyOf(db, 'photo', photoId), record)
  }
}

/** Puts the words a photo can be found by; a photo that no article uses cannot be found. */
export function putCaptions(db: IndexDatabase, photo: number): void {
  if (db.get('SELECT 1 FROM captions WHERE rowid = ?', photo)) db.run('DELETE FROM captions WHERE rowid = ?', photo)
  const uses = db.all<{ caption: string }>('SELECT caption FROM photo_uses WHERE photo = ?', photo)
  if (uses.length === 0) return
  const own = db.get<{ text: string }>('SELECT text FROM photos WHERE record = ?', photo)
  const sql = `SELECT DISTINCT n.name FROM photo_links l JOIN authorities n ON n.record = l.authority
    WHERE l.source IN (SELECT article FROM photo_uses WHERE photo = ? UNION ALL SELECT ?)
      AND l.photo = ? AND n.kind <> 'event'`
  const names = db.all<{ name: string }>(sql, photo, photo, photo).map(({ name }) => name)
  const texts = new Set([...uses.map(({ caption }) => caption), own?.text ?? '', ...names])
  const { bare, extra, vocabulary } = tokensOf([[...texts].join('\n')])
  db.run('INSERT INTO captions (rowid, body) VALUES (?, ?)', photo, `${bare[0]} ${extra}`)
  db.vocabulary.add(vocabulary)
}

function lentNames(db: IndexDatabase, links: number[]): string[] {
  return links.flatMap((link) => {
    const row = authorityRow(db, link)
    if (!row) return []
    // An event's place belongs to its articles; a person's present office does not.
    return row.kind === 'event' ? [row.name, row.detail] : [row.name]
  })
}

function authorityRow(db: IndexDatabase, key: number) {
  const sql = 'SELECT kind, name, detail, date FROM authorities WHERE record = ?'
  return db.get<{ kind: string; name: string; detail: string; date: string | null }>(sql, key)
}

function freeKey(db: IndexDatabase, date: string): number {
  const sql = 'SELECT max(key) AS key FROM articles WHERE key >= ? AND key < ?'
  const last = db.get<{ key: number | null }>(sql, firstKeyOf(date), endOfDayKeys(date))
  return last?.key == null ? firstKeyOf(date) : last.key + 1
}
