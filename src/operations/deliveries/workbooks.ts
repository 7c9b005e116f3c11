import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import type { Id } from '#core/model/common'
import { fileNameFrom } from '#core/text/words'
import type { DeliveredDossier } from '#delivery/delivery'
import { writeForm } from '#delivery/excel/forms'
import { shippedRules } from '#delivery/rules'
import type { OperationContext } from '../context'
import { openArchiveOf } from '../context'
import type { Handler } from '../runner'
import { Delivery, pictures } from './exports'
import { deliveredArticles, selectedIds } from './selected'

/** An official form over the articles or dossiers chosen. */
export const exportForm: Handler<'export.form'> = async (context, input, work) => {
  const { files } = context.platform
  const archive = openArchiveOf(context)
  const rule = shippedRules.forms[input.form]
  const overDossiers = rule.of !== 'articles' && input.dossiers.length > 0
  if (rule.of === 'dossiers' && !overDossiers) throw new KhoError('export-nothing-selected')
  const ids = overDossiers ? await itemsOf(archive, input.dossiers) : await articlesOf(archive, input.selection)
  await files.makeFolder(input.folder)
  const delivery = new Delivery(context, archive, ids, input.folder, work, input.pictures ? 2 : 1)
  const copied = input.pictures ? await pictures(delivery, files.join(input.folder, 'Anh')) : new Map<Id, string>()
  await delivery.part('excel', async (deliveryContext) => {
    const source = {
      articles: () => delivery.articles(),
      dossiers: overDossiers ? () => deliveredDossiers(context, archive, input.dossiers) : null,
      total: overDossiers ? input.dossiers.length : ids.length,
    }
    const path = files.join(input.folder, `${fileNameFrom(rule.file)}.xlsx`)
    const request = { ...input, pictures: copied, links: new Map<Id, string>() }
    delivery.written.push(...(await writeForm(source, request, path, deliveryContext)))
  })
  return delivery.report()
}

async function articlesOf(archive: Archive, selection: Parameters<typeof selectedIds>[1] | null): Promise<Id[]> {
  if (!selection) throw new KhoError('export-nothing-selected')
  return selectedIds(archive, selection)
}

async function itemsOf(archive: Archive, dossiers: Id[]): Promise<Id[]> {
  return (await archive.getMany('dossier', dossiers)).flatMap(({ items }) => items)
}

async function* deliveredDossiers(
  context: OperationContext,
  archive: Archive,
  ids: Id[],
): AsyncGenerator<DeliveredDossier> {
  for (const dossier of await archive.getMany('dossier', ids)) {
    yield { dossier, items: () => deliveredArticles(context, archive, dossier.items) }
  }
}
