import type { Archive } from '#archive/archive'
import { Dossier } from '#core/model/custody'
import { dossierCode, nextDossierNumber } from '#core/model/dossier-code'
import { sortedVi } from '#core/text/collate'
import { now, writableArchiveOf } from '../context'
import { selectedIds } from '../deliveries/selected'
import type { Handler } from '../runner'
import { committed, refuseTakenCode } from './dossiers'
import { allDossiers, changeableDossier } from './held'
import { releasing, reordered, taking } from './members'
import { fondsOf } from './settings'
import { datesOf, dossierView, itemsOf } from './views'

/** Makes a dossier, with what was found or chosen in it at once. */
export const createDossier: Handler<'dossier.create'> = async (context, { items, code, ...fields }) => {
  const archive = writableArchiveOf(context)
  const fonds = await fondsOf(archive)
  const at = now(context)
  const id = context.platform.ids.next()
  const number = fields.number || nextDossierNumber(await allDossiers(archive), fields.year)
  const dossier = Dossier.parse({
    ...fields,
    id,
    createdAt: at,
    updatedAt: at,
    number,
    code: code || dossierCode(fonds.agencyCode, { year: fields.year, number }),
    retention: fields.retention ?? fonds.retention,
    items: [],
  })
  await refuseTakenCode(archive, dossier)
  const wanted = items ? await selectedIds(archive, items.selection) : []
  const taken = await taking(archive, wanted, dossier, items?.elsewhere ?? 'skip', at)
  const count = { count: String(taken.added.length) }
  const after = { ...dossier, items: taken.added }
  const view = await committed(context, archive, 'dossier.create', after, taken.entries, count)
  return { view, added: taken.added.length, moved: taken.moved, skipped: taken.skipped }
}

export const addItems: Handler<'dossier.addItems'> = async (context, { id, selection, elsewhere }) => {
  const archive = writableArchiveOf(context)
  const before = await changeableDossier(archive, id)
  const at = now(context)
  const taken = await taking(archive, await selectedIds(archive, selection), before, elsewhere, at)
  const { added, moved, skipped } = taken
  const after = { ...before, items: [...before.items, ...added], updatedAt: at }
  if (added.length === 0) return { view: await dossierView(archive, before), added: 0, moved, skipped }
  const view = await committed(context, archive, 'dossier.addItems', after, taken.entries, {
    count: String(added.length),
  })
  return { view, added: added.length, moved, skipped }
}

export const removeItems: Handler<'dossier.removeItems'> = async (context, { id, items }) => {
  const archive = writableArchiveOf(context)
  const before = await changeableDossier(archive, id)
  const at = now(context)
  const gone = before.items.filter((item) => items.includes(item))
  if (gone.length === 0) return dossierView(archive, before)
  const entries = await releasing(archive, before, gone, at)
  const after = { ...before, items: before.items.filter((item) => !gone.includes(item)), updatedAt: at }
  return committed(context, archive, 'dossier.removeItems', after, entries, { count: String(gone.length) })
}

export const reorderItems: Handler<'dossier.reorder'> = async (context, input) => {
  const archive = writableArchiveOf(context)
  const before = await changeableDossier(archive, input.id)
  const items = 'items' in input ? reordered(before, input.items) : await orderedBy(archive, before, input.by)
  if (items.every((id, at) => id === before.items[at])) return dossierView(archive, before)
  return committed(context, archive, 'dossier.reorder', { ...before, items, updatedAt: now(context) }, [])
}

/** By date, undated last; equal ones keep the order they had. */
async function orderedBy(archive: Archive, dossier: Dossier, by: 'date' | 'serial' | 'title'): Promise<string[]> {
  const articles = await itemsOf(archive, dossier)
  if (by === 'title') return sortedVi(articles, ({ title }) => title).map(({ id }) => id)
  if (by === 'serial') return [...articles].sort((a, b) => a.serial - b.serial).map(({ id }) => id)
  const dates = await datesOf(archive, articles)
  return articles
    .map(({ id }, at) => ({ id, date: dates[at] ?? '9999' }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ id }) => id)
}
