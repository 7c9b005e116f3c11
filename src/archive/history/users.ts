import type { AnyRecord } from '#core/model/records'
import type { Archive } from '../archive'
import { referencesOf } from '../references'
import type { RecordName } from './history-index'
import { recordsMentioning } from './lines'
import { linesOf } from './read'

/** A record that points at another, as it is now. */
export interface User extends RecordName {
  record: AnyRecord
}

/**
 * Every record that points at one of these now, whatever its state: articles in the bin too. From the journal's
 * own index, so that no list has to be complete for it.
 */
export async function usersOf(archive: Archive, targets: readonly RecordName[]): Promise<User[]> {
  const db = await linesOf(archive)
  const wanted = new Set(targets.map(({ kind, id }) => `${kind}/${id}`))
  const names = new Map<string, RecordName>()
  for (const target of targets) {
    for (const name of recordsMentioning(db, target)) names.set(`${name.kind}/${name.id}`, name)
  }
  const users: User[] = []
  for (const { kind, id } of names.values()) {
    const record = await archive.get(kind, id)
    if (record && referencesOf(kind, record).some((key) => wanted.has(key))) users.push({ kind, id, record })
  }
  return users
}
