import type { Archive, ChangeEntry } from '#archive/archive'
import type { Id } from '#core/model/common'
import type { RecordOf } from '#core/model/records'
import { comparable } from '#core/text/fold'
import type { OperationContext } from '../context'
import { now } from '../context'

type Kind = 'event' | 'person' | 'organization' | 'place' | 'document'
type Fresh<K extends Kind> = Omit<RecordOf<K>, 'id' | 'createdAt' | 'updatedAt'>

/**
 * The authority records one change makes or touches, each once. Records made earlier in the same change
 * are found again by name, so that a body met twice is one record.
 */
export class Gathered {
  readonly at: string
  private readonly touched = new Map<string, ChangeEntry>()

  constructor(
    private readonly context: OperationContext,
    readonly archive: Archive,
  ) {
    this.at = now(context)
  }

  /** The record of this id as this change has it so far; null when there is none. */
  async existing<K extends Kind>(kind: K, id: Id | null): Promise<RecordOf<K> | null> {
    if (!id) return null
    const touched = this.touched.get(`${kind}/${id}`)
    return touched ? (touched.after as RecordOf<K>) : this.archive.get(kind, id)
  }

  /** A record made or touched in this change whose name is the same but for case and tone placement. */
  named<K extends 'organization' | 'place'>(kind: K, name: string): RecordOf<K> | null {
    for (const entry of this.touched.values()) {
      const record = entry.after as RecordOf<K> | null
      if (entry.kind === kind && record && comparable(record.name) === comparable(name)) return record
    }
    return null
  }

  add<K extends Kind>(kind: K, fresh: Fresh<K>): RecordOf<K> {
    const record = {
      ...fresh,
      id: this.context.platform.ids.next(),
      createdAt: this.at,
      updatedAt: this.at,
    } as RecordOf<K>
    this.touched.set(`${kind}/${record.id}`, { kind, id: record.id, after: record } as ChangeEntry)
    return record
  }

  update<K extends Kind>(kind: K, record: RecordOf<K>): void {
    this.touched.set(`${kind}/${record.id}`, {
      kind,
      id: record.id,
      after: { ...record, updatedAt: this.at },
    } as ChangeEntry)
  }

  entries(): ChangeEntry[] {
    return [...this.touched.values()]
  }
}
