import type { Learnt } from '../model/learnt'
import { formatDate } from '../text/dates'
import { inForce } from './apply'

/** Looks up a message of `learnt.json` or `vocabulary.json`. */
type LearntWords = (key: string, args?: Record<string, string | number>) => string

/** One thing learnt as people read it: what it says, and how often and when it was corrected. */
export function learntSentence(words: LearntWords, entry: Learnt): { what: string; when: string } {
  const { about, change, key, value, seen, lastAt } = entry
  const type = () => words(`eventType.${value}`)
  const what =
    about === 'furniture'
      ? words('learnt.furniture', { key })
      : about === 'event-type'
        ? words('learnt.eventType', { key, value: type() })
        : words(`learnt.${change}`, { key, value })
  const when = words('learnt.seen', { seen, day: formatDate(lastAt.slice(0, 10)) })
  return {
    what: `${words(`learnt.about.${about}`)}: ${what}`,
    when: inForce(entry) ? when : `${when}; ${words('learnt.waiting')}`,
  }
}
