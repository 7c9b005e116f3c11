import type { Event } from '#core/model/authority'
import type { EventFields, Match } from '#core/model/draft'
import { compareVi } from '#core/text/collate'
import { formatDate } from '#core/text/dates'
import { comparable } from '#core/text/fold'
import { wordsOf } from '#core/text/words'
import { notAfter } from './dates'

const likeEnough = 0.8
const ranks = ['event-same', 'event-like', 'event-other-day']

/**
 * The events on file that may be the one reported, best first. The same is one of the same type and day
 * whose title shares four fifths of its words and contradicts it in no name, number, place or host:
 * two voter meetings of one day in two communes are two events, two sessions differ by their number.
 */
export function matchEvents(event: EventFields, candidates: readonly Event[]): Match[] {
  return candidates
    .flatMap((held) => {
      const overlap = beginsAs(event.title, held.title) ? 1 : titleOverlap(event.title, held.title)
      const code = overlap >= likeEnough ? codeFor(event, held) : null
      if (!code) return []
      const day = held.from ? formatDate(held.from) : ''
      const detail = [day, held.place ?? ''].filter((part) => part !== '').join(' · ')
      return [{ match: { id: held.id, name: held.title, detail, reason: { code, args: { day } } }, overlap }]
    })
    .sort(
      (a, b) =>
        ranks.indexOf(a.match.reason.code) - ranks.indexOf(b.match.reason.code) ||
        b.overlap - a.overlap ||
        compareVi(a.match.name, b.match.name) ||
        (a.match.id < b.match.id ? -1 : 1),
    )
    .map(({ match }) => match)
}

function codeFor(event: EventFields, held: Event): string {
  const sameType = event.type === held.type || event.type === 'other' || held.type === 'other'
  if (!event.from || !held.from || !sameType) return 'event-like'
  if (!overlapping(event, held)) return 'event-other-day'
  const agree =
    agreeing(event.place, held.place) && agreeing(event.host, held.host) && !contradict(event.title, held.title)
  return agree ? 'event-same' : 'event-like'
}

function overlapping(a: EventFields, b: Event): boolean {
  return notAfter(a.from!, b.to ?? b.from!) && notAfter(b.from!, a.to ?? a.from!)
}

/** What one side does not say contradicts nothing; a place may be stated more or less exactly. */
function agreeing(a: string | null, b: string | null): boolean {
  if (!a || !b) return true
  const [short, long] = [comparable(a), comparable(b)].sort((x, y) => x.length - y.length)
  return long!.includes(short!)
}

/**
 * One title goes on where the other ends: Lễ khánh thành cầu Nà Mây, công trình chào mừng …. The shorter
 * must name something of its own; any voter meeting begins with Hội nghị tiếp xúc cử tri.
 */
function beginsAs(a: string, b: string): boolean {
  const [short, long] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length)
  // Of a title all in capitals the other's letters tell which words are names.
  const named = short!.some((word, at) => at > 0 && isTelling(word.text) && isTelling(long![at]!.text))
  return named && short!.every((word, at) => comparable(word.text) === comparable(long![at]!.text))
}

/** Names and numbers tell events apart. */
function isTelling(word: string): boolean {
  return /\p{N}|^\p{Lu}/u.test(word)
}

/** Dice coefficient over folded words, as the reading contract scores titles. */
export function titleOverlap(a: string, b: string): number {
  const [left, right] = [wordsOf(comparable(a)), wordsOf(comparable(b))].map((words) => words.map(({ text }) => text))
  if (left!.length + right!.length === 0) return 0
  const counts = new Map<string, number>()
  for (const word of left!) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right!) {
    const count = counts.get(word) ?? 0
    if (count > 0) {
      shared++
      counts.set(word, count - 1)
    }
  }
  return (2 * shared) / (left!.length + right!.length)
}

/** Each title has a name or number that the other lacks. */
function contradict(a: string, b: string): boolean {
  return lacks(a, b) && lacks(b, a)
}

function lacks(title: string, names: string): boolean {
  const words = wordsOf(comparable(title)).map((word) => word.text)
  return wordsOf(names)
    .filter((word, at) => (at === 0 ? /\p{N}/u.test(word.text) : isTelling(word.text)))
    .some((word) => !words.includes(comparable(word.text)))
}
