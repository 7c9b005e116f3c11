import { formatOfficialDate } from '#core/text/dates'
import type { ColumnRule, DeliveryRules } from '../rules'
import type { FormRule } from './form-rules'
import type { Line, Span } from './sheet'

/** What a form says around its table; what is not known is left to be filled in by hand. */
export interface FormOptions {
  /** The body above the agency, where it has one. */
  parentAgency: string
  unit: string
  year: string | null
  /** For the line of place and date. */
  place: string
  signedOn: string | null
  /** Under the signature blocks, in their order. */
  signers: string[]
  /** Mã cơ quan lưu trữ. */
  agencyCode: string
}

export type FormValues = Record<string, string | null>

const blank = '……………'
const signingLines = 4

/**
 * A text with its `{values}` put in. A line that would hold nothing but an unknown value is null; in the
 * middle of words dots stand for it.
 */
export function filled(text: string, values: FormValues): string | null {
  const only = /^\{(\w+)\}$/.exec(text)
  if (only && !values[only[1]!]) return null
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] || blank)
}

/** The lines above a form's table: agency, national motto, title. */
export function topLines(
  form: FormRule,
  sheet: { title: string[]; under: string[] },
  columns: ColumnRule[],
  agency: { parent: string; name: string },
  values: FormValues,
  rules: DeliveryRules,
): Line[] {
  if (form.look === 'plain') return []
  const to = columns.length
  const { titleSize } = rules.excel.looks.form
  const centred = (text: string, more: Partial<Span>): Line => ({
    spans: [{ from: 1, to, text, align: 'center', ...more }],
  })
  const present = (texts: string[]) => texts.flatMap((text) => filled(text, values) ?? [])
  return [
    ...agencyLines(form, columns, agency, rules),
    { height: 8, spans: [] },
    ...present(sheet.title).map((text, index) => centred(text, { bold: true, size: index === 0 ? titleSize : 13 })),
    ...present(sheet.under).map((text) => centred(text, { italic: text.startsWith('('), size: 13 })),
  ]
}

/** Agency to the left, Quốc hiệu and Tiêu ngữ to the right (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
function agencyLines(
  { national }: FormRule,
  columns: ColumnRule[],
  { parent, name }: { parent: string; name: string },
  rules: DeliveryRules,
): Line[] {
  const split = national ? columnAt(columns, 0.42) : columns.length
  const left = [
    ...(parent === '' ? [] : [{ text: parent.toLocaleUpperCase('vi'), bold: false }]),
    { text: name.toLocaleUpperCase('vi'), bold: true },
  ]
  const { name: state, motto } = rules.page.national
  const right = national ? [{ text: state }, { text: motto, underline: true, size: 13 }] : []
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const spans: Span[] = []
    const [a, b] = [left[index], right[index]]
    if (a) spans.push({ from: 1, to: split, align: national ? 'center' : 'left', size: 12, ...a })
    if (b) spans.push({ from: split + 1, to: columns.length, align: 'center', bold: true, size: 12, ...b })
    return { spans }
  })
}

/** The lines below: totals, place and date, who signs. */
export function closingLines(
  form: FormRule,
  closing: string[],
  columns: ColumnRule[],
  options: FormOptions,
  values: FormValues,
): Line[] {
  const to = columns.length
  const totals: Line[] = closing.flatMap((text, index) => {
    const said = filled(text, values)
    return said === null ? [] : [{ spans: [{ from: 1, to, text: said, italic: index > 0 }] }]
  })
  const { signatures } = form
  if (!signatures) return totals
  const from = columnAt(columns, 0.55) + 1
  const right = (text: string, more: Partial<Span>): Line => ({
    spans: [{ from, to, text, align: 'center', ...more }],
  })
  const blocks = signatures.blocks.flatMap(({ title, hint }, index) => [
    right(title, { bold: true }),
    right(hint, { italic: true }),
    ...Array.from({ length: signingLines }, () => ({ height: 16, spans: [] })),
    right(options.signers[index] ?? '', { bold: true }),
  ])
  return [...totals, { height: 8, spans: [] }, right(placeAndDate(options), { italic: true }), ...blocks]
}

function placeAndDate({ place, signedOn }: FormOptions): string {
  const date = signedOn ? formatOfficialDate(signedOn) : 'ngày …… tháng …… năm ………'
  return `${place || blank}, ${date}`
}

// What the longest line beside the table needs, in characters.
const signatureWidth = 42

/** The column after which the rest holds about so much less than the whole width, and a signature at least. */
function columnAt(columns: ColumnRule[], share: number): number {
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  let reached = 0
  let chosen = 1
  for (const [index, { width }] of columns.entries()) {
    reached += width
    if (index > 0 && all - reached < signatureWidth) break
    chosen = index + 1
    if (reached >= all * share) break
  }
  return Math.min(chosen, columns.length - 1)
}
