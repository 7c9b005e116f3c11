import type { Archive } from '#archive/archive'
import type { CustodyCounts } from '#contract/custody'
import type { Dossier, FondsFields, Transfer } from '#core/model/custody'
import { formatDate } from '#core/text/dates'
import { twoDigits } from '#core/text/numbers'
import { yearsOf } from '#delivery/describe'
import type { DossierFacts } from '#delivery/word/dossier'
import type { FormFacts } from '#delivery/word/forms/facts'
import { caseListRows, closingTexts, type DossierLine, inventoryRows, periodText } from '#delivery/word/forms/records'
import { wordForms } from '#delivery/word/forms/rules'
import { deliveryWords } from '#delivery/words'
import { now, type OperationContext } from '../context'
import { recordedFinding } from '../custody/findings'
import { fondsOf } from '../custody/settings'
import { datesOf, itemsOf, spanOf } from '../custody/views'

type Base = Omit<FormFacts, 'texts' | 'rows' | 'lists'> & { preparer: string }

const words = deliveryWords('vi')

/** What every form of this archive begins with. Its date is left to be written in where the record has none. */
export async function formBase(context: OperationContext, archive: Archive): Promise<Base> {
  const fonds = await fondsOf(archive)
  return { office: officeFacts(fonds), date: null, preparer: fonds.preparer.name, changedAt: now(context) }
}

/** The office as forms print it. */
export const officeFacts = ({ parentAgency, agency, office, place, regime }: FondsFields): FormFacts['office'] => ({
  ...{ parentAgency, agency, place, regime },
  unit: office,
})

/** A dossier as forms state it; empty dates are those of its documents. */
export async function lineOf(archive: Archive, dossier: Dossier): Promise<DossierLine> {
  const span = dossier.from && dossier.to ? null : spanOf(await datesOf(archive, await itemsOf(archive, dossier)))
  const { number, code, heading, title, retention, keeper, sheets, pages, note } = dossier
  return {
    ...{ heading, title, retention, keeper, sheets, pages, note },
    number: number || code,
    from: dossier.from ?? span?.from ?? null,
    to: dossier.to ?? span?.to ?? null,
  }
}

const linesOf = (archive: Archive, dossiers: readonly Dossier[]): Promise<DossierLine[]> =>
  Promise.all(dossiers.map((dossier) => lineOf(archive, dossier)))

/** The last change of some records, so that the same records make the same file. */
const lastChange = (records: readonly { updatedAt: string }[], otherwise: string): string =>
  records.reduce((last, { updatedAt }) => (updatedAt > last ? updatedAt : last), records[0]?.updatedAt ?? otherwise)

/** Danh mục hồ sơ. */
export function caseListFacts(base: Base, dossiers: Dossier[]): FormFacts {
  const lines = dossiers.map((dossier): DossierLine => ({ ...dossier, number: dossier.number || dossier.code }))
  const texts = { year: yearsOf(dossiers), ...closingTexts(lines) }
  return { ...base, texts, rows: caseListRows(lines), changedAt: lastChange(dossiers, base.changedAt) }
}

/** Mục lục hồ sơ, tài liệu nộp lưu. */
export async function inventoryFacts(base: Base, archive: Archive, dossiers: Dossier[]): Promise<FormFacts> {
  const lines = await linesOf(archive, dossiers)
  const texts = {
    ...{ year: yearsOf(dossiers), unit: base.office.unit, preparer: base.preparer },
    ...closingTexts(lines),
  }
  return { ...base, texts, rows: inventoryRows(lines), changedAt: lastChange(dossiers, base.changedAt) }
}

/** Biên bản giao nhận hồ sơ, tài liệu. */
export async function minutesFacts(
  base: Base,
  archive: Archive,
  transfer: Transfer,
  dossiers: Dossier[],
  counts: CustodyCounts,
): Promise<FormFacts> {
  const { giver, receiver, title, condition, boxes, shelfMetres } = transfer
  const lines = await linesOf(archive, dossiers)
  const dates = lines.flatMap(({ from, to }) => [from, to]).filter((date) => date !== null)
  const span = spanOf(dates)
  const number = (value: number | null) => (value === null ? '' : new Intl.NumberFormat('vi-VN').format(value))
  const texts: Record<string, string> = {
    giver: giver.organization || giver.name,
    giverName: giver.name,
    giverOffice: giver.office,
    giverSigner: giver.name,
    receiver: receiver.organization,
    receiverName: receiver.name,
    receiverOffice: receiver.office,
    receiverSigner: receiver.name,
    ...{ title, condition, period: span ? periodText(span) : '' },
    boxes: number(boxes),
    shelfMetres: number(shelfMetres),
    paperDossiers: boxes === null ? '' : number(dossiers.filter(({ sheets }) => sheets !== null).length),
    dossiers: twoDigits(dossiers.length),
    files: number(transfer.package?.files ?? counts.files),
    package: transfer.package?.name ?? '',
    fingerprint: transfer.package?.fingerprint.hex ?? '',
  }
  const year = yearsOf(dossiers) || (wordForms.blanks.year ?? '')
  const basis = transfer.basis.length > 0 ? transfer.basis : wordForms.basis.map((text) => text.replace('{year}', year))
  return { ...base, texts, lists: { basis } }
}

/** Record of a reception (Thông tư 05/2025/TT-BNV, Điều 23), from the receipt of the receiving archive. */
export function receptionFacts(base: Base, { receipt }: Transfer, fonds: FondsFields): FormFacts {
  if (!receipt) return { ...base, texts: {} }
  const values: Record<string, string> = {
    registration: receipt.registration,
    agencyCode: fonds.agencyCode,
    agency: fonds.agency,
    packages: String(receipt.packages),
    dossiersRegistered: String(receipt.dossiersRegistered),
    dossiersApproved: String(receipt.dossiersApproved),
    dossiersTaken: String(receipt.dossiersTaken),
    size: words.size(receipt.bytes),
    submission: String(receipt.submission),
    receivedAt: `${receipt.receivedAt.slice(11, 16)}, ${formatDate(receipt.receivedAt.slice(0, 10))}`,
    fingerprint: receipt.fingerprint.hex,
  }
  const rows = wordForms.receptionFields.map(({ field, label }, index) => ({
    order: String(index + 1),
    label,
    value: values[field] ?? '',
  }))
  const { accepted, note, receiver } = receipt
  const texts = { result: accepted ? wordForms.accepted : wordForms.refused, note, receiverSigner: receiver.name }
  return {
    ...base,
    texts,
    rows,
    lists: { findings: receipt.report.findings.map(recordedFinding) },
  }
}

/** A dossier for its Word file. */
export async function dossierFacts(
  context: OperationContext,
  archive: Archive,
  dossier: Dossier,
): Promise<DossierFacts> {
  const fonds = await fondsOf(archive)
  const { code, year, updatedAt } = dossier
  const line = await lineOf(archive, dossier)
  return {
    dossier: { ...line, code, year, fondsCode: fonds.fondsCode, updatedAt },
    office: (await formBase(context, archive)).office,
    fonds: fonds.fonds,
  }
}
