import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import type { Dossier } from '#core/model/custody'
import { fileNameFrom } from '#core/text/words'
import type { DeliveryContext } from '#delivery/delivery'
import { shippedRules } from '#delivery/rules'
import { writeDossier } from '#delivery/word/dossier'
import { writeForm } from '#delivery/word/forms/form'
import { documentRow } from '#delivery/word/forms/records'
import { wordForms } from '#delivery/word/forms/rules'
import type { OpenTemplate } from '#delivery/word/template/fill'
import type { OperationContext } from '../context'
import { openArchiveOf } from '../context'
import { chosenDossiers } from '../custody/found'
import { transferOf } from '../custody/held'
import { fondsOf } from '../custody/settings'
import { countsOf, itemsOf } from '../custody/views'
import type { Work } from '../jobs'
import type { Handler } from '../runner'
import { chosenTemplate } from '../templates/open'
import { articlesShowing, Delivery } from './exports'
import { filledDossier, filledMinutes } from './filled'
import { photoFile } from './photo-file'
import { deliveredArticles } from './selected'
import { caseListFacts, dossierFacts, formBase, inventoryFacts, minutesFacts, receptionFacts } from './word-facts'

/** Sheets of chosen photos, each with the article that shows it. */
export const exportPhotoSheets: Handler<'export.photoSheets'> = async (context, input, work) => {
  const archive = openArchiveOf(context)
  const articles = await articlesShowing(archive, input.photos)
  await context.platform.files.makeFolder(input.folder)
  const delivery = new Delivery(context, archive, articles, input.folder, work, 1)
  await photoFile(delivery, input.form, new Set(input.photos))
  return delivery.report()
}

/** Whole dossiers, their lists of documents, or one list of all of them. */
export const exportDossiers: Handler<'export.dossiers'> = async (context, input, work) => {
  const archive = openArchiveOf(context)
  const dossiers = await chosenDossiers(archive, input.dossiers)
  if (dossiers.length === 0) throw new KhoError('export-nothing-selected')
  if (input.form === 'dossier') {
    const template = await chosenTemplate(context, archive, input.template, 'dossier')
    return wholeDossiers(context, archive, dossiers, { folder: input.folder, template }, work)
  }
  const delivery = await listOf(context, archive, dossiers, input.folder, work)
  const { files } = context.platform
  await delivery.part('word', async (deliveryContext) => {
    const base = await formBase(context, archive)
    if (input.form === 'contents') {
      for (const dossier of dossiers) await contentsFile(delivery, dossier, deliveryContext)
      return
    }
    const form = input.form === 'case-list' ? 'caseList' : 'inventory'
    const facts = form === 'caseList' ? caseListFacts(base, dossiers) : await inventoryFacts(base, archive, dossiers)
    const path = files.join(input.folder, `${wordForms.forms[form].file}.docx`)
    delivery.written.push(await writeForm(form, facts, path, deliveryContext))
  })
  return delivery.report()
}

async function listOf(context: OperationContext, archive: Archive, dossiers: Dossier[], folder: string, work: Work) {
  await context.platform.files.makeFolder(folder)
  return new Delivery(
    context,
    archive,
    dossiers.flatMap(({ items }) => items),
    folder,
    work,
    1,
  )
}

async function wholeDossiers(
  context: OperationContext,
  archive: Archive,
  dossiers: Dossier[],
  { folder, template }: { folder: string; template: OpenTemplate | null },
  work: Work,
) {
  const { files } = context.platform
  const filled = dossiers.filter(({ items }) => items.length > 0)
  if (filled.length === 0) throw new KhoError('export-nothing-selected')
  const delivery = await listOf(context, archive, filled, folder, work)
  await delivery.part('word', async (deliveryContext) => {
    let before = 0
    for (const dossier of filled) {
      const facts = await dossierFacts(context, archive, dossier)
      const path = files.join(folder, `${fileNameFrom(`${dossier.code} ${dossier.title}`)}.docx`)
      const report = (done: number, total: number, current: string) =>
        deliveryContext.report(before + done, total, current)
      const total = dossier.items.length
      const articles = deliveredArticles(context, archive, dossier.items)
      const told = { ...deliveryContext, report }
      delivery.written.push(
        ...(template
          ? [await filledDossier(template, { archive, dossier, articles }, path, told)]
          : await writeDossier(articles, facts, { total }, path, told)),
      )
      before += total
    }
  })
  return delivery.report()
}

/** Mục lục văn bản, tài liệu of a dossier, as a file of its own: its pages are written in by hand. */
async function contentsFile(delivery: Delivery, dossier: Dossier, deliveryContext: DeliveryContext): Promise<void> {
  const { context, archive, folder } = delivery
  const { files } = context.platform
  const rows: Record<string, string>[] = []
  for await (const article of deliveredArticles(context, archive, dossier.items))
    rows.push(documentRow(article, rows.length + 1, deliveryContext.agency, shippedRules))
  const texts = { number: dossier.number || dossier.code, year: String(dossier.year) }
  const facts = { ...(await formBase(context, archive)), texts, rows, changedAt: dossier.updatedAt }
  const name = fileNameFrom(`${wordForms.forms.documents.file} - ${dossier.code}`)
  delivery.written.push(await writeForm('documents', facts, files.join(folder, `${name}.docx`), deliveryContext))
}

/** The papers of a hand-over. */
export const exportTransfer: Handler<'export.transfer'> = async (context, input, work) => {
  const archive = openArchiveOf(context)
  const transfer = await transferOf(archive, input.transfer)
  if (input.form === 'reception' && !transfer.receipt) throw new KhoError('export-nothing-selected')
  const template = input.form === 'minutes' ? await chosenTemplate(context, archive, input.template, 'minutes') : null
  const dossiers = await archive.getMany('dossier', transfer.dossiers)
  const delivery = await listOf(context, archive, dossiers, input.folder, work)
  await delivery.part('word', async (deliveryContext) => {
    const base = { ...(await formBase(context, archive)), date: transfer.date, changedAt: transfer.updatedAt }
    const placed = { ...base, office: { ...base.office, place: transfer.place || base.office.place } }
    const articles = (await Promise.all(dossiers.map((dossier) => itemsOf(archive, dossier)))).flat()
    const counts = await countsOf(archive, articles)
    const facts =
      input.form === 'minutes'
        ? await minutesFacts(placed, archive, transfer, dossiers, counts)
        : input.form === 'inventory'
          ? await inventoryFacts(placed, archive, dossiers)
          : receptionFacts(placed, transfer, await fondsOf(archive))
    const name = fileNameFrom(`${wordForms.forms[input.form].file} - ${transfer.title}`)
    const path = context.platform.files.join(input.folder, `${name}.docx`)
    delivery.written.push(
      template
        ? await filledMinutes(template, { archive, facts, dossiers }, path, deliveryContext)
        : await writeForm(input.form, facts, path, deliveryContext),
    )
  })
  return delivery.report()
}
