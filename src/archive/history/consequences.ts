import { KhoError } from '#core/errors'
import type { AnyRecord } from '#core/model/records'
import type { Archive, ChangeEntry } from '../archive'
import type { IndexDatabase } from '../index/database'
import { filesOf, referencesOf } from '../references'
import type { RecordName } from './history-index'
import { linesTouching, recordsMentioning } from './lines'
import { changedBy } from './read'

/**
 * Refuses entries after which a record would point at nothing, or name an original that is gone.
 * @throws KhoError record-changed-meanwhile naming the change that stands in the way; file-missing
 */
export async function refuseLost(archive: Archive, db: IndexDatabase, entries: ChangeEntry[]): Promise<void> {
  const planned = new Map(entries.map((entry) => [`${entry.kind}/${entry.id}`, entry.after as AnyRecord | null]))
  const now = async ({ kind, id }: RecordName): Promise<AnyRecord | null> => {
    const plan = planned.get(`${kind}/${id}`)
    return plan === undefined ? archive.get(kind, id) : plan
  }
  for (const { kind, id, after } of entries) {
    if (after === null) await refusePointedAt(db, { kind, id }, now)
    else {
      await refusePointless(db, referencesOf(kind, after), now)
      if ((await archive.get(kind, id)) === null) await refuseFileless(archive, kind, after)
    }
  }
}

type Now = (record: RecordName) => Promise<AnyRecord | null>

async function refusePointedAt(db: IndexDatabase, gone: RecordName, now: Now): Promise<void> {
  for (const user of recordsMentioning(db, gone)) {
    const record = await now(user)
    if (!record || !referencesOf(user.kind, record).includes(`${gone.kind}/${gone.id}`)) continue
    const [line] = linesTouching(db, user, Number.MAX_SAFE_INTEGER, 1)
    if (line) throw changedBy(line)
  }
}

async function refusePointless(db: IndexDatabase, targets: string[], now: Now): Promise<void> {
  for (const key of targets) {
    const slash = key.indexOf('/')
    const target = { kind: key.slice(0, slash), id: key.slice(slash + 1) } as RecordName
    if (await now(target)) continue
    // One that never was there is no fault of this change.
    const [line] = linesTouching(db, target, Number.MAX_SAFE_INTEGER, 1)
    if (line) throw changedBy(line)
  }
}

async function refuseFileless(archive: Archive, kind: RecordName['kind'], record: AnyRecord): Promise<void> {
  for (const file of filesOf(kind, record)) {
    if (!(await archive.originals.has(file.digest.hex))) throw new KhoError('file-missing', { file: file.name })
  }
}
