import type { Archive, Change } from '#archive/archive'
import { changeAt, historyOf, historyOfRecord, peopleOf } from '#archive/history/read'
import { redoing, restoring, undoing } from '#archive/history/undo'
import type { Undone } from '#contract/history'
import { now, type OperationContext, openArchiveOf, writableArchiveOf } from '../context'
import { inStep } from '../custody/members'
import type { Handler } from '../runner'
import { namesFor } from './names'

// One change can touch every record; a person reads the first ones.
const MOST_SHOWN = 100
const MOST_NAMED = 20

export const listHistory: Handler<'history.list'> = (context, { text, who, ...page }) =>
  historyOf(openArchiveOf(context), page, { text, who })

export const listPeople: Handler<'history.people'> = async (context) => ({
  people: await peopleOf(openArchiveOf(context)),
})

export const getChange: Handler<'history.get'> = async (context, { sequence }) => {
  const archive = openArchiveOf(context)
  const { entry, records } = await changeAt(archive, sequence, MOST_SHOWN)
  const changes = records.flatMap((record) => record.changes)
  return { row: entry, records, names: await namesFor(archive, changes) }
}

export const recordHistory: Handler<'history.ofRecord'> = async (context, { kind, id, ...page }) => {
  const archive = openArchiveOf(context)
  const found = await historyOfRecord(archive, { kind, id }, page)
  const changes = found.rows.flatMap((row) => row.changes)
  return { ...found, names: await namesFor(archive, changes, kind) }
}

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
  const records = change.entries.map(({ kind, id }) => ({ kind, id }))
  // What a screen may be showing whole goes before the names it touched.
  const first = records.filter(({ kind }) => kind === 'draft' || kind === 'article')
  const shown = [...first, ...records.filter((record) => !first.includes(record))].slice(0, MOST_NAMED)
  return { sequence, of: Number(of), operation: what, args, records: shown }
}
