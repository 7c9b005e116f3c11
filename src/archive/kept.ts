import type { Id } from '#core/model/common'
import type { RecordKind, RecordOf } from '#core/model/records'

/** Whole kinds of record kept in memory once they were asked for; null stands for one that was removed. */
export class KeptKinds {
  private readonly kinds = new Map<RecordKind, Map<Id, object | null>>()

  /** Takes a change over; at once, so that who reads next sees it. */
  note(kind: RecordKind, id: Id, record: object | null): void {
    this.kinds.get(kind)?.set(id, record)
  }

  /** @param read what is not kept yet; a change that comes meanwhile counts for more */
  async all<K extends RecordKind>(
    kind: K,
    ids: readonly Id[],
    read: (ids: Id[]) => Promise<RecordOf<K>[]>,
  ): Promise<RecordOf<K>[]> {
    const kept = this.kinds.get(kind) ?? new Map<Id, object | null>()
    this.kinds.set(kind, kept)
    const unread = ids.filter((id) => !kept.has(id))
    for (const record of await read(unread)) if (!kept.has(record.id)) kept.set(record.id, record)
    return ids.flatMap((id) => (kept.get(id) as RecordOf<K> | null | undefined) ?? [])
  }
}
