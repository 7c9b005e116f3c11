import { z } from 'zod'
import { AccessConditions, Digest, Id, Instant, PartialDate, RecordBase, RetentionPeriod } from './common'

/** Language codes of Thông tư 05/2025/TT-BNV (EAD `language`): 01 Vietnamese … 11 other. */
export const LanguageCode = z.enum(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'])
export type LanguageCode = z.infer<typeof LanguageCode>

/** Physical state (EAD `format`): 01 good, 02 fair, 03 damaged. */
export const PhysicalState = z.enum(['01', '02', '03'])
export type PhysicalState = z.infer<typeof PhysicalState>

/** How far the content can be relied on (EAD `confidenceLevel`): 01 born digital, 02 digitised, 03 both. */
export const ConfidenceLevel = z.enum(['01', '02', '03'])
export type ConfidenceLevel = z.infer<typeof ConfidenceLevel>

/** What a person writes about a dossier; lengths are checked before hand-over, not while typing. */
export const DossierFields = z.object({
  title: z.string().trim().min(1).max(4000),
  /** Year the dossier was formed. */
  year: z.number().int().min(1900).max(2999),
  /** Số và ký hiệu hồ sơ: unique within the year. */
  number: z.string().trim().max(100),
  /** Đề mục that the dossier stands under in the list of dossiers. */
  heading: z.string().max(1000).default(''),
  from: PartialDate.nullable().default(null),
  to: PartialDate.nullable().default(null),
  retention: RetentionPeriod.nullable().default(null),
  access: AccessConditions.default('01'),
  languages: z.array(LanguageCode).default(['01']),
  keywords: z.array(z.string()).default([]),
  /** Người lập hồ sơ. */
  keeper: z.string().max(300).default(''),
  physicalState: PhysicalState.nullable().default(null),
  confidence: ConfidenceLevel.nullable().default('01'),
  /** Ký hiệu thông tin. */
  informationSign: z.string().max(200).default(''),
  /** Hộp, cặp số: where its paper lies. */
  box: z.string().max(100).default(''),
  /** Mã hồ sơ gốc giấy, where there is one. */
  paperCode: z.string().max(200).default(''),
  /** Số tờ of its paper, số trang of its electronic documents; null where nobody has counted. */
  sheets: z.number().int().nonnegative().nullable().default(null),
  pages: z.number().int().nonnegative().nullable().default(null),
  /** Chế độ dự phòng: null not asked for; else whether a security copy is made. */
  securityCopy: z.enum(['made', 'not-made']).nullable().default(null),
  note: z.string().max(4000).default(''),
})
export type DossierFields = z.infer<typeof DossierFields>

/** A dossier (hồ sơ): items in order. An article lies in one dossier at most, and names it in `dossierId`. */
export const Dossier = RecordBase.extend({
  ...DossierFields.shape,
  /** Mã hồ sơ: unique; made of agency code, year and number unless a person wrote another. */
  code: z.string(),
  items: z.array(Id),
  status: z.enum(['open', 'closed']).default('open'),
  closedAt: Instant.nullable().default(null),
})
export type Dossier = z.infer<typeof Dossier>

/** One side of a hand-over. */
export const Party = z.object({
  organization: z.string().max(500).default(''),
  name: z.string().max(300).default(''),
  office: z.string().max(300).default(''),
})
export type Party = z.infer<typeof Party>

const emptyParty = { organization: '', name: '', office: '' }

/** Something a verification found; the words stand in the locale files under `package.<code>`. */
export const Finding = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  /** The file concerned, relative to the package; empty where it is the package. */
  path: z.string(),
  args: z.record(z.string(), z.string()).default({}),
})
export type Finding = z.infer<typeof Finding>

/** What reading a package back has shown. */
export const VerificationReport = z.object({
  at: Instant,
  valid: z.boolean(),
  complete: z.boolean(),
  files: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  /** The first of them; `more` counts those left out. */
  findings: z.array(Finding),
  more: z.number().int().nonnegative(),
})
export type VerificationReport = z.infer<typeof VerificationReport>

/** Something that stands in the way of a hand-over, or that the receiver will ask about. */
export const Problem = z.object({
  severity: z.enum(['error', 'warning']),
  /** The words stand in the locale files under `preflight.<code>`. */
  code: z.string(),
  args: z.record(z.string(), z.string()),
  /** What to mend: a record and, where it is one field, its name in our records. */
  mend: z.object({ kind: z.string(), id: Id, field: z.string().nullable() }),
})
export type Problem = z.infer<typeof Problem>

/** The package made for a transfer. */
export const TransferPackage = z.object({
  form: z.enum(['bagit', 'sip']),
  /** Folder or file name, as handed over. */
  name: z.string(),
  /** Where it was written on this machine. */
  path: z.string(),
  zipped: z.boolean(),
  /** SHA-256 of the manifest of its payload: the same for the folder and for its zip. */
  fingerprint: Digest,
  madeAt: Instant,
  files: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  report: VerificationReport,
})
export type TransferPackage = z.infer<typeof TransferPackage>

/** What the receiving office sends back; fields of the reception record (Thông tư 05/2025/TT-BNV, Điều 23). */
export const Receipt = z.object({
  fingerprint: Digest,
  receivedAt: Instant,
  receiver: Party,
  registration: z.string(),
  accepted: z.boolean(),
  packages: z.number().int().nonnegative(),
  dossiersRegistered: z.number().int().nonnegative(),
  dossiersApproved: z.number().int().nonnegative(),
  dossiersTaken: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  submission: z.number().int().positive(),
  report: VerificationReport,
  note: z.string(),
})
export type Receipt = z.infer<typeof Receipt>

/** What a person writes about a transfer. */
export const TransferFields = z.object({
  /** Tên khối tài liệu giao nộp. */
  title: z.string().trim().min(1).max(2000),
  date: PartialDate,
  /** In the order of hand-over. */
  dossiers: z.array(Id).default([]),
  /** Bên giao and Bên nhận. */
  giver: Party.default(emptyParty),
  receiver: Party.default(emptyParty),
  place: z.string().max(300).default(''),
  /** Căn cứ, one each. */
  basis: z.array(z.string().max(1000)).default([]),
  /** Tình trạng tài liệu giao nộp. */
  condition: z.string().max(2000).default(''),
  /** Số hộp (cặp) and mét giá of the paper that goes along. */
  boxes: z.number().int().nonnegative().nullable().default(null),
  shelfMetres: z.number().nonnegative().nullable().default(null),
  /** Mã đăng ký yêu cầu thu nộp, given by the receiving archive. */
  registration: z.string().max(200).default(''),
  /** Lưu trữ hiện hành takes any retention period, lưu trữ lịch sử only what is kept for ever. */
  destination: z.enum(['current', 'historical']).default('historical'),
  /** Số lần thu nộp: 1 for the first time. */
  submission: z.number().int().positive().default(1),
  /** The transfer that this one adds to or puts right. */
  amends: Id.nullable().default(null),
  note: z.string().max(4000).default(''),
})
export type TransferFields = z.infer<typeof TransferFields>

/** `draft` can be changed; `packed` has a package that was read back; then it was handed over, then acknowledged. */
export const TransferState = z.enum(['draft', 'packed', 'delivered', 'received'])
export type TransferState = z.infer<typeof TransferState>

/** A transfer (đợt giao nộp). */
export const Transfer = RecordBase.extend({
  ...TransferFields.shape,
  state: TransferState.default('draft'),
  deliveredAt: Instant.nullable().default(null),
  package: TransferPackage.nullable().default(null),
  receipt: Receipt.nullable().default(null),
})
export type Transfer = z.infer<typeof Transfer>

/** What packages and forms say about the fonds and its office. Empty where nobody has said it. */
export const FondsFields = z.object({
  /** Cơ quan, as forms print it; and the body above it. */
  agency: z.string().max(300),
  parentAgency: z.string().max(300).default(''),
  /** Mã định danh cơ quan: the first part of a dossier's code. */
  agencyCode: z.string().trim().max(50).default(''),
  /** Tên phông and mã phông. */
  fonds: z.string().max(300),
  fondsCode: z.string().trim().max(50).default(''),
  /** The archive that receives: name and mã cơ quan lưu trữ. */
  archiveName: z.string().max(300).default(''),
  archiveCode: z.string().trim().max(50).default(''),
  /** Whose rules hold for this fonds: those of the state or of the Party. */
  regime: z.enum(['state', 'party']).default('state'),
  /** Đơn vị, địa danh and người lập for closing lines. */
  office: z.string().max(300).default(''),
  place: z.string().max(300).default(''),
  preparer: Party.default(emptyParty),
  /** What a new dossier begins with. */
  retention: RetentionPeriod.nullable().default(null),
  access: AccessConditions.default('01'),
})
export type FondsFields = z.infer<typeof FondsFields>

/** The fonds of this archive: one record, whose id is `fonds`. What it lacks is as `kho.json` has it. */
export const Fonds = RecordBase.extend({ ...FondsFields.shape })
export type Fonds = z.infer<typeof Fonds>

/** The id of the only fonds record. */
export const fondsId = 'fonds'
