import type { Archive, ChangeEntry } from '#archive/archive'
import type { AuthorityFields } from '#contract/authority'
import { KhoError } from '#core/errors'
import type { Id } from '#core/model/common'
import { now, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { hasParent, isLoop } from './loops'
import { type AuthorityRecord, nameOf, pointingAt, recordOr } from './records'

/** Makes a record by hand. */
export const createAuthority: Handler<'authority.create'> = async (context, asked) => {
  const archive = writableArchiveOf(context)
  const at = now(context)
  const id = context.platform.ids.next()
  const record = { ...tidied(asked), id, createdAt: at, updatedAt: at }
  await refuseWrong(archive, asked, id)
  return committed(context, archive, 'authority.create', asked.kind, record)
}

/** Writes a record anew; mentions in articles keep what was written that day. */
export const updateAuthority: Handler<'authority.update'> = async (context, asked) => {
  const archive = writableArchiveOf(context)
  const held: AuthorityRecord = await recordOr(archive, asked.kind, asked.id)
  if (held.updatedAt !== asked.updatedAt) throw new KhoError('record-changed-meanwhile')
  await refuseWrong(archive, asked, asked.id)
  const record = { ...held, ...tidied(asked), updatedAt: now(context) }
  return committed(context, archive, 'authority.update', asked.kind, record)
}

export const removeAuthority: Handler<'authority.remove'> = async (context, { kind, id }) => {
  const archive = writableArchiveOf(context)
  const held: AuthorityRecord = await recordOr(archive, kind, id)
  const users = await pointingAt(archive, kind, [id])
  if (users.length > 0) throw new KhoError('authority-in-use', { args: { count: String(users.length) } })
  const { sequence } = await archive.commit({
    operation: 'authority.remove',
    args: { kind, name: nameOf(kind, held) },
    entries: [{ kind, id, after: null } as ChangeEntry],
  })
  context.changed([kind])
  return { id, sequence }
}

async function committed(
  context: Parameters<Handler<'authority.update'>>[0],
  archive: Archive,
  operation: string,
  kind: AuthorityFields['kind'],
  record: { id: Id },
) {
  const args = { kind, name: nameOf(kind, record as AuthorityRecord) }
  const entries = [{ kind, id: record.id, after: record } as ChangeEntry]
  const { sequence } = await archive.commit({ operation, args, entries })
  context.changed([kind])
  return { id: record.id, sequence }
}

/** Names without white space at their ends, each spelling once and none that repeats the name. */
function tidied({ kind, fields }: AuthorityFields): AuthorityFields['fields'] {
  if (kind === 'document') return fields
  if (kind === 'event') return { ...fields, title: fields.title.trim() }
  const name = fields.name.trim().normalize('NFC')
  const spellings = fields.spellings.map((spelling) => spelling.trim().normalize('NFC'))
  return { ...fields, name, spellings: [...new Set(spellings)].filter((one) => one !== '' && one !== name) }
}

/**
 * Refuses a record without a name, dates that end before they begin, and references that lead nowhere or in a circle.
 * @throws KhoError input-invalid, authority-circular, record-missing
 */
async function refuseWrong(archive: Archive, asked: AuthorityFields, id: Id): Promise<void> {
  const { kind, fields } = asked
  const invalid = (detail: string) => new KhoError('input-invalid', { args: { detail } })
  const backwards = (from: string | null, to: string | null) =>
    from !== null && to !== null && to < from.slice(0, to.length)
  if (nameOf(kind, { ...fields, id } as AuthorityRecord).trim() === '') throw invalid('name')
  if (kind === 'event' && backwards(fields.from, fields.to)) throw invalid('to')
  if (kind === 'person') {
    for (const held of fields.offices) {
      if (held.office.trim() === '') throw invalid('offices.office')
      if (backwards(held.from, held.to)) throw invalid('offices.to')
    }
    if (fields.portraitId && !(await archive.get('photo', fields.portraitId))) throw new KhoError('record-missing')
  }
  if (!hasParent(kind)) return
  const placed = fields as Extract<AuthorityFields, { kind: 'event' | 'place' | 'organization' }>['fields']
  if (placed.parentId) await recordOr(archive, kind, placed.parentId)
  if (await isLoop(archive, kind, id, placed.parentId)) throw new KhoError('authority-circular')
  if (!('successors' in placed)) return
  if (backwards(placed.validFrom, placed.validTo)) throw invalid('validTo')
  if (placed.successors.includes(id)) throw new KhoError('authority-circular')
  for (const successor of placed.successors) await recordOr(archive, kind, successor)
}
