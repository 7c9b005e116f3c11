import { z } from 'zod'
import { Id, PartialDate } from '#core/model/common'
import { ExcelForm } from '#core/model/forms'
import { job } from './operation'
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

export const workbookOperations = {
  /** An official form as a workbook, over articles or over dossiers. */
  'export.form': job(
    FormAnswers.extend({
      form: ExcelForm,
      selection: Selection.nullable().default(null),
      dossiers: z.array(Id).default([]),
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
