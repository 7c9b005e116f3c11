import type { ArticlePage, ArticleQuery, ArticleRow } from '#core/model/views'
import { wantedTerms } from '#core/query/query'
import type { IndexDatabase } from './database'
import { allHits, type KeyRange, someHits } from './hits'
import type { Mask } from './masks'
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

// So many hits are looked through and counted; beyond, a page says that there are more.
const COUNTED = 2_000
// So many hits in titles, and in texts, are put in order of relevance; the others follow by date.
const TITLES = 500
const COMPARED = 60

// A mask that lets through one of so many is no hindrance: its hits come by themselves.
const WIDE = 2

interface Found {
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
  const deep = plan.match === null ? null : textOf
  return { total, exact, notes: plan.notes, rows: await shown(rows, marker, deep) }
}

/** All there are, by date: what a window shows first, before anything has been read into memory. */
function isPlain({ text, sort, status, offset, limit, ...filters }: ArticleQuery): boolean {
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

/** Every article that a query finds, by ascending date, as slots of `db.columns`. */
export function everyHit(db: IndexDatabase, plan: Plan): Uint32Array {
  const { columns } = db
  if (plan.match === null) return columns.order.subarray(0, columns.count).filter((slot) => plan.mask[slot] === 1)
  const wanted = wantedOf(db, plan.mask)
  if (wanted.count === 0) return new Uint32Array(0)
  return allHits(db, plan.match, wanted).filter((slot) => plan.mask[slot] === 1)
}

interface Wanted extends KeyRange {
  count: number
}

/** What a mask lets through: how many, between which keys. */
function wantedOf({ columns }: IndexDatabase, mask: Mask): Wanted {
  let count = 0
  let [first, last] = [0, -1]
  for (let at = 0; at < columns.count; at++) {
    if (mask[columns.order[at]!] !== 1) continue
    if (count++ === 0) first = at
    last = at
  }
  const keyAt = (place: number) => columns.key[columns.order[place] ?? 0] ?? 0
  return count === 0 ? { count, first: 0, last: -1 } : { count, first: keyAt(first), last: keyAt(last) }
}

function pageOf(db: IndexDatabase, query: ArticleQuery, plan: Plan): Found {
  const { offset, limit, sort } = query
  const cut = (slots: Uint32Array): Found => ({
    slots: [...slots.subarray(offset, offset + limit)],
    total: slots.length,
    exact: true,
  })
  if (sort === 'title') {
    const rank = db.columns.titleRanks()
    return cut(everyHit(db, plan).sort((a, b) => rank[a]! - rank[b]!))
  }
  if (plan.match === null) return cut(sort === 'oldest' ? everyHit(db, plan) : everyHit(db, plan).reverse())
  const found = byDate(db, plan, sort !== 'oldest', offset + limit)
  const slots = sort === 'relevance' ? byRelevance(db, plan, found) : found.slots
  return { ...found, slots: slots.slice(offset, offset + limit) }
}

/** Hits by date: of a wide mask the first ones only; beyond `COUNTED` nobody counts. */
function byDate(db: IndexDatabase, plan: Plan, newest: boolean, enough: number): Found {
  const match = plan.match ?? ''
  const { count } = wantedOf(db, plan.mask)
  if (count * WIDE >= db.columns.count) {
    const most = Math.max(COUNTED, enough) * WIDE
    const some = someHits(db, match, { newest, limit: most })
    const slots = [...some.filter((slot) => plan.mask[slot] === 1)]
    if (some.length < most) return { slots, total: slots.length, exact: true }
    if (slots.length >= Math.max(COUNTED, enough)) return { slots, total: slots.length, exact: false }
  }
  const all = everyHit(db, plan)
  return { slots: [...(newest ? all.reverse() : all)], total: all.length, exact: true }
}

/** Words exactly as typed before others, in the title before the text; then the newest first. */
function byRelevance(db: IndexDatabase, plan: Plan, { slots, exact: all }: Found): number[] {
  const typed = wantedTerms(plan.query).map((term) => term.text.normalize('NFC').toLowerCase())
  const exact = (text: string) => typed.every((words) => text.toLowerCase().includes(words))
  const inTitle = someHits(db, plan.inTitle ?? '', { table: 'titles', newest: true, limit: TITLES })
  // A title does not tell what else the article has that is not wanted.
  const kept = plan.excludes ? new Set(all ? slots : everyHit(db, plan)) : null
  const titled = [...inTitle].filter((slot) => plan.mask[slot] === 1 && (kept === null || kept.has(slot)))
  const already = new Set(titled)
  const others = slots.filter((slot) => !already.has(slot))
  const shownTitles = new Map(
    rowsOf(db, keysOf(db, titled.slice(0, COMPARED)), false).map((row) => [row.key, row.title]),
  )
  const texts = new Map(rowsOf(db, keysOf(db, others.slice(0, COMPARED)), true).map((row) => [row.key, row.text ?? '']))
  const keyOf = (slot: number) => db.columns.key[slot]!
  const tiers: number[][] = [[], []]
  for (const slot of titled) tiers[exact(shownTitles.get(keyOf(slot)) ?? '') ? 0 : 1]!.push(slot)
  const written = others.slice(0, COMPARED).filter((slot) => exact(texts.get(keyOf(slot)) ?? ''))
  const first = new Set(written)
  // Exactly as typed in the text comes before otherwise marked in the title.
  return [...tiers[0]!, ...written, ...tiers[1]!, ...others.filter((slot) => !first.has(slot))]
}

const keysOf = ({ columns }: IndexDatabase, slots: Iterable<number>): number[] =>
  Array.from(slots, (slot) => columns.key[slot]!)

/** All rows of a page in one question: one question each takes longer than all the rest. */
function rowsOf(db: IndexDatabase, keys: number[], withText: boolean): Row[] {
  const text = withText ? '(SELECT text FROM article_texts t WHERE t.key = a.key)' : 'NULL'
  const sql = `SELECT a.key, a.id, a.serial, a.title, a.date, a.date_kind, a.genre, a.status, a.event_title, a.photo_count,
    a.thumbnail, ${text} AS text FROM json_each(?) j JOIN articles a ON a.key = j.value`
  const rows = new Map(db.all<Row>(sql, JSON.stringify(keys)).map((row) => [row.key, row]))
  return keys.flatMap((key) => rows.get(key) ?? [])
}

/** Most hits stand near the beginning; only for the others is the article itself read. */
async function snippetFor(row: Row, marker: Marker, textOf: TextOf | null): Promise<Snippet | null> {
  const near = snippetOf(row.text ?? '', marker)
  return near || !textOf ? near : snippetOf(await textOf(row.id), marker)
}

/** @param textOf null where only the beginnings of texts are looked at */
async function shown(rows: Row[], marker: Marker, textOf: TextOf | null): Promise<ArticleRow[]> {
  const searched = marker.entries > 0
  const snippets = searched ? await Promise.all(rows.map((row) => snippetFor(row, marker, textOf))) : []
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
    titleMarks: searched ? marker.marksOf(row.title) : [],
    snippet: snippets[at] ?? null,
  }))
}
