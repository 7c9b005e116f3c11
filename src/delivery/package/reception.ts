import { z } from 'zod'
import { KhoError } from '#core/errors'
import { Receipt } from '#core/model/custody'
import type { Files } from '#platform/ports'
import { freePath } from '../aside'
import type { DeliveryContext } from '../delivery'
import { shippedRules } from '../rules'
import type { FormFacts } from '../word/forms/facts'
import { writeForm } from '../word/forms/form'
import { deliveryWords } from '../words'

/** A receipt as it travels: the version of its form, and who it is from. */
const ReceiptFile = Receipt.extend({ receiptFormat: z.literal(1), package: z.string() })

const largestReceipt = 4 << 20

/** Writes the receipt that goes back to the sender. @returns where it lies */
export async function writeReceipt(files: Files, path: string, receipt: Receipt, packageName: string): Promise<string> {
  const free = await freePath(files, path)
  await files.writeWhole(free, `${JSON.stringify({ receiptFormat: 1, package: packageName, ...receipt }, null, 2)}\n`)
  return free
}

/** @throws KhoError receipt-not-one, or as Files gives it */
export async function readReceipt(files: Files, path: string): Promise<Receipt> {
  const there = await files.stat(path)
  if (!there) throw new KhoError('file-missing', { file: path })
  if (there.kind !== 'file' || there.size > largestReceipt) throw new KhoError('receipt-not-one', { file: path })
  const parsed = ReceiptFile.safeParse(jsonOf(await files.readText(path)))
  if (!parsed.success) throw new KhoError('receipt-not-one', { file: path, cause: parsed.error })
  return Receipt.parse(parsed.data)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** The reception record (Thông tư 05/2025/TT-BNV, Điều 23) as Word. @returns where it lies */
export async function writeReception(
  receipt: Receipt,
  sender: { agency: string; agencyCode: string },
  findings: string[],
  path: string,
  context: DeliveryContext,
): Promise<string> {
  const { receptionFields } = (context.rules ?? shippedRules).wordForms
  const { say, size, date } = deliveryWords(context.language)
  const { receiver, receivedAt, bytes, fingerprint } = receipt
  const values: Record<string, string> = {
    registration: receipt.registration,
    agencyCode: sender.agencyCode,
    agency: sender.agency,
    packages: String(receipt.packages),
    dossiersRegistered: String(receipt.dossiersRegistered),
    dossiersApproved: String(receipt.dossiersApproved),
    dossiersTaken: String(receipt.dossiersTaken),
    size: size(bytes),
    submission: String(receipt.submission),
    receivedAt: `${receivedAt.slice(11, 16)} ${date(receivedAt.slice(0, 10))}`,
    fingerprint: fingerprint.hex,
  }
  const facts: FormFacts = {
    office: { parentAgency: '', agency: receiver.organization, unit: '', place: '', regime: 'state' },
    date: receivedAt.slice(0, 10),
    texts: {
      result: say(receipt.accepted ? 'delivery.reception.accepted' : 'delivery.reception.refused'),
      note: receipt.note,
      receiverSigner: receiver.name,
    },
    lists: { findings },
    rows: receptionFields.map(({ field, label }, at) => ({ order: String(at + 1), label, value: values[field] ?? '' })),
    changedAt: receivedAt,
  }
  return (await writeForm('reception', facts, path, context)).path
}
