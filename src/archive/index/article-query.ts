import type { ArticlePage, ArticleQuery, ArticleRow } from '#core/model/views'
import { wantedTerms } from '#core/query/query'
import type { Mark } from '#core/text/highlight'
import { allowed, everyHit, type Found, hitsByDate } from './by-date'
import type { IndexDatabase } from './database'
import { someHits } from './hits'
import { allOf } from './match'
import { type Plan, planOf } from './plan'
import { type Marker, markerOf, type Snippet, snippetOf } from './snippet'

interface Row {
  key: number
  id: string
  serial: number
  title: string
  date: string
  date_kind: ArticleRow['dateKind']
  genre: string
  status: 'filed' | 'binned'
  event_title: string | null
  photo_count: number
  thumbnail: string | null
  /** How the text begins, and the tags; only where asked for. */
  text: string | null
}

/** The whole text of an article as people read it; empty where it cannot be had. */
export type TextOf = (articleId: string) => Promise<string>

// So many hits in titles, and in texts, are put in order of relevance; the others follow by date.
const TITLES = 500
const COMPARED = 60

interface PageFound {
  slots: number[]
  total: number
  exact: boolean
}

/**
 * A page of articles for a query. Newest first unless asked otherwise.
 * @throws KhoError query-invalid
 */
export async function findArticles(db: IndexDatabase, query: ArticleQuery, textOf: TextOf): Promise<ArticlePage> {
  if (isPlain(query)) return plainPage(db, query)
  const plan = planOf(db, query)
  const found = pageOf(db, query, plan)
  const marker = markerOf(wantedTerms(plan.query))
  const rows = rowsOf(db, keysOf(db, found.slots), marker.entries > 0)
  const { total, exact } = found
  // What only tags were asked for need not stand in the text, so nobody looks through all of it.
  const deep = plan.wanted.length === 0 ? null : textOf
  return { total, exact, notes: plan.notes, rows: await shown(rows, marker, deep) }
}

/** All there are, by date: what a window shows first, before anything has been read into memory. */
function isPlain({ text, sort, status, offset, limit, counted, ...filters }: ArticleQuery): boolean {
  const byDate = sort === 'newest' || sort === 'oldest'
  return byDate && text.trim() === '' && Object.values(filters).every((filter) => filter === undefined)
}

async function plainPage(db: IndexDatabase, query: ArticleQuery): Promise<ArticlePage> {
  const { status, sort, limit, offset } = query
  const { total } = db.get<{ total: number }>('SELECT count(*) AS total FROM articles WHERE status = ?', status)!
  const direction = sort === 'newest' ? 'DESC' : 'ASC'
  const sql = `SELECT key FROM articles WHERE status = ? ORDER BY key ${direction} LIMIT ? OFFSET ?`
  const keys = db.all<{ key: number }>(sql, status, limit, offset).map((row) => row.key)
  const rows = await shown(rowsOf(db, keys, false), markerOf([]), null)
  return { total, exact: true, notes: [], rows }
}

function pageOf(db: IndexDatabase, query: ArticleQuery, plan: Plan): PageFound {
  const { offset, limit, counted, sort } = query
  const cut = (slots: ArrayLike<number>, exact = true): PageFound => ({
    slots: Array.prototype.slice.call(slots, offset, offset + limit),
    total: slots.length,
    exact,
  })
  if (sort === 'title') {
    const rank = db.columns.titleRanks()
    return cut(everyHit(db, plan).sort((a, b) => rank[a]! - rank[b]!))
  }
  if (plan.wanted.length === 0) return cut(sort === 'oldest' ? everyHit(db, plan) : everyHit(db, plan).reverse())
  const enough = Math.max(counted, offset + limit)
  const found =
    sort === 'relevance' ? byRelevance(db, plan, enough) : hitsByDate(db, plan, { newest: sort === 'newest', enough })
  return cut(found.slots, found.exact)
}

/** Whole words as typed before beginnings, and these before others; in the title before the text; then the newest first. */
function byRelevance(db: IndexDatabase, plan: Plan, enough: number): Found {
  const typed = wantedTerms(plan.query).map((term) => term.text.normalize('NFC').toLowerCase())
  const asTyped = (written = '') => {
    const text = written.toLowerCase()
    return Math.max(0, ...typed.map((words) => closeness(text, words)))
  }
  const inTitle = someHits(db, allOf(plan.wanted), { table: 'titles', newest: true, limit: TITLES })
  const titled = [...allowed(db, plan, inTitle).reverse()]
  const already = new Set(titled)
  const looked = (most: number) => {
    const { slots, exact } = hitsByDate(db, plan, { newest: true, enough: most })
    return { exact, others: slots.filter((slot) => !already.has(slot)) }
  }
  const wanted = Math.max(enough, COMPARED)
  let found = looked(wanted + Math.min(wanted, titled.length))
  // Most of the newest may be those of the titles.
  if (!found.exact && found.others.length <= wanted) found = looked(titled.length + wanted)
  const { others } = found
  const titles = columnOf(db, ['articles', 'title'], titled.slice(0, COMPARED))
  const texts = columnOf(db, ['article_texts', 'text'], others.slice(0, COMPARED))
  const keyOf = (slot: number) => db.columns.key[slot]!
  // Exactly as typed in the text comes before otherwise marked in the title.
  const tiers: number[][] = Array.from({ length: 6 }, () => [])
  for (const slot of titled) tiers[2 * asTyped(titles.get(keyOf(slot)))]!.push(slot)
  for (const slot of others) tiers[2 * asTyped(texts.get(keyOf(slot))) + 1]!.push(slot)
  return { slots: tiers.flat(), exact: found.exact }
}

const inWord = /[\p{L}\p{N}\p{M}]/u

/** 0 where a text has what was typed as whole words, 1 where within others (a beginning), 2 where otherwise marked. */
function closeness(text: string, typed: string): 0 | 1 | 2 {
  let at = text.indexOf(typed)
  if (at === -1) return 2
  for (; at !== -1; at = text.indexOf(typed, at + 1)) {
    if (!inWord.test(text.charAt(at - 1)) && !inWord.test(text.charAt(at + typed.length))) return 0
  }
  return 1
}

const keysOf = ({ columns }: IndexDatabase, slots: Iterable<number>): number[] =>
  Array.from(slots, (slot) => columns.key[slot]!)

/** One column of a table for some articles, by their keys. */
function columnOf(db: IndexDatabase, [table, column]: [string, string], slots: number[]): Map<number, string> {
  const sql = `SELECT t.key, t.${column} AS value FROM json_each(?) j JOIN ${table} t ON t.key = j.value`
  const rows = db.all<{ key: number; value: string }>(sql, JSON.stringify(keysOf(db, slots)))
  return new Map(rows.map((row) => [row.key, row.value]))
}

/** All rows of a page in one question: one question each takes longer than all the rest. */
function rowsOf(db: IndexDatabase, keys: number[], withText: boolean): Row[] {
  const text = withText ? '(SELECT text FROM article_texts t WHERE t.key = a.key)' : 'NULL'
  const sql = `SELECT a.key, a.id, a.serial, a.title, a.date, a.date_kind, a.genre, a.status, a.event_title, a.photo_count,
    a.thumbnail, ${text} AS text FROM json_each(?) j JOIN articles a ON a.key = j.value`
  const rows = new Map(db.all<Row>(sql, JSON.stringify(keys)).map((row) => [row.key, row]))
  return keys.flatMap((key) => rows.get(key) ?? [])
}

/** Most hits stand near the beginning; only for those that neither it nor the title shows is the article read. */
async function snippetFor(
  row: Row,
  titleMarks: Mark[],
  marker: Marker,
  textOf: TextOf | null,
): Promise<Snippet | null> {
  const near = snippetOf(row.text ?? '', marker)
  if (near || !textOf || titleMarks.length >= marker.entries) return near
  return snippetOf(await textOf(row.id), marker)
}

/** @param textOf null where only the beginnings of texts are looked at */
async function shown(rows: Row[], marker: Marker, textOf: TextOf | null): Promise<ArticleRow[]> {
  const searched = marker.entries > 0
  const titleMarks = rows.map((row) => (searched ? marker.marksOf(row.title) : []))
  const snippets = searched
    ? await Promise.all(rows.map((row, at) => snippetFor(row, titleMarks[at]!, marker, textOf)))
    : []
  return rows.map((row, at) => ({
    id: row.id,
    serial: row.serial,
    title: row.title,
    date: row.date,
    dateKind: row.date_kind,
    genre: row.genre,
    eventTitle: row.event_title,
    photoCount: row.photo_count,
    thumbnail: row.thumbnail,
    status: row.status,
    titleMarks: titleMarks[at]!,
    snippet: snippets[at] ?? null,
  }))
}
