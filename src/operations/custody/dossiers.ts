import type { Archive, ChangeEntry } from '#archive/archive'
import { KhoError } from '#core/errors'
import { Dossier } from '#core/model/custody'
import { dossierCode, nextDossierNumber } from '#core/model/dossier-code'
import { now, type OperationContext, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { foundDossiers, heldIn } from './found'
import { allDossiers, allTransfers, changeableDossier, dossierOf, refuseHandedOver } from './held'
import { releasing } from './members'
import { fondsOf, given } from './settings'
import { datesOf, dossierRow, dossierView, itemRows, itemsOf, spanOf } from './views'

export const listDossiers: Handler<'dossier.list'> = async (context, { offset, limit, ...terms }) => {
  const archive = openArchiveOf(context)
  const found = await foundDossiers(archive, terms)
  const transfers = heldIn(await allTransfers(archive))
  return {
    total: found.length,
    rows: found.slice(offset, offset + limit).map((dossier) => dossierRow(dossier, transfers)),
    years: [...new Set((await allDossiers(archive)).map(({ year }) => year))].sort((a, b) => b - a),
  }
}

export const getDossier: Handler<'dossier.get'> = async (context, { id }) => {
  const archive = openArchiveOf(context)
  return dossierView(archive, await dossierOf(archive, id))
}

export const listItems: Handler<'dossier.items'> = async (context, { id, offset, limit }) => {
  const archive = openArchiveOf(context)
  const { items } = await dossierOf(archive, id)
  return { total: items.length, rows: await itemRows(archive, items.slice(offset, offset + limit), offset + 1) }
}

export const nextNumber: Handler<'dossier.nextNumber'> = async (context, { year }) => {
  const archive = openArchiveOf(context)
  const number = nextDossierNumber(await allDossiers(archive), year)
  return { number, code: dossierCode((await fondsOf(archive)).agencyCode, { year, number }) }
}

/** Changes what a person wrote of it; a code of our making follows year and number. */
export const updateDossier: Handler<'dossier.update'> = async (context, { id, updatedAt, fields }) => {
  const archive = writableArchiveOf(context)
  const before = await changeableDossier(archive, id, updatedAt)
  const { agencyCode } = await fondsOf(archive)
  const { code: typed, ...written } = given(fields)
  const after = Dossier.parse({ ...before, ...written, updatedAt: now(context) })
  const ours = before.code === dossierCode(agencyCode, before)
  after.code = typed || (ours || typed === '' ? dossierCode(agencyCode, after) : before.code)
  await refuseTakenCode(archive, after)
  return committed(context, archive, 'dossier.update', after, [])
}

/** @throws KhoError dossier-code-taken naming the other one */
export async function refuseTakenCode(archive: Archive, { id, code }: Pick<Dossier, 'id' | 'code'>): Promise<void> {
  const other = (await allDossiers(archive)).find((dossier) => dossier.code === code && dossier.id !== id)
  if (other) throw new KhoError('dossier-code-taken', { args: { code, title: other.title } })
}

/** A closed dossier has dates: those of its items where nobody wrote others. */
export const closeDossier: Handler<'dossier.close'> = async (context, { id }) => {
  const archive = writableArchiveOf(context)
  const before = await changeableDossier(archive, id)
  if (before.items.length === 0) throw new KhoError('dossier-empty', { args: { code: before.code } })
  const span = spanOf(await datesOf(archive, await itemsOf(archive, before)))
  const at = now(context)
  const dates = { from: before.from ?? span?.from ?? null, to: before.to ?? span?.to ?? null }
  const after: Dossier = { ...before, ...dates, status: 'closed', closedAt: at, updatedAt: at }
  return committed(context, archive, 'dossier.close', after, [])
}

export const reopenDossier: Handler<'dossier.reopen'> = async (context, { id }) => {
  const archive = writableArchiveOf(context)
  const before = await dossierOf(archive, id)
  await refuseHandedOver(archive, before)
  const after: Dossier = { ...before, status: 'open', closedAt: null, updatedAt: now(context) }
  return committed(context, archive, 'dossier.reopen', after, [])
}

export const removeDossier: Handler<'dossier.remove'> = async (context, { id }) => {
  const archive = writableArchiveOf(context)
  const dossier = await dossierOf(archive, id)
  const { code, title, items } = dossier
  const holding = (await allTransfers(archive)).find(({ dossiers }) => dossiers.includes(id))
  if (holding) throw new KhoError('dossier-in-transfer', { args: { code, transfer: holding.title } })
  const entries = await releasing(archive, dossier, items, now(context))
  await archive.commit({
    operation: 'dossier.remove',
    args: { title, code },
    entries: [...entries, { kind: 'dossier', id, after: null }],
  })
  context.changed(entries.length > 0 ? ['dossier', 'article'] : ['dossier'])
  return {}
}

/** Commits a dossier and what changes with it, and answers its view. */
export async function committed(
  context: OperationContext,
  archive: Archive,
  operation: string,
  after: Dossier,
  entries: ChangeEntry[],
  args: Record<string, string> = {},
) {
  await archive.commit({
    operation,
    args: { title: after.title, code: after.code, ...args },
    entries: [...entries, { kind: 'dossier', id: after.id, after }],
  })
  context.changed(entries.length > 0 ? ['dossier', 'article'] : ['dossier'])
  return dossierView(archive, after)
}
