import type { ArticlePage, ArticleQuery, ArticleRow } from '#core/model/views'
import { wantedTerms } from '#core/query/query'
import type { IndexDatabase } from './database'
import { allHits, someHits } from './hits'
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
  const plan = planOf(db, query)
  const found = pageOf(db, query, plan)
  const marker = markerOf(wantedTerms(plan.query))
  const rows = rowsOf(db, found.slots, marker.entries > 0)
  const { total, exact } = found
  return { total, exact, notes: plan.notes, rows: await shown(rows, marker, textOf) }
}

/** Every article that a query finds, by ascending date, as slots of `db.columns`. */
export function everyHit(db: IndexDatabase, plan: Plan): Uint32Array {
  const { columns } = db
  const slots = plan.match === null ? columns.order.subarray(0, columns.count) : allHits(db, plan.match)
  return slots.filter((slot) => plan.mask[slot] === 1)
}

function pageOf(db: IndexDatabase, query: ArticleQuery, plan: Plan): Found {
  const { offset, limit, sort } = query
  if (sort === 'title') {
    const rank = db.columns.titleRanks()
    const slots = everyHit(db, plan).sort((a, b) => rank[a]! - rank[b]!)
    return { slots: [...slots.subarray(offset, offset + limit)], total: slots.length, exact: true }
  }
  if (plan.match === null) {
    const slots = everyHit(db, plan)
    if (sort !== 'oldest') slots.reverse()
    return { slots: [...slots.subarray(offset, offset + limit)], total: slots.length, exact: true }
  }
  const found = byDate(db, plan, sort !== 'oldest', offset + limit)
  const slots = sort === 'relevance' ? byRelevance(db, plan, found.slots) : found.slots
  return { ...found, slots: slots.slice(offset, offset + limit) }
}

/** Looks through hits by date until enough are found and counted. */
function byDate(db: IndexDatabase, plan: Plan, newest: boolean, enough: number): Found {
  const slots: number[] = []
  let seen = 0
  let beyond: number | undefined
  for (;;) {
    const some = someHits(db, plan.match ?? '', { newest, limit: COUNTED, beyond })
    for (const slot of some) if (plan.mask[slot] === 1) slots.push(slot)
    seen += some.length
    if (some.length < COUNTED) return { slots, total: slots.length, exact: true }
    if (seen >= COUNTED && slots.length >= enough) return { slots, total: slots.length, exact: false }
    beyond = db.columns.key[some.at(-1)!]
  }
}

/** Words exactly as typed before others, in the title before the text; then the newest first. */
function byRelevance(db: IndexDatabase, plan: Plan, slots: number[]): number[] {
  const typed = wantedTerms(plan.query).map((term) => term.text.normalize('NFC').toLowerCase())
  const exact = (text: string) => typed.every((words) => text.toLowerCase().includes(words))
  const inTitle = plan.inTitle === null ? [] : [...someHits(db, plan.inTitle, { newest: true, limit: TITLES })]
  const titled = inTitle.filter((slot) => plan.mask[slot] === 1)
  const already = new Set(titled)
  const others = slots.filter((slot) => !already.has(slot))
  const shownTitles = new Map(rowsOf(db, titled.slice(0, COMPARED), false).map((row) => [row.key, row.title]))
  const texts = new Map(rowsOf(db, others.slice(0, COMPARED), true).map((row) => [row.key, row.text ?? '']))
  const keyOf = (slot: number) => db.columns.key[slot]!
  const tiers: number[][] = [[], []]
  for (const slot of titled) tiers[exact(shownTitles.get(keyOf(slot)) ?? '') ? 0 : 1]!.push(slot)
  const written = others.slice(0, COMPARED).filter((slot) => exact(texts.get(keyOf(slot)) ?? ''))
  const first = new Set(written)
  // Exactly as typed in the text comes before otherwise marked in the title.
  return [...tiers[0]!, ...written, ...tiers[1]!, ...others.filter((slot) => !first.has(slot))]
}

/** All rows of a page in one question: one question each takes longer than all the rest. */
function rowsOf(db: IndexDatabase, slots: number[], withText: boolean): Row[] {
  const text = withText ? '(SELECT text FROM article_texts t WHERE t.key = a.key)' : 'NULL'
  const sql = `SELECT a.key, a.id, a.serial, a.title, a.date, a.date_kind, a.genre, a.status, a.event_title, a.photo_count,
    a.thumbnail, ${text} AS text FROM json_each(?) j JOIN articles a ON a.key = j.value`
  const keys = slots.map((slot) => db.columns.key[slot]!)
  const rows = new Map(db.all<Row>(sql, JSON.stringify(keys)).map((row) => [row.key, row]))
  return keys.flatMap((key) => rows.get(key) ?? [])
}

/** Most hits stand near the beginning; only for the others is the article itself read. */
async function snippetFor(row: Row, marker: Marker, textOf: TextOf): Promise<Snippet | null> {
  return snippetOf(row.text ?? '', marker) ?? snippetOf(await textOf(row.id), marker)
}

async function shown(rows: Row[], marker: Marker, textOf: TextOf): Promise<ArticleRow[]> {
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
