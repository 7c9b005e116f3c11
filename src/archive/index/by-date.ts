import type { IndexDatabase } from './database'
import { allHits, hitsOf, someHits } from './hits'
import { type Mask, within } from './masks'
import { allOf, isPhrase } from './match'
import type { Plan } from './plan'

// A mask that lets through one of so many is no hindrance: its hits come by themselves.
const WIDE = 2
// Each stretch of dates is so many times as long as the one before.
const GROWING = 4
// To ask whether one article has a word takes as long as to go past so many that have it.
const ASKING = 200

/** Hits as slots of `db.columns`, in order. */
export interface Found {
  slots: number[]
  /** False where there are more hits than `slots`, which nobody looked for. */
  exact: boolean
}

/** Every article that a query finds, by ascending date, as slots of `db.columns`. */
export function everyHit(db: IndexDatabase, plan: Plan): Uint32Array {
  const { columns } = db
  const { match, mask } = stillAsked(db, plan, { whole: true })
  if (match === null) return within(mask, columns.order.subarray(0, columns.count))
  const places = placesOf(db, mask)
  return places.length === 0 ? new Uint32Array(0) : hitsAmong(db, { match, mask }, places)
}

/**
 * Hits by date, from one end. What stands far from there is not looked at once there are enough: the first page
 * of words that are rare side by side would else cost as much as all of them.
 * @param enough so many hits; at least one more where there are more
 */
export function hitsByDate(db: IndexDatabase, plan: Plan, order: { newest: boolean; enough: number }): Found {
  const { newest, enough } = order
  const { match, mask } = stillAsked(db, plan, { whole: false })
  if (match === null) {
    const every = within(mask, db.columns.order.subarray(0, db.columns.count))
    const slots = [...(newest ? every.reverse() : every).subarray(0, enough + 1)]
    return { slots, exact: slots.length === every.length }
  }
  if (howMany(mask) * WIDE >= db.columns.count) {
    const limit = (enough + 1) * WIDE
    const some = someHits(db, match, { newest, limit })
    const slots = [...within(mask, some)]
    if (some.length < limit || slots.length > enough) return { slots, exact: some.length < limit }
  }
  const places = placesOf(db, mask)
  const slots: number[] = []
  let looked = 0
  for (let span = (enough + 1) * WIDE; looked < places.length && slots.length <= enough; span *= GROWING) {
    const until = Math.min(places.length, looked + span)
    const [first, end] = newest ? [places.length - until, places.length - looked] : [looked, until]
    const hits = hitsAmong(db, { match, mask }, places.subarray(first, end))
    for (const slot of newest ? hits.reverse() : hits) slots.push(slot)
    looked = until
  }
  return { slots, exact: looked === places.length }
}

/** What is left to ask the full-text table: null for nothing. */
interface Asked<Match> {
  match: Match
  mask: Mask
}

/**
 * What a search still has to ask, once all that is known of its words is in the mask.
 * @param options.whole whether all hits are wanted: then a word that recurs is asked for by itself, and known from now on
 */
function stillAsked(db: IndexDatabase, plan: Plan, { whole }: { whole: boolean }): Asked<string | null> {
  if (plan.match === null) return plan
  const { columns, knownWords } = db
  const mask = plan.mask.slice()
  if (knownWords.narrow(plan.match, mask)) return { match: null, mask }
  if (plan.parts.length === 0) return { match: plan.match, mask }
  let left = plan.parts.filter((part) => !knownWords.narrow(part, mask))
  // What is rare finds quickly what stands beside it, and a phrase is rare.
  const allFrequent = left.length > 1 && !left.some(isPhrase) && howMany(mask) * WIDE >= columns.count
  if (whole && allFrequent) {
    const recurring = left.filter((part) => knownWords.recurs(part))
    for (const part of recurring) knownWords.keep(part, allHits(db, part), columns.size)
    left = left.filter((part) => !knownWords.narrow(part, mask))
  }
  return { match: left.length === 0 ? null : allOf(left), mask }
}

/** Hits among the articles at some places in the order of dates: all that the mask has from the first to the last. */
function hitsAmong(db: IndexDatabase, { match, mask }: Asked<string>, places: Uint32Array): Uint32Array {
  const { count, key, order, size } = db.columns
  const keyAt = (place: number) => key[order[place]!]!
  const [first, last] = [places[0]!, places.at(-1)!]
  const words = match.split(' ').length
  if (places.length * words * ASKING < last - first) return hitsOf(db, match, Array.from(places, keyAt))
  if (last - first < count - 1) return within(mask, allHits(db, match, { first: keyAt(first), last: keyAt(last) }))
  const every = allHits(db, match)
  db.knownWords.keep(match, every, size)
  return within(mask, every)
}

function howMany(mask: Mask): number {
  let count = 0
  for (let slot = 0; slot < mask.length; slot++) count += mask[slot]!
  return count
}

/** Where in the order of dates a mask lets something through. */
function placesOf({ columns }: IndexDatabase, mask: Mask): Uint32Array {
  const places = new Uint32Array(columns.count)
  let count = 0
  for (let at = 0; at < columns.count; at++) if (mask[columns.order[at]!] === 1) places[count++] = at
  return places.subarray(0, count)
}
