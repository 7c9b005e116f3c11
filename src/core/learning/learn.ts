import type { Draft } from '../model/draft'
import type { Learnt } from '../model/learnt'
import { fold } from '../text/fold'
import { wordsOf } from '../text/words'
import type { Difference } from './differences'

/** What a filed draft does to the things learnt: new ones, others seen again, others contradicted. */
export interface Lessons {
  fresh: Pick<Learnt, 'about' | 'change' | 'key' | 'value' | 'sure'>[]
  again: Learnt[]
  against: Learnt[]
}

/**
 * Weighs corrections. Learnt is only what means the same in every article: a spelling, a whole name, a line
 * of a page's frame; never that a short form means somebody, or that a body belongs to a province.
 * @param collective bylines that stand for nobody in particular (CTV, PV): never a spelling of a name
 */
export function lessonsFrom(
  draft: Draft,
  differences: Difference[],
  known: readonly Learnt[],
  collective: ReadonlySet<string>,
): Lessons {
  const lessons: Lessons = { fresh: [], again: [], against: [] }
  for (const difference of differences) {
    const opposed = known.filter((entry) => contradicts(difference, entry))
    lessons.against.push(...opposed)
    if (opposed.length > 0 || difference.change === 'restored') continue
    const { about, change, key, value } = difference
    const same = known.find((entry) => entry.about === about && entry.change === change && entry.key === key)
    if (same) lessons.again.push(same)
    else if (harmless(difference, draft, collective)) {
      lessons.fresh.push({ about, change, key, value, sure: isSure(difference, draft) })
    }
  }
  return lessons
}

function contradicts(difference: Difference, entry: Learnt): boolean {
  if (difference.about !== entry.about) return false
  const { change, key, value } = difference
  if (entry.about === 'event-type') return key === entry.key && value !== entry.value
  if (entry.change === 'dropped') return (change === 'restored' || change === 'added') && key === entry.key
  if (entry.about === 'furniture') return change === 'restored' && key === entry.key
  return (change === 'replaced' || change === 'dropped') && key === entry.value
}

function harmless(difference: Difference, draft: Draft, collective: ReadonlySet<string>): boolean {
  const { about, change, key, value } = difference
  if (key.trim() !== key || key === '' || value.trim() !== value) return false
  if (change === 'dropped') return about !== 'office' && about !== 'furniture' && !isKnown(draft, about, key)
  if (about === 'event-type' || about === 'furniture') return true
  if (about === 'author' || about === 'photographer') {
    return value !== '' && (change === 'added' || (!collective.has(key) && !collective.has(value)))
  }
  if (change === 'replaced') return isSpelling(key, value) && !isKnown(draft, about, key)
  const words = wordsOf(key).length
  return words >= 2 && words <= 16 && textOf(draft).includes(key)
}

/** A name the archive has a record of is a name: neither misspelt nor to be dropped for good. */
function isKnown(draft: Draft, about: Difference['about'], name: string): boolean {
  const lists = { person: draft.people, organization: draft.organizations, place: draft.places }
  const list = about in lists ? lists[about as keyof typeof lists] : []
  return list.some(({ matches }) => matches.some((match) => match.name === name))
}

/** The same letters up to tones and marks, or as many words of which one differs. */
function isSpelling(from: string, to: string): boolean {
  if (to === '') return false
  if (fold(from, 'bare') === fold(to, 'bare')) return true
  const [a, b] = [from.split(/\s+/u), to.split(/\s+/u)]
  return a.length > 1 && a.length === b.length && a.filter((word, at) => word !== b[at]).length === 1
}

/** Dropping a name may mean only that it did not matter: once is proof where a body or place bears the name. */
function isSure({ about, change, key }: Difference, draft: Draft): boolean {
  if (change !== 'dropped') return true
  const bearers = [...draft.organizations, ...draft.places].filter(({ state }) => state !== 'dropped')
  return about === 'person' && bearers.some(({ value }) => value.name !== key && value.name.includes(key))
}

function textOf({ text, photos }: Draft): string {
  const captions = photos.map((photo) => photo.caption)
  return [text.title, text.lede ?? '', ...text.body.map((block) => block.text), ...captions].join('\n')
}
