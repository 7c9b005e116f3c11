import { KhoError } from '#core/errors'
import { recordSchemas } from '#core/model/records'
import type { Change, ChangeEntry } from './archive'
import { fileNameOf } from './format'

// An id that makes no file name on some system must not get into the journal.
const LONGEST_NAME = 200

/**
 * The entries of a change, each record as its schema has it.
 * @throws KhoError input-invalid naming the field
 */
export function checkedEntries(change: Change): ChangeEntry[] {
  const seen = new Set(change.entries.map(({ kind, id }) => `${kind}/${id}`))
  if (seen.size !== change.entries.length) throw invalid('one change names a record twice')
  return change.entries.map(checkedEntry)
}

function checkedEntry(entry: ChangeEntry): ChangeEntry {
  if (entry.after === null) return entry
  const parsed = recordSchemas[entry.kind].safeParse(entry.after)
  const issue = parsed.error?.issues[0]
  if (issue) throw invalid(`${entry.kind}.${issue.path.join('.')}: ${issue.message}`, parsed.error)
  const sameId = parsed.data?.id === entry.id
  if (!sameId || fileNameOf(entry.id).length > LONGEST_NAME) throw invalid(`${entry.kind}.id`)
  return { ...entry, after: parsed.data } as ChangeEntry
}

function invalid(detail: string, cause?: unknown): KhoError {
  return new KhoError('input-invalid', { args: { detail }, cause })
}
