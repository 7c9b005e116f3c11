import type { Archive, ChangeEntry } from '#archive/archive'
import { mergeDocuments, mergeEvents, mergeOrganizations, mergePersons, mergePlaces } from '#authority/merge'
import { type KindedRecord, rewriteReferences } from '#authority/references'
import type { MergeAsked, MergePreview } from '#contract/authority'
import { KhoError } from '#core/errors'
import type { Id } from '#core/model/common'
import type { RecordOf } from '#core/model/records'
import type { AuthorityKind } from '#core/model/views'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { withoutLoop } from './loops'
import {
  type AuthorityRecord,
  articlesOf,
  kindsOf,
  nameOf,
  pointingAt,
  putEntry,
  recordOr,
  refOf,
  usesIn,
} from './records'

const mostShown = 50

type Merges = { [K in AuthorityKind]: (kept: RecordOf<K>, gone: RecordOf<K>) => RecordOf<K> }

const merges: Merges = {
  event: mergeEvents,
  person: mergePersons,
  organization: mergeOrganizations,
  place: mergePlaces,
  document: mergeDocuments,
}

interface Planned {
  before: AuthorityRecord
  after: AuthorityRecord
  gone: AuthorityRecord[]
  /** Records that pointed at those giving way, as they are and as they will be. */
  users: KindedRecord[]
  rewritten: KindedRecord[]
}

export const previewMerge: Handler<'authority.mergePreview'> = async (context, asked) => {
  const archive = openArchiveOf(context)
  const plan = await planOf(archive, asked)
  const { kind } = asked
  const count = (of: KindedRecord['kind']) => plan.rewritten.filter((user) => user.kind === of).length
  const relatives = kind === 'organization' || kind === 'place' ? count(kind) : 0
  return {
    keep: refOf(kind, plan.before),
    gone: plan.gone.map((record) => refOf(kind, record)),
    articles: count('article'),
    photos: count('photo'),
    drafts: count('draft'),
    events: count('event'),
    searches: count('search'),
    relatives,
    ...gained(kind, plan),
    some: (await usesIn(archive, articlesOf(plan.users), kind, asked.gone)).slice(0, mostShown),
  }
}

/** One change: the kept record, those gone, and all that pointed at them. */
export const mergeAuthorities: Handler<'authority.merge'> = async (context, asked) => {
  const archive = writableArchiveOf(context)
  const { kind, keep } = asked
  const plan = await planOf(archive, asked)
  const at = now(context)
  const entries: ChangeEntry[] = [
    putEntry(kind, plan.after, at),
    ...plan.gone.map(({ id }) => ({ kind, id, after: null }) as ChangeEntry),
    ...plan.rewritten.map((user) => putEntry(user.kind, user.record, at)),
  ]
  const { sequence } = await archive.commit({
    operation: 'authority.merge',
    args: { kind, name: nameOf(kind, plan.before), count: String(plan.gone.length) },
    entries,
  })
  context.changed(kindsOf(entries))
  return { id: keep, sequence }
}

async function planOf(archive: Archive, { kind, keep, gone }: MergeAsked): Promise<Planned> {
  const ids = [...new Set(gone)]
  if (ids.includes(keep)) throw new KhoError('input-invalid', { args: { detail: 'gone' } })
  const before: AuthorityRecord = await recordOr(archive, kind, keep)
  const records = await Promise.all(ids.map((id) => recordOr(archive, kind, id)))
  const users = (await pointingAt(archive, kind, ids)).filter(
    (user) => user.kind !== kind || ![keep, ...ids].includes(user.record.id),
  )
  const merge = merges[kind] as (kept: AuthorityRecord, other: AuthorityRecord) => AuthorityRecord
  const joined = records.reduce(merge, before)
  const rewritten = rewrittenAll(users, kind, keep, ids)
  const after = await withoutLoop(archive, kind, freeOf(kind, joined, ids), rewritten)
  return { before, after, gone: records, users, rewritten }
}

/** The records that change, each once, after every replacement. */
function rewrittenAll(
  users: readonly KindedRecord[],
  kind: AuthorityKind,
  to: Id,
  gone: readonly Id[],
): KindedRecord[] {
  const latest = new Map(users.map((user) => [`${user.kind}/${user.record.id}`, user]))
  const changed = new Set<string>()
  for (const from of gone) {
    for (const user of rewriteReferences([...latest.values()], { kind, from, to })) {
      const key = `${user.kind}/${user.record.id}`
      latest.set(key, user)
      changed.add(key)
    }
  }
  return [...changed].map((key) => latest.get(key)!)
}

/** A record joined step by step may name one that gives way later. */
function freeOf(kind: AuthorityKind, record: AuthorityRecord, gone: readonly Id[]): AuthorityRecord {
  if (kind === 'person' || kind === 'document') return record
  const placed = record as RecordOf<'organization'> | RecordOf<'event'>
  const parentId = placed.parentId && gone.includes(placed.parentId) ? null : placed.parentId
  if (!('successors' in placed)) return { ...placed, parentId }
  return { ...placed, parentId, successors: placed.successors.filter((id) => !gone.includes(id)) }
}

/** What the kept record has afterwards that it had not before. */
function gained(
  kind: AuthorityKind,
  { before, after }: Planned,
): Pick<MergePreview, 'spellings' | 'offices' | 'facts'> {
  const [was, is] = [before, after] as unknown as [Record<string, unknown>, Record<string, unknown>]
  const added = (field: string): string[] => {
    const known = new Set((was[field] as string[] | undefined) ?? [])
    return ((is[field] as string[] | undefined) ?? []).filter((value) => !known.has(value))
  }
  const offices =
    kind === 'person'
      ? (after as RecordOf<'person'>).offices
          .filter(({ office }) => !(before as RecordOf<'person'>).offices.some((held) => held.office === office))
          .map(({ office, organization }) => [office, organization].filter(Boolean).join(', '))
      : []
  const facts = [
    'note',
    'abbreviation',
    'kind',
    'validFrom',
    'validTo',
    'from',
    'to',
    'place',
    'host',
    'date',
    'issuer',
  ]
    .filter((field) => is[field] !== was[field] && typeof is[field] === 'string')
    .map((field) => ({ field, value: String(is[field]) }))
  return { spellings: added('spellings'), offices, facts }
}
