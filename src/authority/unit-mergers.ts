import type { Place } from '#core/model/authority'
import type { PartialDate } from '#core/model/common'
import { comparable } from '#core/text/fold'
import { notAfter } from './dates'
import { withoutKind } from './unit-names'

/** A merger of provinces as `resources/vocabulary/provinces.json` has it. */
export interface UnitMerger {
  name: string
  from: readonly string[]
  since: PartialDate
}

/** The records of a merger that an archive holds. */
export interface MergerRecords {
  /** Units that ended; the one of the new unit's name among them where it has a record of its own. */
  predecessors: Place[]
  /** The new unit; null where no record of it is known. */
  successor: Place | null
}

const provinceKinds = ['', 'tỉnh', 'thành phố', 'tp', 'tp.']

/** The merger that a place took part in, as one that ended or as what came of it. */
export function mergerOf(place: Place, mergers: readonly UnitMerger[]): UnitMerger | null {
  return mergers.find(({ name, from }) => [name, ...from].some((unit) => isProvince(place, unit))) ?? null
}

/** Picks a merger's records out of all places: the same name may be the old unit or the new one, by its period. */
export function recordsOfMerger({ name, from, since }: UnitMerger, places: readonly Place[]): MergerRecords {
  const began = (place: Place) => place.validFrom !== null && notAfter(since, place.validFrom)
  return {
    predecessors: places.filter((place) => !began(place) && from.some((unit) => isProvince(place, unit))),
    successor: places.find((place) => began(place) && isProvince(place, name)) ?? null,
  }
}

/** Whether everything a merger says stands in the records already. */
export function isLinked({ predecessors, successor }: MergerRecords): boolean {
  if (!successor) return false
  return predecessors.every(({ successors, validTo }) => validTo !== null && successors.includes(successor.id))
}

/** A unit that ended the day before the merger took effect, and what it became. */
export function endedBy(place: Place, merger: UnitMerger, successorId: string): Place {
  const successors = [...new Set([...place.successors, successorId])]
  return { ...place, validTo: place.validTo ?? dayBefore(merger.since), successors }
}

/** The fields of the new unit's record, written as the archive writes the old ones. */
export function newUnit(
  merger: UnitMerger,
  { predecessors }: MergerRecords,
): Pick<Place, 'name' | 'kind' | 'validFrom'> {
  const like = predecessors.find((place) => isProvince(place, merger.name)) ?? predecessors[0]
  const kind = like?.kind ?? ''
  const withKind = like && withoutKind(like.name, kind) !== like.name
  return { name: withKind ? `${kind} ${merger.name}` : merger.name, kind, validFrom: merger.since }
}

function isProvince({ name, kind }: Place, unit: string): boolean {
  if (!provinceKinds.includes(comparable(kind))) return false
  const bare = provinceKinds.reduce((text, prefix) => withoutKind(text, prefix), comparable(name))
  return bare === comparable(unit)
}

function dayBefore(date: PartialDate): PartialDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
