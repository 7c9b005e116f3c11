import type { Note } from '#core/model/views'
import { numbersIn } from './columns'
import type { IndexDatabase } from './database'
import { factKinds, keyOfFact, kindOfFact } from './facts'
import { photosFor } from './photo-query'

/** Photos newest first: the key of each and of the newest article that uses it, side by side. */
export interface PhotoOrder {
  photos: Float64Array
  articles: Float64Array
  notes: Note[]
}

/** Photos of one event, or of one article that has none: places in the order, newest first. */
export interface PhotoGroup {
  /** Key of the event; 0 where there is none. */
  event: number
  places: number[]
}

const MOST_HELD = 4

/**
 * The orders lately asked for. A list of four hundred thousand photos is read in pages: only the first page may pay
 * for putting them in order. Forgotten with every change that may alter one.
 */
export class PhotoOrders {
  private readonly held = new Map<string, PhotoOrder>()
  private readonly groups = new WeakMap<PhotoOrder, PhotoGroup[]>()

  forget(): void {
    this.held.clear()
  }

  /** @throws KhoError query-invalid */
  of(db: IndexDatabase, text: string): PhotoOrder {
    const held = this.held.get(text)
    if (held) return held
    const order = text === '' ? everyPhoto(db) : this.found(db, text)
    if (this.held.size >= MOST_HELD) this.held.delete(this.held.keys().next().value ?? '')
    this.held.set(text, order)
    return order
  }

  /** The photos of an order by event, the event with the newest photo first. */
  groupsOf(db: IndexDatabase, order: PhotoOrder): PhotoGroup[] {
    const held = this.groups.get(order)
    if (held) return held
    const made = grouped(db, order)
    this.groups.set(order, made)
    return made
  }

  private found(db: IndexDatabase, text: string): PhotoOrder {
    const { found, notes } = photosFor(db, text)
    const all = this.of(db, '')
    if (!found) return { ...all, notes }
    const places = [...all.photos.keys()].filter((place) => found.has(all.photos[place]!))
    return {
      photos: Float64Array.from(places, (place) => all.photos[place]!),
      articles: Float64Array.from(places, (place) => all.articles[place]!),
      notes,
    }
  }
}

function everyPhoto(db: IndexDatabase): PhotoOrder {
  const sql = `SELECT group_concat(photo) AS photos, group_concat(article) AS articles FROM (
    SELECT u.photo, max(a.key) AS article FROM photo_uses u JOIN articles a ON a.record = u.article
    GROUP BY u.photo ORDER BY article DESC, u.photo)`
  const row = db.get<{ photos: string | null; articles: string | null }>(sql)
  return { photos: numbersIn(row?.photos ?? ''), articles: numbersIn(row?.articles ?? ''), notes: [] }
}

function grouped(db: IndexDatabase, { articles }: PhotoOrder): PhotoGroup[] {
  db.columns.load()
  const groups = new Map<number, PhotoGroup>()
  let article = -1
  let group: PhotoGroup | undefined
  for (const [place, key] of articles.entries()) {
    // Photos of one article stand side by side.
    if (key !== article) {
      article = key
      const event = eventOf(db, key)
      const name = event || -key
      group = groups.get(name)
      if (!group) {
        group = { event, places: [] }
        groups.set(name, group)
      }
    }
    group?.places.push(place)
  }
  return [...groups.values()]
}

/** The key of the first event of an article; 0 where it has none. */
function eventOf({ columns }: IndexDatabase, article: number): number {
  const slot = columns.order[columns.placeOf(article)]
  if (slot === undefined) return 0
  for (let at = columns.start[slot]!; at < columns.end[slot]!; at++) {
    if (kindOfFact(columns.pool[at]!) === factKinds.event) return keyOfFact(columns.pool[at]!)
  }
  return 0
}
