import type { PackageVerdict } from '#contract/packages'
import { KhoError } from '#core/errors'
import type { Receipt, Transfer } from '#core/model/custody'
import { fileNameFrom } from '#core/text/words'
import { readReceipt, writeReceipt, writeReception } from '#delivery/package/reception'
import { shippedPackageRules } from '#delivery/package/rules'
import { verifyPackage } from '#delivery/package/verify'
import packageWords from '#resources/locale/vi/package.json'
import { now, type OperationContext, writableArchiveOf } from '../context'
import type { Work } from '../jobs'
import type { Handler } from '../runner'
import { recordedFinding } from './findings'
import { transferOf } from './held'
import { transferView } from './views'

export const verify: Handler<'package.verify'> = (context, { path }, work) => verdictOf(context, path, work)

async function verdictOf(context: OperationContext, path: string, work: Work): Promise<PackageVerdict> {
  const { files, digests } = context.platform
  const { mostFindings, atOnce } = shippedPackageRules
  const verdict = await verifyPackage(
    path,
    { files, digests, at: now(context), mostFindings },
    {
      signal: work.signal,
      atOnce,
      report: (done, total, current) => work.report({ phase: 'verifying', done, total, unit: 'file', current }),
    },
  )
  const { fingerprint } = verdict
  return { ...verdict, path, fingerprint: fingerprint === null ? null : { algorithm: 'sha256', hex: fingerprint } }
}

/** Proves a package and answers its sender, whether or not it is as it should be. */
export const receive: Handler<'package.receive'> = async (context, input, work) => {
  const { files } = context.platform
  const verdict = await verdictOf(context, input.path, work)
  if (!verdict.fingerprint) throw new KhoError('package-not-one', { file: input.path })
  const info = new Map(verdict.info.map(([label, value]) => [label.toLowerCase(), value]))
  const dossiers = Number(info.get('kho-tin-dossiers') ?? 0) || 0
  const accepted = verdict.report.valid
  const receipt: Receipt = {
    fingerprint: verdict.fingerprint,
    receivedAt: now(context),
    receiver: input.receiver,
    registration: input.registration || (info.get('kho-tin-registration') ?? ''),
    accepted,
    // Each dossier is a package of its own in the form of the circular; a bag holds them all.
    packages: verdict.form === 'sip' ? dossiers : 1,
    dossiersRegistered: dossiers,
    dossiersApproved: dossiers,
    dossiersTaken: accepted ? dossiers : 0,
    bytes: verdict.report.bytes,
    submission: Math.max(1, Math.floor(Number(info.get('kho-tin-submission')) || 1)),
    report: verdict.report,
    note: input.note,
  }
  await files.makeFolder(input.folder)
  const name = fileNameFrom(files.baseName(input.path).replace(/\.zip$/i, ''), { maxBytes: 120 })
  const sender = { agency: info.get('source-organization') ?? '', agencyCode: info.get('kho-tin-agency-code') ?? '' }
  const recordFile = await writeReception(
    receipt,
    sender,
    verdict.report.findings.map(recordedFinding),
    files.join(input.folder, `${packageWords.package.recordFile} - ${name}.docx`),
    {
      files,
      agency: input.receiver.organization,
      archiveName: '',
      fonds: '',
      madeAt: receipt.receivedAt,
      signal: work.signal,
      report: () => undefined,
    },
  )
  const path = files.join(input.folder, `${packageWords.package.receiptFile} - ${name}.json`)
  return { verdict, receipt, recordFile, receiptFile: await writeReceipt(files, path, receipt, name) }
}

/** Takes in what the receiver answered; a receipt for another package is refused. */
export const takeReceipt: Handler<'transfer.receipt'> = async (context, { id, path }) => {
  const archive = writableArchiveOf(context)
  const before = await transferOf(archive, id)
  const receipt = await readReceipt(context.platform.files, path)
  if (receipt.fingerprint.hex !== before.package?.fingerprint.hex) {
    throw new KhoError('receipt-of-another', { file: path, args: { title: before.title } })
  }
  const at = now(context)
  const registration = before.registration || receipt.registration
  const after: Transfer = {
    ...before,
    receipt,
    registration,
    // A refusal is an answer too: the package stays handed over, to be put right by another.
    state: receipt.accepted ? 'received' : 'delivered',
    deliveredAt: before.deliveredAt ?? receipt.receivedAt,
    updatedAt: at,
  }
  await archive.commit({
    operation: 'transfer.receipt',
    args: { title: before.title },
    entries: [{ kind: 'transfer', id, after }],
  })
  context.changed(['transfer', 'dossier'])
  return transferView(archive, after)
}
