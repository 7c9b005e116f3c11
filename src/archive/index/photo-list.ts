import type {
  PhotoEventPage,
  PhotoEventQuery,
  PhotoEventRow,
  PhotoMonths,
  PhotoPage,
  PhotoQuery,
  PhotoRow,
} from '#core/model/views'
import type { IndexDatabase } from './database'
import { monthOfKey } from './dates'
import { keyIfKnown } from './keys'
import type { PhotoGroup, PhotoOrder } from './photo-order'

/**
 * A page of the photos that a query finds, newest article first.
 * @throws KhoError query-invalid
 */
export function findPhotos(db: IndexDatabase, query: PhotoQuery): PhotoPage {
  const order = db.photoOrders.of(db, query.text)
  const places = query.eventId === undefined ? null : placesOfEvent(db, order, query.eventId)
  const total = places ? places.length : order.photos.length
  const end = Math.min(query.offset + query.limit, total)
  const rows: PhotoRow[] = []
  for (let at = query.offset; at < end; at++) rows.push(...rowAt(db, order, places ? places[at]! : at))
  return { total, notes: order.notes, rows }
}

/**
 * How many photos each month has, newest first: enough to lay out the whole list before any of it is read.
 * @throws KhoError query-invalid
 */
export function countPhotoMonths(db: IndexDatabase, text: string): PhotoMonths {
  const order = db.photoOrders.of(db, text)
  const months: PhotoMonths['months'] = []
  for (const key of order.articles) {
    const month = monthOfKey(key)
    const last = months.at(-1)
    if (last?.month === month) last.count++
    else months.push({ month, count: 1 })
  }
  return { total: order.photos.length, notes: order.notes, months }
}

/**
 * A page of the events that the photos found belong to, each with its first photos; photos of an article without an
 * event stand under its title.
 * @throws KhoError query-invalid
 */
export function findPhotoEvents(db: IndexDatabase, query: PhotoEventQuery): PhotoEventPage {
  const order = db.photoOrders.of(db, query.text)
  const groups = db.photoOrders.groupsOf(db, order)
  const rows = groups.slice(query.offset, query.offset + query.limit).flatMap((group) => {
    const photos = group.places.slice(0, query.photos).flatMap((place) => rowAt(db, order, place))
    return photos[0] ? [eventRow(db, group, photos, photos[0])] : []
  })
  return { total: groups.length, photos: order.photos.length, notes: order.notes, rows }
}

/** The ids of the first photos that a query finds. */
export function idsOfPhotos(db: IndexDatabase, text: string, limit: number): string[] {
  const keys = db.photoOrders.of(db, text).photos.subarray(0, limit)
  const sql = 'SELECT r.id FROM json_each(?) j JOIN records r ON r.key = j.value'
  return db.all<{ id: string }>(sql, JSON.stringify([...keys])).map(({ id }) => id)
}

/** Photos in use that a caption, a box or an event ties to an authority record, newest article first, each once. */
export function photosLinkedTo(db: IndexDatabase, authority: number, limit: number): PhotoRow[] {
  const sql = `SELECT l.photo, max(a.key) AS article FROM photo_links l JOIN photo_uses u ON u.photo = l.photo
    JOIN articles a ON a.record = u.article WHERE l.authority = ? GROUP BY l.photo ORDER BY article DESC, l.photo LIMIT ?`
  return db
    .all<{ photo: number; article: number }>(sql, authority, limit)
    .flatMap(({ photo, article }) => photoRow(db, photo, article))
}

/** How many photos of filed articles are linked to an authority record. */
export function countLinkedTo(db: IndexDatabase, authority: number): number {
  const sql = `SELECT count(DISTINCT l.photo) AS count FROM photo_links l JOIN photo_uses u ON u.photo = l.photo
    JOIN articles a ON a.record = u.article WHERE l.authority = ?`
  return db.get<{ count: number }>(sql, authority)?.count ?? 0
}

function eventRow(
  db: IndexDatabase,
  { event, places }: PhotoGroup,
  photos: PhotoRow[],
  first: PhotoRow,
): PhotoEventRow {
  const sql = 'SELECT id, name, date FROM authorities WHERE record = ?'
  const named = event ? db.get<{ id: string; name: string; date: string | null }>(sql, event) : undefined
  return {
    eventId: named?.id ?? null,
    title: named?.name ?? first.articleTitle,
    date: named?.date ?? (first.dateKind === 'received' ? null : first.date),
    count: places.length,
    photos,
  }
}

function placesOfEvent(db: IndexDatabase, order: PhotoOrder, eventId: string): number[] {
  const event = keyIfKnown(db, 'event', eventId)
  return db.photoOrders.groupsOf(db, order).find((group) => event > 0 && group.event === event)?.places ?? []
}

const rowAt = (db: IndexDatabase, order: PhotoOrder, place: number): PhotoRow[] =>
  photoRow(db, order.photos[place] ?? 0, order.articles[place] ?? 0)

/** A photo as an article uses it; both by their keys. */
function photoRow(db: IndexDatabase, photo: number, article: number): PhotoRow[] {
  const row = db.get<PhotoRow>(
    `SELECT p.id AS photoId, u.caption, a.id AS articleId, a.title AS articleTitle, a.event_title AS eventTitle,
       a.date, a.date_kind AS dateKind
     FROM articles a JOIN photo_uses u ON u.article = a.record AND u.photo = ? JOIN records p ON p.key = u.photo
     WHERE a.key = ?`,
    photo,
    article,
  )
  return row ? [row] : []
}
