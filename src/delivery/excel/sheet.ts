import type ExcelJS from 'exceljs'
import { numberInWords } from '#core/text/numbers'
import type { DeliveryContext } from '../delivery'
import type { ColumnRule, DeliveryRules, SheetName } from '../rules'
import { type DeliveryWords, xmlText } from '../words'

/** A link to a file of the delivery, relative to the workbook. */
export interface LinkValue {
  text: string
  to: string
}

export type CellValue = string | number | LinkValue | null

/** One row: values by the fields of the data file; what a sheet has no column for is left out. */
export type RowValues = Record<string, CellValue>

const headRow = 5
const lineHeight = 14.5
// Excel's own bound.
const tallest = 409

/** One sheet of the catalogue: title lines, a head that stays and filters, rows, closing lines, print set-up. */
export class CatalogueSheet {
  private readonly sheet: ExcelJS.Worksheet
  private readonly columns: ColumnRule[]
  private readonly styles: Map<string, Partial<ExcelJS.Style>>
  private links = 0
  private count = 0

  constructor(
    book: ExcelJS.stream.xlsx.WorkbookWriter,
    private readonly name: SheetName,
    private readonly rules: DeliveryRules['catalogue'],
    private readonly words: DeliveryWords,
    context: DeliveryContext,
  ) {
    const { columns, printColumns } = rules.sheets[name]
    this.columns = columns
    this.styles = new Map()
    this.sheet = book.addWorksheet(words.say(`delivery.catalogue.sheet.${name}`), {
      views: [{ state: 'frozen', ySplit: headRow, xSplit: 0, topLeftCell: `A${headRow + 1}`, showGridLines: false }],
      properties: { defaultRowHeight: lineHeight },
      ...printSetUp(rules),
    })
    this.sheet.columns = columns.map(({ width }) => ({ width }))
    this.titleLines(Math.min(printColumns, columns.length), context)
    this.head()
  }

  /** How many rows stand in the sheet. */
  get rows(): number {
    return this.count
  }

  add(values: RowValues): void {
    const row = this.sheet.getRow(headRow + ++this.count)
    let lines = 1
    for (const [index, column] of this.columns.entries()) {
      const value = values[column.field]
      this.fill(row.getCell(index + 1), column, value)
      lines = Math.max(lines, linesOf(value, column.width))
    }
    row.height = Math.min(lines * lineHeight + 3, tallest)
    row.commit()
  }

  /** Closing lines, filter over the rows, print area; nothing can be added afterwards. */
  close(): void {
    const { say } = this.words
    const last = headRow + this.count
    const inWords = numberInWords(this.count)
    const lines = [
      say(`delivery.catalogue.closing.${this.name}`, { count: this.count }),
      say(`delivery.catalogue.closing.${this.name}InWords`, {
        words: inWords[0]!.toLocaleUpperCase('vi') + inWords.slice(1),
      }),
    ]
    for (const [index, text] of lines.entries()) {
      const cell = this.sheet.getRow(last + 2 + index).getCell(1)
      cell.value = text
      cell.style = { font: this.font({ italic: index > 0 }), alignment: { wrapText: false, vertical: 'middle' } }
    }
    const end = this.sheet.getColumn(this.columns.length).letter
    const printed = this.sheet.getColumn(
      Math.min(this.rules.sheets[this.name].printColumns, this.columns.length),
    ).letter
    this.sheet.autoFilter = `A${headRow}:${end}${Math.max(last, headRow)}`
    this.sheet.pageSetup.printArea = `A$1:${printed}$${last + 3}`
    this.sheet.pageSetup.printTitlesRow = `${headRow}:${headRow}`
    this.sheet.commit()
  }

  private titleLines(columns: number, { agency, fonds, archiveName }: DeliveryContext): void {
    const { say } = this.words
    const key = this.name === 'articles' ? 'title' : (`${this.name}Title` as const)
    const lines = [
      { text: agency.toLocaleUpperCase('vi'), font: { bold: true } },
      { text: say(`delivery.catalogue.${key}`), font: { bold: true, size: this.rules.titleSize } },
      {
        text: [archiveName, fonds === '' ? '' : say('delivery.catalogue.fonds', { fonds })].filter(Boolean).join(' – '),
        font: { italic: true },
      },
    ]
    for (const [index, { text, font }] of lines.entries()) {
      const row = this.sheet.getRow(index + 1)
      row.height = index === 1 ? 26 : 18
      const cell = row.getCell(1)
      cell.value = xmlText(text)
      cell.style = {
        font: this.font(font),
        alignment: { horizontal: index === 0 ? 'left' : 'center', vertical: 'middle' },
      }
      if (index > 0) this.sheet.mergeCells(index + 1, 1, index + 1, columns)
    }
  }

  private head(): void {
    const row = this.sheet.getRow(headRow)
    const longest = Math.max(...this.columns.map(({ title, width }) => Math.ceil((title.length * 1.15) / (width - 2))))
    row.height = Math.max(2, Math.min(longest, 4)) * lineHeight + 4
    for (const [index, { title }] of this.columns.entries()) {
      const cell = row.getCell(index + 1)
      cell.value = title
      cell.style = {
        font: this.font({ bold: true }),
        alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
        fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: this.rules.headFill } },
        border: this.border(),
      }
    }
    row.commit()
  }

  private fill(cell: ExcelJS.Cell, column: ColumnRule, value: CellValue | undefined): void {
    if (value === null || value === undefined || value === '') {
      cell.style = this.style(column, 'plain')
    } else if (typeof value === 'object') {
      this.link(cell, column, value)
    } else if (typeof value === 'number') {
      cell.value = value
      cell.style = this.style(column, 'plain')
    } else if (column.kind === 'date' && wholeDate.test(value)) {
      cell.value = new Date(`${value}T00:00:00Z`)
      cell.style = this.style(column, 'date')
    } else {
      const text = cellText(column.kind === 'date' ? this.words.date(value) : value, this.rules.maxCharacters)
      cell.value = text
      cell.style = this.style(column, column.kind !== 'text' || formulaLike.test(text) ? 'text' : 'plain')
    }
  }

  /** Excel refuses a sheet with more links than it can hold: the rest keep the path as text. */
  private link(cell: ExcelJS.Cell, column: ColumnRule, { text, to }: LinkValue): void {
    this.links += 1
    const shown = cellText(text, this.rules.maxCharacters)
    cell.value = this.links > this.rules.maxLinks ? shown : { text: shown, hyperlink: relativeAddress(to) }
    cell.style = this.style(column, 'link')
  }

  /** One style object per look, so that the workbook's style table stays small. */
  private style(column: ColumnRule, look: 'plain' | 'text' | 'date' | 'link'): Partial<ExcelJS.Style> {
    const align = alignOf(column)
    const key = `${look} ${align}`
    const known = this.styles.get(key)
    if (known) return known
    const made: Partial<ExcelJS.Style> = {
      font: this.font(look === 'link' ? { underline: true, color: { argb: this.rules.linkColour } } : {}),
      alignment: { vertical: 'top', wrapText: true, horizontal: align },
      border: this.border(),
      ...(look === 'date' ? { numFmt: 'dd/mm/yyyy' } : look === 'text' ? { numFmt: '@' } : {}),
    }
    this.styles.set(key, made)
    return made
  }

  private font(more: Partial<ExcelJS.Font>): Partial<ExcelJS.Font> {
    return { name: this.rules.font, size: this.rules.size, ...more }
  }

  private border(): Partial<ExcelJS.Borders> {
    const line = { style: 'thin', color: { argb: this.rules.lineColour } } as const
    return { top: line, bottom: line, left: line, right: line }
  }
}

/** Lines a wrapped text takes: not every program works row heights out for itself. */
function linesOf(value: CellValue | undefined, width: number): number {
  const text = typeof value === 'string' ? value : typeof value === 'object' && value ? value.text : ''
  return text
    .normalize('NFC')
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * fill))), 0)
}

// How much of a line of its width in digits Vietnamese text fills on average, with what wrapping loses.
const fill = 1.12

const wholeDate = /^\d{4}-\d\d-\d\d$/
// What a spreadsheet might take for a formula once somebody edits the cell.
const formulaLike = /^[=+\-@\t]/

function alignOf({ align, kind }: ColumnRule): 'left' | 'center' | 'right' {
  return align ?? (kind === 'date' ? 'center' : 'left')
}

/** Fit for a cell: bounded, and `_x0041_` stays what it says instead of becoming a letter (ECMA-376, 22.9.2.19). */
function cellText(text: string, maxCharacters: number): string {
  const clean = xmlText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return clean.length <= maxCharacters ? clean : `${clean.slice(0, maxCharacters)}…`
}

/** A relative path as a link holds it: each name percent-encoded, so that letters, spaces, # and % survive. */
function relativeAddress(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

/** A4 landscape, as wide as the page, number centred in the top margin from page 2 on. */
function printSetUp({ marginsMm, font }: DeliveryRules['catalogue']): Partial<ExcelJS.AddWorksheetOptions> {
  const inches = (mm: number) => Math.round((mm / 25.4) * 1000) / 1000
  const { top, bottom, left, right, header, footer } = marginsMm
  return {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: {
        top: inches(top),
        bottom: inches(bottom),
        left: inches(left),
        right: inches(right),
        header: inches(header),
        footer: inches(footer),
      },
    },
    headerFooter: { differentFirst: true, oddHeader: `&C&"${font},Regular"&12&P` },
  }
}
