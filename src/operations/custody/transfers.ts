import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import { Transfer, type TransferFields } from '#core/model/custody'
import { now, type OperationContext, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { allDossiers, allTransfers, refuseChanged, transferOf } from './held'
import { fondsOf, given } from './settings'
import { transferView } from './views'

/** Fields that may be written at any time: they say how things stand, not what was handed over. */
const always: ReadonlySet<string> = new Set(['condition', 'note', 'registration'])

export const listTransfers: Handler<'transfer.list'> = async (context, { state, offset, limit }) => {
  const archive = openArchiveOf(context)
  const dossiers = new Map((await allDossiers(archive)).map((dossier) => [dossier.id, dossier]))
  const found = (await allTransfers(archive))
    .filter((transfer) => state === undefined || transfer.state === state)
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.createdAt < b.createdAt ? 1 : -1))
  const rows = found.slice(offset, offset + limit).map((transfer) => {
    const { id, updatedAt, title, date, registration, submission, amends, receiver, receipt } = transfer
    const articles = transfer.dossiers.reduce((sum, one) => sum + (dossiers.get(one)?.items.length ?? 0), 0)
    return {
      ...{ id, updatedAt, title, date, state: transfer.state, registration, submission, amends, articles },
      dossiers: transfer.dossiers.length,
      receiver: receiver.organization,
      packageName: transfer.package?.name ?? null,
      accepted: receipt?.accepted ?? null,
    }
  })
  return { total: found.length, rows }
}

export const getTransfer: Handler<'transfer.get'> = async (context, { id }) => {
  const archive = openArchiveOf(context)
  return transferView(archive, await transferOf(archive, id))
}

export const createTransfer: Handler<'transfer.create'> = async (context, fields) => {
  const archive = writableArchiveOf(context)
  const fonds = await fondsOf(archive)
  const at = now(context)
  const base = { id: context.platform.ids.next(), createdAt: at, updatedAt: at }
  const transfer = Transfer.parse({ ...fields, ...base })
  if (!transfer.giver.organization && !transfer.giver.name) {
    transfer.giver = { ...fonds.preparer, organization: fonds.preparer.organization || fonds.agency }
  }
  if (!transfer.receiver.organization) {
    transfer.receiver = { ...transfer.receiver, organization: fonds.archiveName }
  }
  transfer.place ||= fonds.place
  await refuseUnknown(archive, transfer)
  return committed(context, archive, 'transfer.create', transfer)
}

export const updateTransfer: Handler<'transfer.update'> = async (context, { id, updatedAt, fields }) => {
  const archive = writableArchiveOf(context)
  const before = await transferOf(archive, id)
  refuseChanged(before, updatedAt)
  const written = given(fields)
  if (before.state !== 'draft' && Object.keys(written).some((field) => !always.has(field))) {
    throw new KhoError('transfer-not-draft', { args: { title: before.title } })
  }
  const after = Transfer.parse({ ...before, ...written, updatedAt: now(context) })
  await refuseUnknown(archive, after)
  return committed(context, archive, 'transfer.update', after)
}

/** @throws KhoError record-missing; input-invalid where a dossier is named twice or a transfer amends itself */
async function refuseUnknown(
  archive: Archive,
  { id, dossiers, amends }: Pick<TransferFields, 'dossiers' | 'amends'> & { id: string },
): Promise<void> {
  if (new Set(dossiers).size !== dossiers.length) throw new KhoError('input-invalid', { args: { detail: 'dossiers' } })
  for (const dossier of dossiers) {
    if (!(await archive.get('dossier', dossier))) {
      throw new KhoError('record-missing', { args: { kind: 'dossier', id: dossier } })
    }
  }
  if (amends === id) throw new KhoError('input-invalid', { args: { detail: 'amends' } })
  if (amends !== null) await transferOf(archive, amends)
}

export const deliverTransfer: Handler<'transfer.deliver'> = async (context, { id }) => {
  const archive = writableArchiveOf(context)
  const before = await transferOf(archive, id)
  refuseReceived(before)
  if (before.dossiers.length === 0) throw new KhoError('export-nothing-selected')
  const at = now(context)
  return committed(context, archive, 'transfer.deliver', {
    ...before,
    state: 'delivered',
    deliveredAt: at,
    updatedAt: at,
  })
}

export const reopenTransfer: Handler<'transfer.reopen'> = async (context, { id }) => {
  const archive = writableArchiveOf(context)
  const before = await transferOf(archive, id)
  refuseReceived(before)
  const after: Transfer = { ...before, state: 'draft', deliveredAt: null, package: null, updatedAt: now(context) }
  return committed(context, archive, 'transfer.reopen', after)
}

/** @throws KhoError transfer-received: what the receiver has acknowledged is a fact */
function refuseReceived({ state, title }: Transfer): void {
  if (state === 'received') throw new KhoError('transfer-received', { args: { title } })
}

export const removeTransfer: Handler<'transfer.remove'> = async (context, { id }) => {
  const archive = writableArchiveOf(context)
  const transfer = await transferOf(archive, id)
  refuseReceived(transfer)
  const later = (await allTransfers(archive)).find(({ amends }) => amends === id)
  if (later) throw new KhoError('transfer-not-draft', { args: { title: later.title } })
  await archive.commit({
    operation: 'transfer.remove',
    args: { title: transfer.title },
    entries: [{ kind: 'transfer', id, after: null }],
  })
  context.changed(['transfer', 'dossier'])
  return {}
}

/** Commits a transfer and answers its view. */
export async function committed(context: OperationContext, archive: Archive, operation: string, after: Transfer) {
  await archive.commit({
    operation,
    args: { title: after.title },
    entries: [{ kind: 'transfer', id: after.id, after }],
  })
  context.changed(['transfer', 'dossier'])
  return transferView(archive, after)
}
