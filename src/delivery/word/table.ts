import {
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { DeliveryRules } from '../rules'
import { blocksOf, taking } from './layout/blocks'
import { heightOf } from './layout/fill'
import { looksOf } from './layout/type'
import { points } from './layout/units'
import { styled, textWidth } from './parts'
import type { StyleId } from './styles'

/** A paragraph of a cell. */
export type CellLine = [style: StyleId, text: string] | ((keepNext: boolean) => Paragraph)
export type Cell = CellLine[]

/** What a table over the width of the text holds. */
export interface TableContent {
  /** Shares of the width. */
  widths: readonly number[]
  /** Rows repeated on every page. */
  head?: Cell[][]
  rows: Cell[][]
  /** Thin grey lines, the black ones of forms, or none. */
  lines?: 'thin' | 'form' | 'none'
  /** Not parted by the end of a page where it fits on one. */
  together?: boolean
  /** No row is parted by the end of a page, however long. */
  wholeRows?: boolean
  /** Text in the middle of the height of its row. */
  middle?: boolean
}

const line = {
  thin: { style: BorderStyle.SINGLE, size: 4, color: 'A0A0A0' },
  form: { style: BorderStyle.SINGLE, size: 4, color: '000000' },
  none: { style: BorderStyle.NONE, size: 0, color: 'auto' },
} as const

/** A table over the width of the text. A row of a few lines is not parted by the end of a page. */
export function table(rules: DeliveryRules, content: TableContent): Table {
  const made = tableOf(rules, content, false)
  if (!content.together) return made
  const height = heightOf(blocksOf([made]) ?? [], looksOf(rules))
  return height !== null && height < fullPage(rules) * most ? tableOf(rules, content, true) : made
}

// What is longer than this leaves too much of the page before empty.
const most = 0.7

function fullPage({ page }: DeliveryRules): number {
  return points(page.paper.heightMm) - points(page.marginsMm.top) - points(page.marginsMm.bottom)
}

function tableOf(rules: DeliveryRules, content: TableContent, together: boolean): Table {
  const { widths, head = [], rows, lines = 'thin', middle = false } = content
  const whole = (row: Paragraph[][]) => together || content.wholeRows === true || short(row)
  const total = widths.reduce((sum, width) => sum + width, 0)
  const columnWidths = widths.map((width) => Math.round((textWidth(rules) * width) / total))
  const padding = lines === 'none' ? 0 : cellPadding
  const headRows = head.map((row) => paragraphs(row, true))
  const bodyRows = rows.map((row, index) => paragraphs(row, together && index < rows.length - 1))
  const cells = (row: Paragraph[][]) =>
    row.map((children, column) => {
      const width = { size: columnWidths[column]!, type: WidthType.DXA }
      return new TableCell({ width, children, ...(middle ? { verticalAlign: VerticalAlignTable.CENTER } : {}) })
    })
  const rule = line[lines]
  const made = new Table({
    width: { size: textWidth(rules), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { left: padding, right: padding, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: [
      ...headRows.map((row) => new TableRow({ tableHeader: true, cantSplit: true, children: cells(row) })),
      ...bodyRows.map((row) => new TableRow({ cantSplit: whole(row), children: cells(row) })),
    ],
  })
  const taken = (row: Paragraph[][]) => ({
    cells: row.map((cell) => blocksOf(cell) ?? []),
    whole: whole(row),
  })
  return taking(made, {
    kind: 'table',
    columnWidths: columnWidths.map((width) => width / 20),
    padding: padding / 20,
    head: headRows.map(taken),
    rows: bodyRows.map(taken),
    together,
  })
}

const cellPadding = 80

/** A long list may go over the page; a few lines stay together. */
const short = (row: Paragraph[][]) => row.every((cell) => cell.length <= 4)

function paragraphs(row: Cell[], keepNext: boolean): Paragraph[][] {
  return row.map((cell) => {
    // A cell without a paragraph is none that Word opens.
    const lines: Cell = cell.length > 0 ? cell : [['CellText', '']]
    return lines.map((one) => (typeof one === 'function' ? one(keepNext) : styled(one[0], one[1], { keepNext })))
  })
}
