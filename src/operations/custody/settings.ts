import type { Archive } from '#archive/archive'
import { Fonds, FondsFields, fondsId } from '#core/model/custody'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'

/** What is known of the fonds; agency and fonds as the archive was made, until somebody writes others. */
export async function fondsOf(archive: Archive): Promise<FondsFields> {
  const { agency, fonds } = archive.identity
  return FondsFields.parse({ agency, fonds, ...(await archive.get('fonds', fondsId)) })
}

export const getSettings: Handler<'archive.settings'> = (context) => fondsOf(openArchiveOf(context))

/** Changes the fields that are named. */
export const updateSettings: Handler<'archive.updateSettings'> = async (context, fields) => {
  const archive = writableArchiveOf(context)
  const at = now(context)
  const there = await archive.get('fonds', fondsId)
  const after = Fonds.parse({
    ...(await fondsOf(archive)),
    ...given(fields),
    id: fondsId,
    createdAt: there?.createdAt ?? at,
    updatedAt: at,
  })
  await archive.commit({
    operation: 'archive.updateSettings',
    args: { name: after.fonds },
    entries: [{ kind: 'fonds', id: fondsId, after }],
  })
  context.changed(['fonds', 'dossier', 'transfer'])
  return FondsFields.parse(after)
}

/** The fields that were named: one that is undefined says nothing. */
export function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
