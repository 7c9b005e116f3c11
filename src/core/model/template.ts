import { z } from 'zod'
import { AsReceivedFile, RecordBase } from './common'

/** What an office's template is for. */
export const TemplatePurpose = z.enum(['article', 'dossier', 'minutes'])
export type TemplatePurpose = z.infer<typeof TemplatePurpose>

/** An office's own Word template: its file lies with the originals, unchanged. */
export const Template = RecordBase.extend({
  name: z.string().trim().min(1).max(200),
  purpose: TemplatePurpose,
  file: AsReceivedFile,
  /** Used wherever nobody names another; at most one of a purpose. */
  inUse: z.boolean(),
})
export type Template = z.infer<typeof Template>
