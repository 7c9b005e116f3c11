import type { ExcelForm } from '#core/model/forms'
import dossierContents from '#resources/delivery/forms/dossier-contents.json'
import dossierList from '#resources/delivery/forms/dossier-list.json'
import events from '#resources/delivery/forms/events.json'
import importWorkbook from '#resources/delivery/forms/import-workbook.json'
import people from '#resources/delivery/forms/people.json'
import photos2019 from '#resources/delivery/forms/photos-2019.json'
import photos2025 from '#resources/delivery/forms/photos-2025.json'
import statistics from '#resources/delivery/forms/statistics.json'
import transferList from '#resources/delivery/forms/transfer-list.json'
import type { ColumnRule } from '../rules'

/** Where the rows of a form's sheet come from. */
export type RowsOf =
  | 'dossiers'
  | 'items'
  | 'photos'
  | 'people'
  | 'events'
  | 'none'
  | 'months'
  | 'genres'
  | 'eventTypes'
  | 'peopleCounts'
  | 'bodies'
  | 'places'
  | 'authors'
  | 'photographers'

/** One sheet of a form; texts hold `{values}`. */
export interface FormSheetRule {
  name: string
  rows: RowsOf
  title: string[]
  under: string[]
  columns: ColumnRule[]
  /** The field whose column takes headings (đề mục), each in a line of its own. */
  headings?: string
  /** Columns after the official ones, for what a delivery brings along. */
  extra?: ColumnRule[]
  closing: string[]
}

/** Who signs below: whoever prepared the list, where nothing else is said; a person of authority writes the name. */
export interface SignatureRule {
  title: string
  hint: string
  signer?: 'preparer' | 'authority'
}

/** An official form, or one like it. */
export interface FormRule {
  /** File name without extension. */
  file: string
  /** What it is made over; `any` takes dossiers where some are named, else articles. */
  of: 'articles' | 'dossiers' | 'any'
  look: 'form' | 'plain'
  orientation: 'portrait' | 'landscape'
  /** Quốc hiệu and Tiêu ngữ at the top right. */
  national: boolean
  /** A row (1), (2) … under the head. */
  numbered: boolean
  sheets: FormSheetRule[]
  signatures: { place: boolean; blocks: SignatureRule[] } | null
}

/** The forms shipped with the program, one data file each. */
export const forms: Record<ExcelForm, FormRule> = {
  'dossier-list': dossierList as FormRule,
  'transfer-list': transferList as FormRule,
  'dossier-contents': dossierContents as FormRule,
  'photos-2025': photos2025 as FormRule,
  'photos-2019': photos2019 as FormRule,
  'import-workbook': importWorkbook as FormRule,
  people: people as FormRule,
  events: events as FormRule,
  statistics: statistics as FormRule,
}
