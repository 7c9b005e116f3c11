import type { Archive, ChangeEntry } from '#archive/archive'
import { rewriteReferences } from '#authority/references'
import {
  endedBy,
  isLinked,
  type MergerRecords,
  mergerOf,
  newUnit,
  recordsOfMerger,
  type UnitMerger,
} from '#authority/unit-mergers'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import type { Place } from '#core/model/authority'
import { comparable } from '#core/text/fold'
import type { OperationContext } from '../context'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { articlesOf, daysOf, kindsOf, pointingAt, putEntry, recordOr, refOf } from './records'

interface Found extends MergerRecords {
  merger: UnitMerger
  /** Articles of the new unit's time that name the old one of the same name. */
  later: Article[]
  /** The old unit they name. */
  namesake: Place | null
}

export const findMerger: Handler<'place.merger'> = async (context, { id }) => {
  const found = await mergerFor(context, openArchiveOf(context), id)
  if (!found) return { merger: null }
  const { merger, predecessors, successor, later } = found
  const { name, since, from } = merger
  return {
    merger: {
      name,
      since,
      from: [...from],
      predecessors: predecessors.map((place) => refOf('place', place)),
      successor: successor && refOf('place', successor),
      articles: later.length,
    },
  }
}

/** One change: old units end and lead to the new one, which is made where it is missing. */
export const linkMerger: Handler<'place.linkMerger'> = async (context, { id }) => {
  const archive = writableArchiveOf(context)
  const found = await mergerFor(context, archive, id)
  if (!found) throw new KhoError('record-changed-meanwhile')
  const at = now(context)
  const { merger, predecessors, namesake, later } = found
  const successor = found.successor ?? madeUnit(context, found, at)
  const replacement = { kind: 'place' as const, from: namesake?.id ?? '', to: successor.id }
  const moved = namesake
    ? rewriteReferences(
        later.map((record) => ({ kind: 'article' as const, record })),
        replacement,
      )
    : []
  const entries: ChangeEntry[] = [
    ...(found.successor ? [] : [putEntry('place', successor, at)]),
    ...predecessors.map((place) => putEntry('place', endedBy(place, merger, successor.id), at)),
    ...moved.map((user) => putEntry(user.kind, user.record, at)),
  ]
  const { sequence } = await archive.commit({
    operation: 'place.linkMerger',
    args: { name: merger.name, count: String(predecessors.length) },
    entries,
  })
  context.changed(kindsOf(entries))
  return { id: successor.id, sequence }
}

async function mergerFor(context: OperationContext, archive: Archive, id: string): Promise<Found | null> {
  const place = await recordOr(archive, 'place', id)
  const { mergers, since } = (await context.vocabulary()).data.provinces
  const merger = mergerOf(
    place,
    mergers.map((one) => ({ ...one, since })),
  )
  if (!merger) return null
  const records = recordsOfMerger(merger, await unitsNamed(archive, merger))
  const namesake = records.predecessors.find((one) => endsWith(one, merger.name)) ?? null
  if (records.predecessors.length === 0) return null
  const users = namesake ? articlesOf(await pointingAt(archive, 'place', [namesake.id])) : []
  const days = await daysOf(archive, users)
  const later = users.filter((article) => days.get(article.id)! >= merger.since)
  if (isLinked(records) && later.length === 0) return null
  return { ...records, merger, later, namesake }
}

const endsWith = ({ name }: Place, unit: string): boolean => comparable(name).endsWith(comparable(unit))

async function unitsNamed(archive: Archive, merger: UnitMerger): Promise<Place[]> {
  const ids = new Set<string>()
  for (const text of new Set([merger.name, ...merger.from])) {
    const page = await archive.index.authorities({ kind: 'place', text, sort: 'name', offset: 0, limit: 500 })
    for (const row of page.rows) ids.add(row.id)
  }
  return archive.getMany('place', [...ids])
}

function madeUnit(context: OperationContext, found: Found, at: string): Place {
  const named = { spellings: [], abbreviation: '', validTo: null, successors: [], parentId: null, note: '' }
  const base = { id: context.platform.ids.next(), createdAt: at, updatedAt: at }
  return { ...base, ...named, ...newUnit(found.merger, found) }
}
