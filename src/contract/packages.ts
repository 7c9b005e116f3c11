import { z } from 'zod'
import { Digest, Id } from '#core/model/common'
import { Party, Receipt, TransferPackage, VerificationReport } from '#core/model/custody'
import { TransferView } from './custody'
import { change, job } from './operation'

/** What a package says of itself, and what looking at it has shown. */
export const PackageVerdict = z.object({
  path: z.string(),
  form: z.enum(['bagit', 'sip']),
  zipped: z.boolean(),
  /** SHA-256 of its SHA-256 manifest; null where it has none. */
  fingerprint: Digest.nullable(),
  report: VerificationReport,
  /** Pairs of `bag-info.txt`, in their order. */
  info: z.array(z.tuple([z.string(), z.string()])),
})
export type PackageVerdict = z.infer<typeof PackageVerdict>

export const PackageMade = z.object({ path: z.string(), package: TransferPackage, view: TransferView })
export type PackageMade = z.infer<typeof PackageMade>

export const PackageReceived = z.object({
  verdict: PackageVerdict,
  receipt: Receipt,
  /** The receipt to send back, and the reception record as Word. */
  receiptFile: z.string(),
  recordFile: z.string(),
})
export type PackageReceived = z.infer<typeof PackageReceived>

/** Packages: written, proved, received, acknowledged. Words of findings under `package.finding` in the locale files. */
export const packageOperations = {
  /**
   * Writes the package of a transfer into a folder, reads it back and keeps the report with the transfer, which is
   * `packed` then. Errors: transfer-not-draft, preflight-failed (with `failed`, the number of things that failed, unless
   * `anyway`), export-nothing-selected, package-damaged where what was read back is not what was
   * written, package-not-valid where the schemas do not take it (the first of the findings), schemas-none where the folder has none.
   */
  'transfer.package': job(
    z.object({
      id: Id,
      folder: z.string().min(1),
      form: z.enum(['bagit', 'sip']).default('bagit'),
      zip: z.boolean().default(false),
      /** The files as they were received, beside the copies. */
      originals: z.boolean().default(false),
      /** Captions, names and rights written into the copies of photos. */
      metadata: z.boolean().default(true),
      anyway: z.boolean().default(false),
      /** Folder of the receiving office's schemas (.xsd), for `sip`: they go along, and the package is held against them. */
      schemas: z.string().nullable().default(null),
    }),
    PackageMade,
  ),
  /** Takes in the receipt that the receiver sent back. Errors: receipt-not-one, receipt-of-another. */
  'transfer.receipt': change(z.object({ id: Id, path: z.string().min(1) }), TransferView),
  /** Proves a package: complete, as its digests say, safe to unpack. No archive is needed. */
  'package.verify': job(z.object({ path: z.string().min(1) }), PackageVerdict),
  /**
   * Proves a package and writes the reception record (Thông tư 05/2025/TT-BNV, Điều 23) as Word and a receipt for the
   * sender into a folder. No archive is needed.
   */
  'package.receive': job(
    z.object({
      path: z.string().min(1),
      folder: z.string().min(1),
      receiver: Party.default({ organization: '', name: '', office: '' }),
      registration: z.string().max(200).default(''),
      note: z.string().max(2000).default(''),
    }),
    PackageReceived,
  ),
} as const
