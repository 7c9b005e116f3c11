import type { Article, Mention } from '#core/model/article'
import type { OfficeHeld, Person } from '#core/model/authority'
import type { PartialDate } from '#core/model/common'
import type { Photo } from '#core/model/photo'
import { sameExpanded } from './expand'
import { recordOffices } from './offices'

/** An article's mention of a person and the days it may have been counted under. */
export interface DatedMention {
  mention: Mention
  dates: readonly PartialDate[]
}

interface Names {
  name: string
  spellings: string[]
}

/**
 * Two persons out of one: the new one takes the offices and spellings that only the moved mentions speak for, and
 * what both sides speak for is known of both. What a person wrote (from, to) stays with the old record.
 */
export function splitPerson(
  old: Person,
  fresh: Person,
  moved: readonly DatedMention[],
  stay: readonly DatedMention[],
): [old: Person, fresh: Person] {
  const taken = moved.reduce((record, one) => withSightings(record, one, old), fresh)
  const offices = old.offices.flatMap((held) => leftOf(held, moved, stay))
  const names = splitNames(old, fresh.name, mentionNames(moved), mentionNames(stay))
  return [
    { ...old, offices, spellings: names.old },
    { ...taken, spellings: names.fresh },
  ]
}

const mentionNames = (mentions: readonly DatedMention[]): string[] => mentions.map(({ mention }) => mention.name)

/** Spellings go with the articles that use them; one that neither uses stays. */
export function splitNames(
  old: Names,
  name: string,
  moved: readonly string[],
  stay: readonly string[],
): { old: string[]; fresh: string[] } {
  const left = new Set([old.name, ...stay])
  const gone = new Set(moved.filter((written) => !left.has(written)))
  return {
    old: old.spellings.filter((spelling) => !gone.has(spelling)),
    fresh: [...new Set(moved)].filter((written) => written !== name),
  }
}

/** The days under which the old record saw these offices; the first known day where it saw none. */
function withSightings(record: Person, { mention, dates }: DatedMention, old: Person): Person {
  return mention.offices.reduce((one, office) => {
    const seen = old.offices.filter((held) => sameExpanded(held.office, office)).flatMap((held) => held.seen)
    const days = dates.filter((date) => seen.includes(date))
    const counted = days.length > 0 ? days : dates.slice(0, 1)
    return counted.reduce((so, day) => recordOffices(so, [office], day), one)
  }, record)
}

/** What is left of an office: days only the moved mentions speak for go; one without any day and period goes too. */
function leftOf(held: OfficeHeld, moved: readonly DatedMention[], stay: readonly DatedMention[]): OfficeHeld[] {
  const speaks = (mentions: readonly DatedMention[], day: PartialDate) =>
    mentions.some(
      ({ mention, dates }) =>
        dates.includes(day) && mention.offices.some((office) => sameExpanded(office, held.office)),
    )
  const seen = held.seen.filter((day) => speaks(stay, day) || !speaks(moved, day))
  if (seen.length === held.seen.length) return [held]
  return seen.length === 0 && !held.from && !held.to ? [] : [{ ...held, seen }]
}

/** Photos that only the moved articles use. Others stay: nobody can tell whose they are. */
export function photosThatMove(
  photos: readonly Photo[],
  moved: readonly Article[],
  stay: readonly Article[],
): { move: Photo[]; shared: Photo[] } {
  const used = (articles: readonly Article[]) =>
    new Set(articles.flatMap((article) => article.photos.map(({ photoId }) => photoId)))
  const [there, here] = [used(moved), used(stay)]
  const touched = photos.filter(({ id }) => there.has(id))
  return {
    move: touched.filter(({ id }) => !here.has(id)),
    shared: touched.filter(({ id }) => here.has(id)),
  }
}
