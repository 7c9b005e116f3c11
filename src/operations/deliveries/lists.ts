import type { Archive } from '#archive/archive'
import type { ListKind, ListQuery } from '#contract/workbooks'
import { KhoError } from '#core/errors'
import { fileNameFrom } from '#core/text/words'
import { writeList } from '#delivery/excel/list'
import { type ColumnRule, type ListRule, shippedRules } from '#delivery/rules'
import { deliveryWords } from '#delivery/words'
import { openArchiveOf } from '../context'
import type { Handler } from '../runner'
import { Delivery } from './exports'
import { listRows } from './list-rows'

const words = deliveryWords()

/** The columns a list can have: its own, and for articles and photos all of the working catalogue. */
function columnsOf(kind: ListKind): ColumnRule[] {
  const { columns } = ruleOf(kind)
  const more = kind === 'articles' || kind === 'photos' ? shippedRules.catalogue.sheets[kind].columns : []
  // Links and numbers of one export mean nothing in a list.
  const own = new Set([...columns.map(({ field }) => field), 'wordFile', 'pictureFile', 'articleOrder'])
  return [...columns, ...more.filter(({ field }) => !own.has(field))]
}

const ruleOf = (kind: ListKind): ListRule => shippedRules.lists[kind]!

/** The columns of a list, those of the screen first and in its order. */
export const exportColumns: Handler<'export.columns'> = async (_context, { kind }) => {
  const { shown } = ruleOf(kind)
  const all = columnsOf(kind)
  const sorted = [...byName(all, shown), ...all.filter(({ field }) => !shown.includes(field))]
  return { columns: sorted.map(({ field, title }) => ({ field, title, shown: shown.includes(field) })) }
}

const byName = (columns: ColumnRule[], fields: string[]): ColumnRule[] =>
  fields.flatMap((field) => columns.find((column) => column.field === field) ?? [])

/** A list as a workbook: as it is narrowed, sorted and shown. */
export const exportList: Handler<'export.list'> = async (context, { list, columns: asked, folder }, work) => {
  const archive = openArchiveOf(context)
  const { files } = context.platform
  const rule = ruleOf(list.kind)
  const columns = byName(columnsOf(list.kind), asked.length > 0 ? asked : rule.shown)
  if (columns.length === 0 || (asked.length > 0 && columns.length !== new Set(asked).size)) {
    throw new KhoError('input-invalid', { args: { detail: 'columns' } })
  }
  await files.makeFolder(folder)
  const delivery = new Delivery(context, archive, [], folder, work, 1)
  await delivery.part('excel', async (deliveryContext) => {
    const report = (done: number) =>
      work.report({ phase: 'excel', done, total: null, unit: 'row', current: rule.sheet })
    const path = files.join(folder, `${fileNameFrom(rule.file)}.xlsx`)
    const what = { rule, columns, filter: await filterOf(archive, list), total: null }
    const rows = listRows(context, archive, list, work)
    delivery.written.push(await writeList(rows, what, path, { ...deliveryContext, report }))
  })
  return delivery.report()
}

/** What a list is narrowed by, in words. */
async function filterOf(archive: Archive, { kind, query }: ListQuery): Promise<string> {
  const asked: Record<string, unknown> = { ...query }
  const texts: string[] = []
  if (typeof asked.text === 'string' && asked.text !== '') {
    texts.push(words.say('delivery.list.searched', { text: asked.text }))
  }
  if (typeof asked.who === 'string') texts.push(asked.who)
  if (kind === 'articles' || kind === 'photos' || kind === 'statistics') texts.push(...(await namesOf(archive, asked)))
  if (typeof asked.year === 'number') texts.push(String(asked.year))
  const { from, to } = asked as { from?: string; to?: string }
  const [since, until] = [from && words.date(from), to && words.date(to)]
  if (since && until) texts.push(words.say('delivery.list.between', { from: since, to: until }))
  else if (since) texts.push(words.say('delivery.list.since', { from: since }))
  else if (until) texts.push(words.say('delivery.list.until', { to: until }))
  if (typeof asked.genre === 'string') texts.push(words.say(`genre.${asked.genre as 'news'}`))
  return texts.filter(Boolean).join('; ')
}

const filters = {
  eventId: 'event',
  personId: 'person',
  placeId: 'place',
  organizationId: 'organization',
  documentId: 'document',
} as const

async function namesOf(archive: Archive, asked: Record<string, unknown>): Promise<string[]> {
  const names: string[] = []
  for (const [field, kind] of Object.entries(filters)) {
    const id = asked[field]
    const record = typeof id === 'string' ? await archive.get(kind, id) : null
    if (!record) continue
    if ('title' in record) names.push(record.title)
    else names.push('name' in record ? record.name : [record.type, record.number].filter(Boolean).join(' '))
  }
  return names
}
