import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import { Dossier, Transfer } from '#core/model/custody'

/** The digest proves a record's bytes, not that it has fields of today: parsing fills those in. */
export async function allDossiers(archive: Archive): Promise<readonly Dossier[]> {
  return (await archive.all('dossier')).map((record) => parsedOnce(record, Dossier))
}

export async function allTransfers(archive: Archive): Promise<readonly Transfer[]> {
  return (await archive.all('transfer')).map((record) => parsedOnce(record, Transfer))
}

/** A record that is the same object was parsed before: lists ask for all of them at every letter typed. */
const parsed = new WeakMap<object, object>()

function parsedOnce<T extends object>(record: object, schema: { parse(record: unknown): T }): T {
  const known = parsed.get(record) as T | undefined
  if (known) return known
  const made = schema.parse(record)
  parsed.set(record, made)
  return made
}

/** @throws KhoError record-missing */
export async function dossierOf(archive: Archive, id: string): Promise<Dossier> {
  const record = await archive.get('dossier', id)
  if (!record) throw new KhoError('record-missing', { args: { kind: 'dossier', id } })
  return Dossier.parse(record)
}

/** @throws KhoError record-missing */
export async function transferOf(archive: Archive, id: string): Promise<Transfer> {
  const record = await archive.get('transfer', id)
  if (!record) throw new KhoError('record-missing', { args: { kind: 'transfer', id } })
  return Transfer.parse(record)
}

/**
 * A dossier to change.
 * @param seen `updatedAt` of what the person was shown, where they were
 * @throws KhoError record-missing, record-changed-meanwhile, dossier-closed, dossier-in-transfer
 */
export async function changeableDossier(archive: Archive, id: string, seen?: string): Promise<Dossier> {
  const dossier = await dossierOf(archive, id)
  refuseChanged(dossier, seen)
  if (dossier.status === 'closed') throw new KhoError('dossier-closed', { args: { code: dossier.code } })
  await refuseHandedOver(archive, dossier)
  return dossier
}

/** @throws KhoError dossier-in-transfer where a transfer that has left the draft names it */
export async function refuseHandedOver(archive: Archive, dossier: Dossier): Promise<void> {
  const holding = (await allTransfers(archive)).find(
    ({ dossiers, state }) => state !== 'draft' && dossiers.includes(dossier.id),
  )
  if (holding) throw new KhoError('dossier-in-transfer', { args: { code: dossier.code, transfer: holding.title } })
}

/** @throws KhoError record-changed-meanwhile */
export function refuseChanged(record: { updatedAt: string }, seen: string | undefined): void {
  if (seen !== undefined && seen !== record.updatedAt) throw new KhoError('record-changed-meanwhile')
}
