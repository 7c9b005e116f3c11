import type { Archive } from '#archive/archive'
import type { Dossier } from '#core/model/custody'
import { formatDate, formatOfficialDate } from '#core/text/dates'
import type { DeliveredArticle, DeliveryContext, WrittenFile } from '#delivery/delivery'
import type { FormFacts } from '#delivery/word/forms/facts'
import { closingTexts } from '#delivery/word/forms/records'
import { type OpenTemplate, type TemplateValues, writeFilled } from '#delivery/word/template/fill'
import { articleValues, dossierValues, officeValues } from '#delivery/word/template/values'
import { deliveryWords } from '#delivery/words'
import { fondsOf } from '../custody/settings'
import { lineOf, officeFacts } from './word-facts'

/** What every template may state of the office. */
export async function officeOf(archive: Archive): Promise<TemplateValues> {
  const fonds = await fondsOf(archive)
  return officeValues(officeFacts(fonds), fonds.fonds)
}

/** An article in the office's own template. */
export function filledArticle(
  template: OpenTemplate,
  delivered: DeliveredArticle,
  office: TemplateValues,
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile> {
  const { title, updatedAt } = delivered.article
  const facts = { title, agency: context.agency, changedAt: updatedAt, articles: 1 }
  const values = { ...office, ...articleValues(delivered, deliveryWords(context.language)) }
  return writeFilled(template, values, facts, path, context)
}

/** A dossier in the office's own template, its documents in order. */
export async function filledDossier(
  template: OpenTemplate,
  { archive, dossier, articles }: { archive: Archive; dossier: Dossier; articles: AsyncIterable<DeliveredArticle> },
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile> {
  const items: TemplateValues[] = []
  let changedAt = dossier.updatedAt
  for await (const one of articles) {
    items.push({ order: String(items.length + 1), ...articleValues(one, deliveryWords(context.language)) })
    if (one.article.updatedAt > changedAt) changedAt = one.article.updatedAt
    context.report(items.length, dossier.items.length, one.article.title)
  }
  const values = { ...(await officeOf(archive)), ...(await valuesOf(archive, dossier)), articles: items }
  const facts = { title: dossier.title, agency: context.agency, changedAt, articles: items.length }
  return writeFilled(template, values, facts, path, context)
}

/** Minutes of a hand-over in the office's own template. */
export async function filledMinutes(
  template: OpenTemplate,
  { archive, facts, dossiers }: { archive: Archive; facts: FormFacts; dossiers: Dossier[] },
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile> {
  const { texts, lists, date, office, changedAt } = facts
  const lines = await Promise.all(dossiers.map((dossier) => valuesOf(archive, dossier)))
  const values: TemplateValues = {
    ...(await officeOf(archive)),
    ...texts,
    ...closingTexts(dossiers.map((dossier) => ({ ...dossier, number: dossier.number }))),
    transferTitle: texts.title ?? '',
    transferPlace: office.place,
    date: date ? formatDate(date) : '',
    dateInWords: date ? formatOfficialDate(date) : '',
    dossierList: lines.map((line, index) => ({ order: String(index + 1), ...line })),
    basis: (lists?.basis ?? []).map((words) => ({ words })),
  }
  const about = { title: texts.title ?? '', agency: office.agency, changedAt, articles: 0 }
  return writeFilled(template, values, about, path, context)
}

async function valuesOf(archive: Archive, dossier: Dossier): Promise<TemplateValues> {
  const { code, year, items } = dossier
  return dossierValues({ ...(await lineOf(archive, dossier)), code, year, count: items.length })
}
