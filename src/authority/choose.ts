import type { Match } from '#core/model/draft'

interface Tier {
  codes: readonly string[]
  /** Reasons of others that make the choice doubtful. */
  doubts: readonly string[]
}

/**
 * What may be chosen without asking, surest first. Left to the person: equal but for tones, of one name
 * in another office, a place without its kind, a body that had ended, an event only alike.
 */
const tiers: readonly Tier[] = [
  { codes: ['same-name-same-office', 'other-spelling-same-office'], doubts: [] },
  {
    codes: ['same-name-same-body', 'other-spelling-same-body', 'same-name', 'other-spelling'],
    doubts: ['same-name-other-office', 'other-spelling-other-office'],
  },
  { codes: ['name-same'], doubts: [] },
  { codes: ['name-spelling', 'name-abbreviation'], doubts: [] },
  { codes: ['event-same'], doubts: [] },
]

/**
 * The record to take as meant, for people, bodies, places and events alike: the only one of the surest
 * tier that has any. Two equally good ones, or a namesake in another office, leave the choice open.
 */
export function autoChoose(matches: readonly Match[]): string | null {
  for (const { codes, doubts } of tiers) {
    const [first, second] = matches.filter((match) => codes.includes(match.reason.code))
    if (!first) continue
    return second || matches.some((match) => doubts.includes(match.reason.code)) ? null : first.id
  }
  return null
}
