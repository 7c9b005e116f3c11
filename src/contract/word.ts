import { z } from 'zod'
import { Id } from '#core/model/common'
import { DossierSelection } from './custody'
import { job } from './operation'
import { ExportReport, Selection } from './selection'
import { TemplateChoice } from './templates'

const folder = z.string().min(1)
/** For what a template can be made for: one file per article, whole dossiers, minutes. */
const template = TemplateChoice.default('in-use')

/** Word files of articles, or of the photos they show. */
export const ArticleForm = z.enum(['articles', 'book', 'both', 'photo-sheet', 'contact-sheet'])
export type ArticleForm = z.infer<typeof ArticleForm>

/** Word files of photos. */
export const PhotoForm = z.enum(['photo-sheet', 'contact-sheet'])
export type PhotoForm = z.infer<typeof PhotoForm>

/** Word files of dossiers: whole (one file each), or a list of all of them (Nghị định 30/2020/NĐ-CP, Phụ lục V). */
export const DossierForm = z.enum(['dossier', 'contents', 'case-list', 'inventory'])
export type DossierForm = z.infer<typeof DossierForm>

/** Word files of a transfer: minutes of the hand-over, list of what is handed over, record of its reception. */
export const TransferForm = z.enum(['minutes', 'inventory', 'reception'])
export type TransferForm = z.infer<typeof TransferForm>

export const wordOperations = {
  'export.word': job(z.object({ selection: Selection, folder, form: ArticleForm, template }), ExportReport),
  'export.photoSheets': job(z.object({ photos: z.array(Id).min(1), folder, form: PhotoForm }), ExportReport),
  'export.dossiers': job(z.object({ dossiers: DossierSelection, folder, form: DossierForm, template }), ExportReport),
  'export.transfer': job(z.object({ transfer: Id, folder, form: TransferForm, template }), ExportReport),
} as const
