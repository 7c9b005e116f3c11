import type { Archive, Change } from '#archive/archive'
import { historyOf, historyOfRecord } from '#archive/history/read'
import { redoing, restoring, undoing } from '#archive/history/undo'
import type { Undone } from '#contract/history'
import { now, type OperationContext, openArchiveOf, writableArchiveOf } from '../context'
import { inStep } from '../custody/members'
import type { Handler } from '../runner'

export const listHistory: Handler<'history.list'> = (context, page) => historyOf(openArchiveOf(context), page)

export const recordHistory: Handler<'history.ofRecord'> = (context, { kind, id, ...page }) =>
  historyOfRecord(openArchiveOf(context), { kind, id }, page)

export const undo: Handler<'history.undo'> = async (context, { sequence }) => {
  const archive = writableArchiveOf(context)
  return committed(context, archive, await undoing(archive, sequence))
}

export const redo: Handler<'history.redo'> = async (context, { sequence }) => {
  const archive = writableArchiveOf(context)
  return committed(context, archive, await redoing(archive, sequence))
}

export const restoreVersion: Handler<'record.restoreVersion'> = async (context, { kind, id, sequence }) => {
  const archive = writableArchiveOf(context)
  const at = now(context)
  const change = await restoring(archive, { kind, id }, sequence, at)
  const entries = await inStep(archive, change.entries, at)
  await archive.commit({ ...change, entries })
  context.changed([...new Set(entries.map((entry) => entry.kind))])
  return {}
}

async function committed(context: OperationContext, archive: Archive, change: Change): Promise<Undone> {
  const { sequence } = await archive.commit(change)
  context.changed([...new Set(change.entries.map(({ kind }) => kind))])
  const { what = '', of, ...args } = change.args
  return { sequence, of: Number(of), operation: what, args }
}
