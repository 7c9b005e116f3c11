import { xmlText } from '../words'

/** A link to a file of the delivery, relative to the workbook. */
export interface LinkValue {
  text: string
  to: string
}

/** A small picture in a cell. */
export interface PictureValue {
  jpeg: Uint8Array
  width: number
  height: number
  alt: string
}

export type CellValue = string | number | LinkValue | PictureValue | null | undefined

/** One row: values by the fields of the data file; what a sheet has no column for is left out. */
export type RowValues = Record<string, CellValue>

export const isPicture = (value: CellValue): value is PictureValue =>
  typeof value === 'object' && value !== null && 'jpeg' in value

const needsCare = /[^\x20-\x25\x27-\x3b\x3d\x3f-\x5e\x60-\x7e\u00a0-\u02ff\u1ea0-\u1ef9\u2010-\u2026\n]/

/** Fit for a cell: bounded, and `_x0041_` stays what it says instead of becoming a letter (ECMA-376, 22.9.2.19). */
export function cellText(text: string, maxCharacters: number): string {
  // Nearly all text is letters in NFC already: one look spares four.
  const clean = needsCare.test(text) ? xmlText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text
  return clean.length <= maxCharacters ? clean : `${clean.slice(0, maxCharacters)}…`
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as XML holds it in elements and attributes. */
export function escaped(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => escapes[character]!) : text
}

/** A text cell: never a formula, whatever it begins with. */
export const textCell = (address: string, style: number, text: string): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

export const numberCell = (address: string, style: number, value: number): string =>
  `<c r="${address}" s="${style}"><v>${value}</v></c>`

export const emptyCell = (address: string, style: number): string => `<c r="${address}" s="${style}"/>`

// Excel refuses a longer text inside a formula, and a longer formula.
const longestLiteral = 255
const longestFormula = 8000

/** A link as a formula, for what is beyond Excel's bound on links of a sheet; null where it does not fit in one. */
export function linkFormulaCell(address: string, style: number, { text, to }: LinkValue): string | null {
  const formula = `HYPERLINK(${literal(to)},${literal(text)})`
  if (formula.length > longestFormula) return null
  return `<c r="${address}" s="${style}" t="str"><f>${escaped(formula)}</f><v>${escaped(text)}</v></c>`
}

function literal(text: string): string {
  const pieces = text.match(new RegExp(`.{1,${longestLiteral}}`, 'gsu')) ?? ['']
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join('&')
}

const firstSafeDay = '1900-03-01'
const wholeDay = /^\d{4}-\d\d-\d\d$/

/** The number Excel keeps a day as, in its 1900 system; null for what is no whole day, or one that system miscounts. */
export function dayNumber(date: string): number | null {
  if (!wholeDay.test(date) || date < firstSafeDay) return null
  const ms = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)))
  return ms / 86_400_000 + 25_569
}

/** A relative path as a link holds it: each name percent-encoded, so that letters, spaces, # and % survive. */
export function relativeAddress(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

// How much of a line of its width in digits Vietnamese text fills on average, with what wrapping loses.
const fill = 1.12

/** Lines a wrapped text takes: not every program works row heights out for itself. */
export function linesOf(text: string, width: number): number {
  const perLine = width * fill
  if (text.length <= perLine && !text.includes('\n')) return 1
  return text
    .normalize('NFC')
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0)
}

/** Letters of a column: 1 → A, 27 → AA. */
export function columnName(index: number): string {
  const rest = (index - 1) % 26
  const before = Math.floor((index - 1) / 26)
  return `${before > 0 ? columnName(before) : ''}${String.fromCharCode(65 + rest)}`
}
