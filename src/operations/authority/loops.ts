import type { Archive } from '#archive/archive'
import type { KindedRecord } from '#authority/references'
import type { Id } from '#core/model/common'
import type { RecordOf } from '#core/model/records'
import type { AuthorityKind } from '#core/model/views'
import type { AuthorityRecord } from './records'

type Placed = RecordOf<'event'> | RecordOf<'organization'>

/** True for the kinds that stand in a tree. */
export const hasParent = (kind: AuthorityKind): kind is 'event' | 'organization' | 'place' =>
  kind === 'event' || kind === 'organization' || kind === 'place'

/**
 * Whether a record would be above itself with this parent.
 * @param changed records that the same change alters, as they will be
 */
export async function isLoop(
  archive: Archive,
  kind: 'event' | 'organization' | 'place',
  id: Id,
  parentId: Id | null,
  changed: readonly KindedRecord[] = [],
): Promise<boolean> {
  const planned = new Map(changed.filter((one) => one.kind === kind).map(({ record }) => [record.id, record as Placed]))
  const passed = new Set<Id>()
  for (let at = parentId; at !== null && !passed.has(at); ) {
    if (at === id) return true
    passed.add(at)
    const above: Placed | null = planned.get(at) ?? (await archive.get(kind, at))
    at = above?.parentId ?? null
  }
  return false
}

/** The record without a parent where it would be above itself: one taken over by a merge may lie below it. */
export async function withoutLoop(
  archive: Archive,
  kind: AuthorityKind,
  record: AuthorityRecord,
  changed: readonly KindedRecord[],
): Promise<AuthorityRecord> {
  if (!hasParent(kind)) return record
  const placed = record as Placed
  const loop = await isLoop(archive, kind, placed.id, placed.parentId, changed)
  return loop ? { ...placed, parentId: null } : record
}
