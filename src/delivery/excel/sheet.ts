import type ExcelJS from 'exceljs'
import type { ColumnRule, DeliveryRules, LookRule } from '../rules'
import type { DeliveryWords } from '../words'
import {
  type CellValue,
  cellText,
  columnName,
  dayNumber,
  emptyCell,
  isPicture,
  type LinkValue,
  linesOf,
  linkFormulaCell,
  numberCell,
  type RowValues,
  relativeAddress,
  textCell,
} from './cells'
import type { PlacedPicture } from './drawing'
import { type CellLook, type LineLook, Looks } from './looks'
import type { StreamedSheet, StreamedWorkbook } from './workbook'

/** A text above or below the table, over some of its columns (from 1, both included). */
export interface Span extends LineLook {
  from: number
  to: number
  text: string
}

/** One line above or below the table. */
export interface Line {
  spans: Span[]
  /** Points; as high as its text needs where left out. */
  height?: number
}

/** What makes one sheet. */
export interface SheetPlan {
  name: string
  look: 'list' | 'form' | 'plain'
  orientation: 'portrait' | 'landscape'
  columns: ColumnRule[]
  /** Only so many columns go to the printer. */
  printColumns: number
  top: Line[]
  /** A row (1), (2) … under the head. */
  numbered: boolean
  filter: boolean
  /** Says in hidden cells what each column and row is, so that the sheet can come back corrected. */
  mark?: string
}

const lineHeight: Record<SheetPlan['look'], number> = { list: 14.5, form: 16, plain: 14.5 }
// Excel's own bound.
const tallest = 409
// Pixels at 96 dpi to points.
const perPixel = 0.75
// What a spreadsheet might take for a formula once somebody edits the cell.
const formulaLike = /^[=+\-@\t]/
/** Field of the hidden column with the marks of the records. */
export const markField = 'mark'
const markColumn: ColumnRule = { field: markField, title: '', width: 12, kind: 'code' }

/** One sheet: title lines, a head that stays and is repeated in print, rows as they come, closing lines. */
export class TableSheet {
  private readonly sheet: StreamedSheet
  private readonly looks: Looks
  private readonly columns: ColumnRule[]
  private readonly styles: Map<CellLook, number>[]
  private readonly names: string[]
  private readonly pictures: PlacedPicture[] = []
  private readonly headRow: number
  private readonly firstRow: number
  private readonly lineHeight: number
  private links = 0
  private count = 0
  /** Lines between the rows that are none. */
  private headings = 0

  constructor(
    private readonly workbook: StreamedWorkbook,
    private readonly plan: SheetPlan,
    private readonly rules: DeliveryRules['excel'],
    private readonly words: DeliveryWords,
  ) {
    const look = rules.looks[plan.look]
    this.columns = plan.mark === undefined ? plan.columns : [...plan.columns, markColumn]
    this.names = this.columns.map((_, index) => columnName(index + 1))
    this.styles = this.columns.map(() => new Map())
    this.lineHeight = lineHeight[plan.look]
    this.looks = new Looks({ ...look, font: rules.font, linkColour: rules.linkColour }, (style) =>
      workbook.styleId(style),
    )
    // A free line, or the one with the names of the fields.
    this.headRow = plan.top.length + (plan.top.length > 0 || plan.mark !== undefined ? 2 : 1)
    this.firstRow = this.headRow + (plan.numbered ? 2 : 1)
    this.sheet = workbook.addSheet(plan.name, {
      views: [
        {
          state: 'frozen',
          ySplit: this.firstRow - 1,
          xSplit: 0,
          topLeftCell: `A${this.firstRow}`,
          showGridLines: plan.look === 'plain',
        },
      ],
      properties: { defaultRowHeight: this.lineHeight },
      ...printSetUp(plan, look, rules.font),
    })
    this.sheet.frame.columns = this.columns.map(({ width, field }) => ({ width, hidden: field === markField }))
    for (const [index, line] of plan.top.entries()) this.line(index + 1, line)
    this.head()
  }

  /** How many rows stand in the sheet. */
  get rows(): number {
    return this.count
  }

  /** The address of a field's cell in the row to be added next. */
  addressOf(field: string): string {
    return `${this.names[this.columns.findIndex((column) => column.field === field)]}${this.nextRow}`
  }

  private get nextRow(): number {
    return this.firstRow + this.count + this.headings
  }

  add(values: RowValues): void {
    const number = this.nextRow
    this.count += 1
    let xml = ''
    let height = this.lineHeight + 3
    for (let index = 0; index < this.columns.length; index++) {
      const column = this.columns[index]!
      const value = values[column.field]
      xml += this.cell(index, column, number, value)
      height = Math.max(height, this.heightOf(value, column))
    }
    this.sheet.row(number, `<row r="${number}" ht="${Math.min(height, tallest)}" customHeight="1">${xml}</row>`)
  }

  /** A line among the rows with one bold text: what follows stands under it. */
  addHeading(field: string, text: string): void {
    const number = this.nextRow
    this.headings += 1
    const cells = this.columns.map((column, index) => {
      const address = `${this.names[index]}${number}`
      return column.field === field
        ? textCell(address, this.looks.heading(), cellText(text, this.rules.maxCharacters))
        : emptyCell(address, this.style(index, 'plain'))
    })
    const width = this.columns.find((column) => column.field === field)?.width ?? 1
    const height = Math.min(linesOf(text, width * 0.95) * this.lineHeight + 4, tallest)
    this.sheet.row(number, `<row r="${number}" ht="${height}" customHeight="1">${cells.join('')}</row>`)
  }

  /** Closing lines, filter over the rows, print area; nothing can be added afterwards. */
  close(lines: readonly Line[] = []): void {
    const last = Math.max(this.nextRow - 1, this.headRow)
    const gap = this.plan.look === 'plain' ? 0 : 1
    for (const [index, line] of lines.entries()) this.line(last + gap + 1 + index, line)
    const { frame } = this.sheet
    const print = columnName(Math.min(this.plan.printColumns, this.plan.columns.length))
    if (this.plan.filter) {
      const filterRow = this.firstRow - 1
      frame.autoFilter = `A${filterRow}:${this.names.at(-1)}${Math.max(last, filterRow)}`
    }
    frame.pageSetup.printArea = `A$1:${print}$${last + (lines.length > 0 ? gap + lines.length : 0)}`
    frame.pageSetup.printTitlesRow = `${this.headRow}:${this.firstRow - 1}`
    // Counters are text on purpose: no green corners.
    const all = `A${this.headRow}:${this.names.at(-1)}${last}`
    const ignored = `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors>`
    this.sheet.end(`${ignored}${this.workbook.addDrawing(this.sheet, this.pictures)}`)
  }

  private line(number: number, { spans, height }: Line): void {
    const { frame } = this.sheet
    const row = frame.getRow(number)
    let lines = 1
    for (const { from, to, text, ...look } of spans) {
      const cell = row.getCell(from)
      cell.value = cellText(text, this.rules.maxCharacters)
      cell.style = this.looks.line(look)
      if (to > from) frame.mergeCells(number, from, number, to)
      const width = this.columns.slice(from - 1, to).reduce((sum, column) => sum + column.width, 0)
      lines = Math.max(lines, linesOf(text, (width * 14) / (look.size ?? 12)))
    }
    row.height = height ?? Math.min(lines * (this.lineHeight + 2.5) + 1, tallest)
    row.commit()
  }

  private head(): void {
    const { frame } = this.sheet
    const { mark, numbered } = this.plan
    if (mark !== undefined) this.fieldNames(frame.getRow(this.headRow - 1), mark)
    const row = frame.getRow(this.headRow)
    const longest = Math.max(...this.plan.columns.map(({ title, width }) => headLines(title, width)))
    row.height = Math.max(2, longest) * this.lineHeight + 4
    for (const [index, { title }] of this.columns.entries()) {
      const cell = row.getCell(index + 1)
      cell.value = title === '' ? this.words.say('delivery.marks.column') : title
      cell.style = this.looks.head()
    }
    row.commit()
    if (!numbered) return
    const numbers = frame.getRow(this.headRow + 1)
    numbers.height = this.lineHeight + 2
    for (const index of this.plan.columns.keys()) {
      const cell = numbers.getCell(index + 1)
      cell.value = `(${index + 1})`
      cell.style = this.looks.numbering()
    }
    numbers.commit()
  }

  /** The hidden row that says which field a column is, wherever it is moved and whatever its title becomes. */
  private fieldNames(row: ExcelJS.Row, mark: string): void {
    for (const [index, { field }] of this.columns.entries()) {
      row.getCell(index + 1).value = field === markField ? mark : field
    }
    row.height = 3
    row.hidden = true
    row.commit()
  }

  private cell(index: number, column: ColumnRule, row: number, value: CellValue): string {
    const address = `${this.names[index]}${row}`
    if (value === null || value === undefined || value === '') return emptyCell(address, this.style(index, 'plain'))
    if (typeof value === 'number') return numberCell(address, this.style(index, 'plain'), value)
    if (typeof value === 'object') {
      if (!isPicture(value)) return this.link(index, address, value)
      this.pictures.push({ ...value, row: row - 1, column: index })
      return emptyCell(address, this.style(index, 'plain'))
    }
    const day = column.kind === 'date' && !column.asText ? dayNumber(value) : null
    if (day !== null) return numberCell(address, this.style(index, 'date'), day)
    const shown = column.kind === 'date' && isPartialDate.test(value) ? this.words.date(value) : value
    const text = cellText(shown, this.rules.maxCharacters)
    const look = column.kind !== 'text' || formulaLike.test(text) ? 'text' : 'plain'
    return textCell(address, this.style(index, look), text)
  }

  /** Excel refuses a sheet with more links than it can hold: the rest become formulas that link. */
  private link(index: number, address: string, { text, to }: LinkValue): string {
    const shown = cellText(text, this.rules.maxCharacters)
    const style = this.style(index, 'link')
    this.links += 1
    if (this.links > this.rules.maxLinks) {
      return linkFormulaCell(address, style, { text: shown, to }) ?? textCell(address, style, shown)
    }
    this.sheet.link(address, relativeAddress(to))
    return textCell(address, style, shown)
  }

  private style(index: number, look: CellLook): number {
    const styles = this.styles[index]!
    const known = styles.get(look)
    if (known !== undefined) return known
    const made = this.looks.cell(this.columns[index]!, look)
    styles.set(look, made)
    return made
  }

  private heightOf(value: CellValue, { width, field }: ColumnRule): number {
    if (field === markField || value === null || value === undefined || typeof value === 'number') return 0
    if (typeof value === 'object' && isPicture(value)) return value.height * perPixel + 6
    return linesOf(typeof value === 'string' ? value : value.text, width) * this.lineHeight + 3
  }
}

const isPartialDate = /^\d{4}(-\d\d){0,2}$/

/** Lines of a column's title: words are not broken. */
function headLines(title: string, width: number): number {
  let lines = 1
  let filled = 0
  for (const word of title.split(/[ \n]/)) {
    const length = word.length * 1.15
    if (filled > 0 && filled + length > width - 1.5) {
      lines += 1
      filled = 0
    }
    filled += length + 1
  }
  return lines
}

/** A4, as wide as the page, number centred in the top margin from page 2 on. */
function printSetUp(plan: SheetPlan, { marginsMm }: LookRule, font: string): Partial<ExcelJS.AddWorksheetOptions> {
  const inches = (mm: number) => Math.round((mm / 25.4) * 1000) / 1000
  const { top, bottom, left, right, header, footer } = marginsMm
  return {
    pageSetup: {
      paperSize: 9,
      orientation: plan.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: plan.look === 'form',
      margins: {
        top: inches(top),
        bottom: inches(bottom),
        left: inches(left),
        right: inches(right),
        header: inches(header),
        footer: inches(footer),
      },
    },
    headerFooter: { differentFirst: true, oddHeader: `&C&"${font},Regular"&13&P` },
  }
}
