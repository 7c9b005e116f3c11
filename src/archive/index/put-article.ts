import type { Article } from '#core/model/article'
import { articleDate } from '#core/model/article-date'
import { linksOf, photoLinksOf, tagText } from './content'
import type { AuthorityShown, IndexDatabase, PhotoContent } from './database'
import { endOfDayKeys, firstKeyOf } from './dates'
import { type FactKind, factOf, packFacts } from './facts'
import { keyOf, termKey } from './keys'
import type { PreparedText } from './prepare'
import { putCaptions, putNewCaptions } from './put-captions'
import { sortKey } from './sort-key'
import { tokensOf } from './words'

// So much of the tags is kept beside the beginning of the text, for showing hits.
const TAGS = 200

/** A record that an article points at. */
interface Link {
  kind: string
  id: string
  key: number
}

/**
 * Puts an article into the index or takes it out; what it points at must have been put before.
 * @param text null where there is no article
 * @param fresh true where nothing of it can be there yet
 */
export function putArticle(
  db: IndexDatabase,
  record: number,
  article: Article | null,
  text: PreparedText | null,
  fresh: boolean,
): void {
  const sql = 'SELECT key, date FROM articles WHERE record = ?'
  const old = fresh ? undefined : db.get<{ key: number; date: string }>(sql, record)
  db.photoOrders.forget()
  const before = old ? removeArticle(db, record, old.key) : []
  const photos = article ? photosOf(db, article) : []
  const known = photos.filter(({ key }) => !db.unused.has(key)).map(({ key }) => key)
  if (article && text) insertArticle(db, record, article, text, old, photos)
  for (const photo of new Set([...before, ...known])) putCaptions(db, photo)
}

function insertArticle(
  db: IndexDatabase,
  record: number,
  article: Article,
  text: PreparedText,
  old: { key: number; date: string } | undefined,
  photos: UsedPhoto[],
): void {
  const links = linksOf(article).map(({ kind, id }) => ({ kind, id, key: keyOf(db, kind, id) }))
  const event = links.find(({ kind }) => kind === 'event')
  const shown = event && shownOf(db, event.key)
  const { date, dateKind } = articleDate(article, shown?.date ?? null)
  const key = old?.date === date ? old.key : freeKey(db, date)
  const facts = factsOf(db, article, links, photos)
  const { title, genre, status } = article
  const row = [key, record, article.id, article.serial, title, sortKey(title), date, dateKind, genre, status]
  const rest = [shown?.name ?? null, article.photos.length, article.photos[0]?.photoId ?? null, packFacts(facts)]
  db.run('INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', ...row, ...rest)
  db.columns.put({ key, genre, status, photos: article.photos.length }, facts)
  putText(db, key, text, article, [...lentNames(db, links), ...photos.map(({ content }) => content.text)])
  if (status === 'filed') putLinks(db, record, article, links, photos)
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

function putText(db: IndexDatabase, key: number, text: PreparedText, article: Article, lent: string[]): void {
  const tags = tagText(article, lent).normalize('NFC')
  db.run('INSERT INTO article_texts VALUES (?, ?)', key, `${text.beginning}\n${tags.slice(0, TAGS)}`.trim())
  const { bare, extra, vocabulary } = tokensOf([tags])
  db.vocabulary.add(text.vocabulary)
  db.vocabulary.add(vocabulary)
  const body = [text.extra, extra, text.body, bare[0]].join(' ')
  db.atTheEnd(() => db.run('INSERT INTO words (rowid, body) VALUES (?, ?)', key, body))
  db.atTheEnd(() => db.run('INSERT INTO titles (rowid, body) VALUES (?, ?)', key, text.title))
}

interface UsedPhoto {
  key: number
  content: PhotoContent
}

function photosOf(db: IndexDatabase, article: Article): UsedPhoto[] {
  return article.photos.map(({ photoId }) => {
    const key = keyOf(db, 'photo', photoId)
    return { key, content: contentOf(db, key) }
  })
}

function contentOf(db: IndexDatabase, key: number): PhotoContent {
  let content = db.photos.get(key)
  if (!content) {
    const sql = 'SELECT text, photographers FROM photos WHERE record = ?'
    const row = db.get<{ text: string; photographers: string }>(sql, key)
    const shown = db.all<{ authority: number }>('SELECT authority FROM photo_links WHERE source = ?', key)
    const photographers = row?.photographers.split('\n').filter(Boolean) ?? []
    content = { text: row?.text ?? '', photographers, shown: shown.map(({ authority }) => authority) }
    db.photos.set(key, content)
  }
  return content
}

function factsOf(db: IndexDatabase, article: Article, links: Link[], photos: UsedPhoto[]): number[] {
  const photographers = new Set([...article.photographers, ...photos.flatMap(({ content }) => content.photographers)])
  const written = (names: Iterable<string>) => [...names].filter((name) => name.trim() !== '')
  const linked = (kind: FactKind) => links.flatMap((link) => (link.kind === kind ? factOf(kind, link.key) : []))
  return [
    ...linked('event'),
    ...article.mentions.flatMap(({ personId, offices }) => [
      factOf('person', keyOf(db, 'person', personId)),
      ...written(offices).map((office) => factOf('office', termKey(db, 'office', office))),
    ]),
    ...linked('place'),
    ...linked('organization'),
    ...linked('document'),
    ...written(article.authors).map((name) => factOf('author', termKey(db, 'author', name))),
    ...written(photographers).map((name) => factOf('photographer', termKey(db, 'photographer', name))),
    ...(article.dossierId ? [factOf('dossier', keyOf(db, 'dossier', article.dossierId))] : []),
  ]
}

function putLinks(db: IndexDatabase, record: number, article: Article, links: Link[], photos: UsedPhoto[]): void {
  db.insert(
    'OR IGNORE INTO links',
    links.map(({ key }) => [key, record]),
  )
  db.insert(
    'OR REPLACE INTO photo_uses',
    photos.map(({ key }, at) => [key, record, article.photos[at]!.caption]),
  )
  const named = photoLinksOf(article).map(({ kind, id, photoId }) => ({
    kind,
    authority: keyOf(db, kind, id),
    photo: keyOf(db, 'photo', photoId),
  }))
  db.insert(
    'OR IGNORE INTO photo_links',
    named.map(({ authority, photo }) => [authority, photo, record]),
  )
  const fresh = new Map<number, string[]>()
  for (const [at, { key, content }] of photos.entries()) {
    if (!db.unused.has(key) && !fresh.has(key)) continue
    db.unused.delete(key)
    const linked = named
      .filter(({ photo, kind }) => photo === key && kind !== 'event')
      .map(({ authority }) => authority)
    const people = content.shown.filter((shown) => shownOf(db, shown)?.kind !== 'event')
    const names = [...linked, ...people].map((authority) => shownOf(db, authority)?.name ?? '')
    fresh.set(key, [...(fresh.get(key) ?? []), article.photos[at]!.caption, content.text, ...names])
  }
  putNewCaptions(
    db,
    [...fresh].map(([photo, texts]) => ({ photo, texts })),
  )
}

function lentNames(db: IndexDatabase, links: Link[]): string[] {
  return links.flatMap(({ key }) => {
    const row = shownOf(db, key)
    if (!row) return []
    // An event's place belongs to its articles; a person's present office does not.
    return row.kind === 'event' ? [row.name, row.detail] : [row.name]
  })
}

/** What articles show of an authority record; null where there is no such record. */
function shownOf(db: IndexDatabase, key: number): AuthorityShown | null {
  let shown = db.shown.get(key)
  if (shown === undefined) {
    const sql = 'SELECT kind, name, detail, date FROM authorities WHERE record = ?'
    shown = db.get<AuthorityShown>(sql, key) ?? null
    db.shown.set(key, shown)
  }
  return shown
}

function freeKey(db: IndexDatabase, date: string): number {
  const sql = 'SELECT max(key) AS key FROM articles WHERE key >= ? AND key < ?'
  const last = db.get<{ key: number | null }>(sql, firstKeyOf(date), endOfDayKeys(date))
  return last?.key == null ? firstKeyOf(date) : last.key + 1
}
