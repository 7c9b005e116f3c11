import { z } from 'zod'
import { Id, PartialDate } from '#core/model/common'
import { ExcelForm } from '#core/model/forms'
import { SearchTerms } from '#core/model/search'
import { AuthorityQuery, PhotoQuery } from '#core/model/views'
import { DossierSelection, DossierTerms } from './custody'
import { job, query } from './operation'
import { ExportReport, Selection } from './selection'

const Line = z.string().trim().max(300).default('')

/** What an official form says around its table; what is left out is as the fonds has it, else left to be filled in by hand. */
export const FormAnswers = z.object({
  parentAgency: Line,
  unit: Line,
  year: z
    .string()
    .regex(/^\d{4}$/)
    .nullable()
    .default(null),
  place: Line,
  signedOn: PartialDate.nullable().default(null),
  signers: z.array(z.string().max(200)).max(4).default([]),
  /** Mã cơ quan lưu trữ. */
  agencyCode: z.string().trim().max(13).default(''),
})
export type FormAnswers = z.infer<typeof FormAnswers>

const page = { offset: true, limit: true } as const
const Authorities = AuthorityQuery.omit({ kind: true, ...page }).prefault({})

/** A list as the window shows it: what it is of, narrowed and sorted as there. */
export const ListQuery = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('articles'), query: SearchTerms.prefault({}) }),
  z.object({ kind: z.literal('photos'), query: PhotoQuery.omit(page).prefault({}) }),
  z.object({ kind: z.literal('events'), query: Authorities }),
  z.object({ kind: z.literal('people'), query: Authorities }),
  z.object({ kind: z.literal('places'), query: Authorities }),
  z.object({ kind: z.literal('bodies'), query: Authorities }),
  z.object({ kind: z.literal('documents'), query: Authorities }),
  z.object({ kind: z.literal('dossiers'), query: DossierTerms.prefault({}) }),
  z.object({
    kind: z.literal('history'),
    query: z.object({ text: z.string().max(200).default(''), who: z.string().max(300).default('') }).prefault({}),
  }),
  z.object({ kind: z.literal('statistics'), query: SearchTerms.omit({ sort: true }).prefault({}) }),
])
export type ListQuery = z.infer<typeof ListQuery>
export const ListKind = z.enum([
  'articles',
  'photos',
  'events',
  'people',
  'places',
  'bodies',
  'documents',
  'dossiers',
  'history',
  'statistics',
])
export type ListKind = z.infer<typeof ListKind>

export const workbookOperations = {
  /** The columns a list can be exported with; `shown` are those of the screen, in its order. */
  'export.columns': query(
    z.object({ kind: ListKind }),
    z.object({ columns: z.array(z.object({ field: z.string(), title: z.string(), shown: z.boolean() })) }),
  ),
  /** A list as a workbook: this filter, these columns, this order; the columns of the screen where none are named. */
  'export.list': job(
    z.object({ list: ListQuery, columns: z.array(z.string()).max(100).default([]), folder: z.string().min(1) }),
    ExportReport,
  ),
  /** An official form as a workbook, over articles or over dossiers. */
  'export.form': job(
    FormAnswers.extend({
      form: ExcelForm,
      selection: Selection.nullable().default(null),
      /** Instead of articles, where some are named: those that lie in these dossiers, in their order. */
      dossiers: DossierSelection.default([]),
      /** The dossiers of this transfer, instead of those named. */
      transfer: Id.nullable().default(null),
      folder: z.string().min(1),
      /** Small pictures in the photo lists. */
      thumbnails: z.boolean().default(false),
      /** Copies of the pictures beside the workbook, and links to them. */
      pictures: z.boolean().default(false),
    }),
    ExportReport,
  ),
} as const
