import type { ArticlePage, ArticleQuery, ArticleRow, AuthorityKind } from '#core/model/views'
import { parseQuery } from '#core/query/parse'
import type { IndexDatabase } from './database'
import { type Condition, conditionsOf } from './match'
import { type MarkedWords, markedWords, marksOfAll, type Snippet, snippetsOf } from './snippet'
import { endKeyOf, firstKeyOf } from './writer'

interface Row {
  key: number
  id: string
  serial: number
  title: string
  date: string
  genre: string
  status: 'filed' | 'binned'
  event_title: string | null
  photo_count: number
  thumbnail: string | null
}

interface Query {
  from: string
  where: string
  values: (string | number)[]
}

// Relevance is worked out for the newest hits only: ranking all of a common word takes far too long.
const RANKED = 1_000
// Of these, the best have the beginning of their text looked at for the words exactly as typed.
const COMPARED = 100
const BEGINNING = 1_500

/** A page of articles for a query, from the index alone. Newest first unless asked otherwise. */
export function findArticles(db: IndexDatabase, query: ArticleQuery): ArticlePage {
  const terms = parseQuery(query.text)
  const parts = partsOf(db, query)
  const total = db.get<{ total: number }>(`SELECT count(*) AS total ${parts.from} ${parts.where}`, ...parts.values)
  const ranked = query.sort === 'relevance' && terms.some((term) => !term.excluded)
  const rows = ranked ? rankedRows(db, query, parts) : sortedRows(db, query, parts)
  const marked = markedWords(terms)
  return { total: total?.total ?? 0, rows: shown(db, rows, marked) }
}

function partsOf(db: IndexDatabase, query: ArticleQuery): Query {
  const { match, others } = conditionsOf(db, parseQuery(query.text))
  const conditions: { sql: string; values: (string | number)[] }[] = [{ sql: 'a.status = ?', values: [query.status] }]
  if (match !== null) conditions.unshift({ sql: 'words MATCH ?', values: [match] })
  conditions.push(...others, ...filtersOf(query))
  return {
    from: match === null ? 'FROM articles a' : 'FROM words CROSS JOIN articles a ON a.key = words.rowid',
    where: `WHERE ${conditions.map((condition) => condition.sql).join(' AND ')}`,
    values: conditions.flatMap((condition) => condition.values),
  }
}

function filtersOf(query: ArticleQuery): { sql: string; values: (string | number)[] }[] {
  const filters: { sql: string; values: (string | number)[] }[] = []
  const links: [AuthorityKind, string | undefined][] = [
    ['event', query.eventId],
    ['person', query.personId],
    ['place', query.placeId],
    ['organization', query.organizationId],
    ['document', query.documentId],
  ]
  for (const [kind, id] of links) if (id !== undefined) filters.push(linkedTo(kind, id))
  if (query.genre !== undefined) filters.push({ sql: 'a.genre = ?', values: [query.genre] })
  if (query.from !== undefined) filters.push({ sql: 'a.key >= ?', values: [firstKeyOf(query.from)] })
  if (query.to !== undefined) filters.push({ sql: 'a.key < ?', values: [endKeyOf(query.to)] })
  return filters
}

function linkedTo(kind: AuthorityKind, id: string): Condition {
  return {
    sql: `a.record IN (SELECT article FROM links
      WHERE authority = (SELECT key FROM records WHERE kind = ? AND id = ?))`,
    values: [kind, id],
  }
}

function sortedRows(db: IndexDatabase, query: ArticleQuery, parts: Query): Row[] {
  const key = parts.from.startsWith('FROM words') ? 'words.rowid' : 'a.key'
  const orders = { newest: `${key} DESC`, oldest: key, title: 'a.title_key, a.key DESC', relevance: `${key} DESC` }
  const sql = `SELECT a.* ${parts.from} ${parts.where} ORDER BY ${orders[query.sort]} LIMIT ? OFFSET ?`
  return db.all<Row>(sql, ...parts.values, query.limit, query.offset)
}

/** Words exactly as typed first, in the title before the text; then by FTS5's own measure. */
function rankedRows(db: IndexDatabase, query: ArticleQuery, parts: Query): Row[] {
  const sql = `SELECT a.*, bm25(words, 8.0, 1.0) AS score ${parts.from} ${parts.where}
    ORDER BY words.rowid DESC LIMIT ${RANKED}`
  const rows = db.all<Row & { score: number }>(sql, ...parts.values).sort((a, b) => a.score - b.score)
  if (rows.length === RANKED && query.offset + query.limit > RANKED) return sortedRows(db, query, parts)
  const typed = parseQuery(query.text).flatMap((term) =>
    term.excluded ? [] : [term.text.normalize('NFC').toLowerCase()],
  )
  const tier = (row: Row) => {
    if (typed.every((words) => row.title.toLowerCase().includes(words))) return 0
    const text = `${row.title}\n${beginningOf(db, row.key)}`.toLowerCase()
    return typed.every((words) => text.includes(words)) ? 1 : 2
  }
  const best = rows.slice(0, COMPARED).map((row) => ({ row, tier: tier(row) }))
  best.sort((a, b) => a.tier - b.tier || a.row.score - b.row.score)
  return [...best.map(({ row }) => row), ...rows.slice(COMPARED)].slice(query.offset, query.offset + query.limit)
}

function textOf(db: IndexDatabase, key: number): string {
  return db.get<{ text: string }>('SELECT text FROM article_texts WHERE key = ?', key)?.text ?? ''
}

function beginningOf(db: IndexDatabase, key: number): string {
  const sql = `SELECT substr(text, 1, ${BEGINNING}) AS text FROM article_texts WHERE key = ?`
  return db.get<{ text: string }>(sql, key)?.text ?? ''
}

/** Most hits stand near the beginning: reading long texts whole for every row costs more than all the rest. */
function snippetsFor(db: IndexDatabase, rows: Row[], marked: MarkedWords): (Snippet | null)[] {
  const beginnings = rows.map((row) => beginningOf(db, row.key))
  const snippets = snippetsOf(beginnings, marked)
  const later = rows.flatMap((_, at) => (snippets[at] || beginnings[at]!.length < BEGINNING ? [] : [at]))
  const found = snippetsOf(
    later.map((at) => textOf(db, rows[at]!.key)),
    marked,
  )
  for (const [nth, at] of later.entries()) snippets[at] = found[nth] ?? null
  return snippets
}

function shown(db: IndexDatabase, rows: Row[], marked: MarkedWords): ArticleRow[] {
  const searched = marked.words.length > 0
  const titles = searched
    ? marksOfAll(
        rows.map((row) => row.title),
        marked,
      )
    : []
  const snippets = searched ? snippetsFor(db, rows, marked) : []
  return rows.map((row, at) => ({
    id: row.id,
    serial: row.serial,
    title: row.title,
    date: row.date,
    genre: row.genre,
    eventTitle: row.event_title,
    photoCount: row.photo_count,
    thumbnail: row.thumbnail,
    status: row.status,
    titleMarks: titles[at] ?? [],
    snippet: snippets[at] ?? null,
  }))
}
