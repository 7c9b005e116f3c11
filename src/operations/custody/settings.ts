import type { Archive, ChangeEntry } from '#archive/archive'
import type { Instant } from '#core/model/common'
import { Fonds, FondsFields, fondsId } from '#core/model/custody'
import { dossierCode } from '#core/model/dossier-code'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { allDossiers, allTransfers } from './held'

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
  const before = await fondsOf(archive)
  const after = Fonds.parse({
    ...before,
    ...given(fields),
    id: fondsId,
    createdAt: there?.createdAt ?? at,
    updatedAt: at,
  })
  const recoded = await codesFollowing(archive, before.agencyCode, after.agencyCode, at)
  await archive.commit({
    operation: 'archive.updateSettings',
    args: { name: after.fonds },
    entries: [{ kind: 'fonds', id: fondsId, after }, ...recoded],
  })
  context.changed(['fonds', 'dossier', 'transfer'])
  return FondsFields.parse(after)
}

/**
 * Open dossiers whose code is of our making take the agency's new code. Not those of a transfer that left the draft,
 * nor where another has that code already.
 */
async function codesFollowing(archive: Archive, from: string, to: string, at: Instant): Promise<ChangeEntry[]> {
  if (from === to) return []
  const dossiers = await allDossiers(archive)
  const taken = new Set(dossiers.map(({ code }) => code))
  const handedOver = new Set(
    (await allTransfers(archive)).flatMap(({ state, dossiers: held }) => (state === 'draft' ? [] : held)),
  )
  return dossiers.flatMap((dossier): ChangeEntry[] => {
    const code = dossierCode(to, dossier)
    const ours = dossier.status === 'open' && dossier.code === dossierCode(from, dossier)
    if (!ours || handedOver.has(dossier.id) || taken.has(code)) return []
    return [{ kind: 'dossier', id: dossier.id, after: { ...dossier, code, updatedAt: at } }]
  })
}

/** The fields that were named: one that is undefined says nothing. */
export function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
