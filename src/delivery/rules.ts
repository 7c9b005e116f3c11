import type { CatalogueSheet, CorrectedKind } from '#core/corrections/marks'
import type { ExcelForm } from '#core/model/forms'
import type { NumberWords } from '#core/text/numbers'
import catalogue from '#resources/delivery/catalogue.json'
import excel from '#resources/delivery/excel.json'
import lists from '#resources/delivery/lists.json'
import page from '#resources/delivery/page.json'
import pictures from '#resources/delivery/pictures.json'
import word from '#resources/delivery/word.json'
import { type FormRule, forms } from './excel/form-rules'
import { type WordFormRules, wordForms } from './word/forms/rules'

/** One paragraph style as the data file states it: points, millimetres, multiples of single spacing. */
export interface StyleRule {
  id: string
  name: string
  basedOn?: string
  next?: string
  size?: number
  bold?: boolean
  italic?: boolean
  align?: 'left' | 'center' | 'right' | 'both'
  firstLineMm?: number
  hangingMm?: number
  leftMm?: number
  rightMm?: number
  before?: number
  after?: number
  line?: number
  keepNext?: boolean
  keepLines?: boolean
  outline?: number
}

/** A column of a sheet: where its value comes from, what stands above it, how it is shown. */
export interface ColumnRule {
  field: string
  title: string
  /** In characters. */
  width: number
  kind: 'text' | 'code' | 'date' | 'number' | 'link' | 'picture'
  align?: 'left' | 'center' | 'right'
  /** Characters that the receiver's field takes. */
  max?: number
  /** The receiver refuses an empty cell: this stands there where we know nothing. */
  otherwise?: string
  /** A day as text: the receiver reads no dates. */
  asText?: boolean
  /** The kind of record that a corrected cell changes; columns without it are not read back. */
  edit?: CorrectedKind
}

/** A list of the window: its columns, and which of them the screen shows. */
export interface ListRule {
  file: string
  sheet: string
  title: string
  /** What its rows are, in the closing line. */
  unit: string
  shown: string[]
  columns: ColumnRule[]
}

/** How the sheets of a kind look. */
export interface LookRule {
  size: number
  titleSize: number
  headFill: string | null
  lineColour: string
  vertical: 'top' | 'middle'
  marginsMm: Record<'top' | 'bottom' | 'left' | 'right' | 'header' | 'footer', number>
}

/** Page, type and columns of all deliveries; offices and circulars differ, so all of it is data. */
export interface DeliveryRules {
  page: Omit<typeof page, 'numbers'> & { numbers: NumberWords }
  word: Omit<typeof word, 'styles'> & { styles: StyleRule[] }
  catalogue: { sheets: Record<CatalogueSheet, { printColumns: number; columns: ColumnRule[] }> }
  lists: Record<string, ListRule>
  forms: Record<ExcelForm, FormRule>
  excel: Omit<typeof excel, 'looks'> & { looks: Record<'list' | 'form' | 'plain', LookRule> }
  pictures: typeof pictures
  wordForms: WordFormRules
}

/** The rules shipped with the program (`resources/delivery`), used where a context brings none. */
export const shippedRules: DeliveryRules = {
  page: page as DeliveryRules['page'],
  word: word as DeliveryRules['word'],
  catalogue: catalogue as DeliveryRules['catalogue'],
  pictures,
  excel: excel as DeliveryRules['excel'],
  lists: lists.lists as Record<string, ListRule>,
  forms,
  wordForms,
}
