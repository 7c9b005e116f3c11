import type { Archive } from '#archive/archive'
import type { DossierSelection } from '#contract/custody'
import type { Selection } from '#contract/selection'
import type { FormAnswers } from '#contract/workbooks'
import { KhoError } from '#core/errors'
import type { Id } from '#core/model/common'
import type { Dossier, Transfer } from '#core/model/custody'
import { fileNameFrom } from '#core/text/words'
import type { DeliveredDossier } from '#delivery/delivery'
import { yearsOf } from '#delivery/describe'
import type { FormRule } from '#delivery/excel/form-rules'
import { writeForm } from '#delivery/excel/forms'
import { shippedRules } from '#delivery/rules'
import type { OperationContext } from '../context'
import { openArchiveOf } from '../context'
import { chosenDossiers } from '../custody/found'
import { transferOf } from '../custody/held'
import { fondsOf } from '../custody/settings'
import { datesOf, itemsOf, spanOf } from '../custody/views'
import type { Handler } from '../runner'
import { Delivery, pictures } from './exports'
import { deliveredArticles, selectedIds } from './selected'

/** An official form over the articles or dossiers chosen. What is not answered is as the fonds has it. */
export const exportForm: Handler<'export.form'> = async (context, input, work) => {
  const { files } = context.platform
  const archive = openArchiveOf(context)
  const rule = shippedRules.forms[input.form]
  const dossiers = await dossiersAsked(archive, input)
  if (rule.of === 'dossiers' && dossiers.length === 0) throw new KhoError('export-nothing-selected')
  const ids = dossiers.length > 0 ? await heldBy(archive, dossiers) : await chosenArticles(archive, input.selection)
  await files.makeFolder(input.folder)
  const delivery = new Delivery(context, archive, ids, input.folder, work, input.pictures ? 2 : 1)
  const copied = input.pictures ? await pictures(delivery, files.join(input.folder, 'Anh')) : new Map<Id, string>()
  const transfer = input.transfer ? await transferOf(archive, input.transfer) : null
  const asked = { ...input, year: input.year ?? (yearsOf(dossiers) || null) }
  const answers = await answersOf(archive, asked, rule, transfer)
  await delivery.part('excel', async (deliveryContext) => {
    const over = rule.of !== 'articles' && dossiers.length > 0
    const source = {
      articles: () => delivery.articles(),
      dossiers: over ? () => deliveredDossiers(context, archive, dossiers) : null,
      total: over ? dossiers.length : ids.length,
    }
    const path = files.join(input.folder, `${fileNameFrom(rule.file)}.xlsx`)
    const request = { ...input, ...answers, pictures: copied, links: new Map<Id, string>() }
    delivery.written.push(...(await writeForm(source, request, path, deliveryContext)))
  })
  return delivery.report()
}

/** What the person answered, the rest as the transfer and the fonds have it. */
async function answersOf(
  archive: Archive,
  input: FormAnswers,
  { signatures }: FormRule,
  transfer: Transfer | null,
): Promise<FormAnswers> {
  const { parentAgency, office, place, preparer, archiveCode } = await fondsOf(archive)
  const blocks = signatures?.blocks ?? []
  const signers = blocks.map(({ signer }) => (signer === 'authority' ? '' : preparer.name))
  // What a person of authority issues has a day of its own, whatever it is handed over with.
  const dated = blocks.every(({ signer }) => signer !== 'authority')
  return {
    ...input,
    parentAgency: input.parentAgency || parentAgency,
    unit: input.unit || office,
    place: input.place || transfer?.place || place,
    signedOn: input.signedOn ?? (dated ? (transfer?.date ?? null) : null),
    signers: input.signers.length > 0 ? input.signers : signers,
    agencyCode: input.agencyCode || archiveCode,
  }
}

/** The dossiers named, or those of a transfer, in its order. */
async function dossiersAsked(
  archive: Archive,
  input: { dossiers: DossierSelection; transfer: Id | null },
): Promise<Dossier[]> {
  return chosenDossiers(archive, input.transfer ? (await transferOf(archive, input.transfer)).dossiers : input.dossiers)
}

async function chosenArticles(archive: Archive, selection: Selection | null): Promise<Id[]> {
  if (!selection) throw new KhoError('export-nothing-selected')
  return selectedIds(archive, selection)
}

async function heldBy(archive: Archive, dossiers: Dossier[]): Promise<Id[]> {
  const items = await Promise.all(dossiers.map((dossier) => itemsOf(archive, dossier)))
  return items.flat().map(({ id }) => id)
}

/** Dossiers with the dates of their items where nobody wrote others. */
async function* deliveredDossiers(
  context: OperationContext,
  archive: Archive,
  dossiers: Dossier[],
): AsyncGenerator<DeliveredDossier> {
  for (const dossier of dossiers) {
    const span = spanOf(await datesOf(archive, await itemsOf(archive, dossier)))
    const dated = { ...dossier, from: dossier.from ?? span?.from ?? null, to: dossier.to ?? span?.to ?? null }
    yield { dossier: dated, items: () => deliveredArticles(context, archive, dossier.items) }
  }
}
