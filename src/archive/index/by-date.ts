import type { IndexDatabase } from './database'
import { allHits, hitsOf, someHits } from './hits'
import { inverted, type Mask, maskOf, within } from './masks'
import { allOf, isPhrase, oneOf } from './match'
import type { Plan } from './plan'

// The first stretch of dates has so many articles, each other one so many times as many as the one before: to ask
// takes as long as to go past some hundreds.
const FIRST = 1_000
const GROWING = 8
// To ask whether one article has a word takes as long as to go past so many.
const ASKING = 300
// A mask that lets through one of so many has most of the archive.
const WIDE = 2

/** Hits as slots of `db.columns`, in order. */
export interface Found {
  slots: number[]
  /** False where there are more hits than `slots`, which nobody looked for. */
  exact: boolean
}

/** Every article that a query finds, by ascending date, as slots of `db.columns`. */
export function everyHit(db: IndexDatabase, plan: Plan): Uint32Array {
  const { columns, knownWords } = db
  let asked = stillAsked(db, plan)
  if (isFrequent(db, asked)) {
    // Words that many searches have are asked for by themselves, and known from now on.
    const recurring = asked.wanted.filter((match) => knownWords.recurs(match))
    for (const match of recurring) knownWords.keep(match, allHits(db, match), columns.size)
    asked = stillAsked(db, plan)
  }
  return hitsAmong(db, asked, inOrder(db, asked.mask))
}

/**
 * Hits by date, from one end. What stands far from there is not looked at once there are enough: the first page
 * of words that are rare side by side would else cost as much as all of them.
 * @param order.enough so many hits; at least one more where there are more
 * @param order.first so many articles are looked at first
 */
export function hitsByDate(
  db: IndexDatabase,
  plan: Plan,
  order: { newest: boolean; enough: number; first?: number },
): Found {
  const { newest, enough, first = FIRST } = order
  const asked = stillAsked(db, plan)
  if (asked.wanted.length > 0 && asked.excluded.length === 0 && isWide(db, asked)) {
    const limit = (enough + 1) * WIDE
    const some = someHits(db, allOf(asked.wanted), { newest, limit })
    const hits = within(asked.mask, some)
    const slots = [...(newest ? hits.reverse() : hits)]
    if (some.length < limit || slots.length > enough) return { slots, exact: some.length < limit }
  }
  const open = inOrder(db, asked.mask)
  const slots: number[] = []
  let looked = 0
  for (let span = Math.max(first, enough + 1); looked < open.length && slots.length <= enough; span *= GROWING) {
    const until = Math.min(open.length, looked + span)
    const stretch = newest ? open.subarray(open.length - until, open.length - looked) : open.subarray(looked, until)
    const hits = hitsAmong(db, asked, stretch)
    for (const slot of newest ? hits.reverse() : hits) slots.push(slot)
    looked = until
  }
  return { slots, exact: looked === open.length }
}

/** Those of some articles, by ascending date, that the mask lets through and that have nothing excluded. */
export function allowed(db: IndexDatabase, { mask, excluded }: Asked, slots: Uint32Array): Uint32Array {
  const left = within(mask, slots)
  if (left.length === 0 || excluded.length === 0) return left
  return within(inverted(maskOf(db, matchesAmong(db, oneOf(excluded), left))), left)
}

/** What is left to ask of the full-text table, and for which articles. */
type Asked = Pick<Plan, 'wanted' | 'excluded' | 'mask'>

/** What a search still has to ask, once all that is known of its words is in the mask. */
function stillAsked({ knownWords }: IndexDatabase, plan: Plan): Asked {
  const mask = plan.mask.slice()
  const known = plan.wanted.length > 1 && knownWords.narrow(allOf(plan.wanted), mask)
  return {
    mask,
    wanted: known ? [] : plan.wanted.filter((match) => !knownWords.narrow(match, mask)),
    excluded: plan.excluded.filter((match) => !knownWords.narrow(match, mask, { without: true })),
  }
}

/** Whether all words may be frequent: what is rare finds quickly what stands beside it, and a phrase is rare. */
function isFrequent(db: IndexDatabase, asked: Asked): boolean {
  return asked.wanted.length > 1 && !asked.wanted.some(isPhrase) && isWide(db, asked)
}

/** Whether most of the archive is asked. */
function isWide({ columns }: IndexDatabase, { mask }: Asked): boolean {
  return howMany(mask) * WIDE >= columns.count
}

/** Hits among articles by ascending date: all that the mask has from the first of them to the last. */
function hitsAmong(db: IndexDatabase, asked: Asked, slots: Uint32Array): Uint32Array {
  if (slots.length === 0) return slots
  const matching = asked.wanted.length > 0 ? matchesAmong(db, allOf(asked.wanted), slots) : slots
  return allowed(db, asked, matching)
}

/** The articles that match from the first of some to the last; where these are few, perhaps only they. */
function matchesAmong(db: IndexDatabase, match: string, slots: Uint32Array): Uint32Array {
  const { columns } = db
  const [first, last] = [columns.key[slots[0]!]!, columns.key[slots.at(-1)!]!]
  const span = columns.placeOf(last) - columns.placeOf(first) + 1
  const keys = () => Array.from(slots, (slot) => columns.key[slot]!)
  if (slots.length * ASKING < span) return hitsOf(db, match, keys())
  if (span < columns.count) return allHits(db, match, { first, last })
  const every = allHits(db, match)
  db.knownWords.keep(match, every, columns.size)
  return every
}

/** What a mask lets through, by ascending date. */
function inOrder({ columns }: IndexDatabase, mask: Mask): Uint32Array {
  return within(mask, columns.order.subarray(0, columns.count))
}

function howMany(mask: Mask): number {
  let count = 0
  for (let slot = 0; slot < mask.length; slot++) count += mask[slot]!
  return count
}
