import { z } from 'zod'

/** The workbooks an office fills and hands over, by name; their columns and words lie in `resources/delivery/forms`. */
export const ExcelForm = z.enum([
  'dossier-list',
  'transfer-list',
  'dossier-contents',
  'photos-2025',
  'photos-2019',
  'import-workbook',
  'people',
  'events',
  'statistics',
])
export type ExcelForm = z.infer<typeof ExcelForm>
