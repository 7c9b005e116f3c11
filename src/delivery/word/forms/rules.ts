import type { ExcelForm } from '#core/model/forms'
import words from '#resources/delivery/word-forms.json'
import type { DeliveryRules } from '../../rules'
import type { StyleId } from '../styles'

/** A line of a form: an ICU message, once, once for each entry of a list, or only where a text is known. */
export interface FormLine {
  style: StyleId
  text: string
  each?: string
  when?: string
}

/** One side of the table of signatures; null leaves it empty. */
export interface SignatureRule {
  above?: string
  title: string
  hint: string
  name: string
}

/** A column of a form's table; its width as a share of the text's. */
export interface FormColumn {
  field: string
  title: string
  width: number
  align?: string
}

/** The table of a form: columns of its own, or those of the same form as a workbook in widths of its own. */
export interface WordTableRule {
  numbered: boolean
  columns?: FormColumn[]
  columnsOf?: ExcelForm
  widths?: number[]
}

/** An official form as the data file states it. */
export interface WordFormRule {
  /** Name of the file. */
  file: string
  number: boolean
  placeDate: boolean
  before: FormLine[]
  table?: WordTableRule
  after: FormLine[]
  signatures: (SignatureRule | null)[]
}

export type WordFormName = keyof typeof words.forms

/** Forms, covers and sheets of Word deliveries. */
export type WordFormRules = Omit<typeof words, 'forms' | 'cover' | 'blanks'> & {
  forms: Record<WordFormName, WordFormRule>
  cover: { upper: FormLine[]; lower: { left: string[]; right: FormLine[] } }
  blanks: Record<string, string>
}

/** The forms shipped with the program. */
export const wordForms = words as unknown as WordFormRules

/** The columns of a form's table. */
export function columnsOf({ columns, columnsOf, widths }: WordTableRule, rules: DeliveryRules): FormColumn[] {
  if (columns) return columns
  const sheet = columnsOf && rules.forms[columnsOf].sheets[0]
  return (sheet?.columns ?? []).map((column, index) => ({ ...column, width: widths?.[index] ?? 1 }))
}
