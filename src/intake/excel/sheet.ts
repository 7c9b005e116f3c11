import { KhoError } from '#core/errors'
import type { Part } from '../word/container'
import { type Attributes, parseXml, type XmlHandler } from '../word/xml'
import { dayOf, plainNumber } from './formats'
import { RunText, unescaped } from './strings'

/** A cell with something in it. */
export interface CellRead {
  /** From 1. */
  column: number
  text: string
  /** The day, where the cell is one. */
  date?: string
  /** An error such as `#REF!`, or the value that a formula had when it was saved. */
  kind?: 'error' | 'formula'
}

export interface RowRead {
  number: number
  cells: CellRead[]
}

/** What all sheets of a workbook share. */
export interface Shared {
  strings: string[]
  days: boolean[]
  from1904: boolean
  /** Cells that may still be read. */
  budget: { cells: number }
}

const mostRows = 1_048_576
const mostColumns = 16_384

/**
 * The rows of a sheet that have anything in them (ECMA-376, 18.3.1). Numbers and addresses may be missing, as some
 * writers leave them out; those beyond what a sheet can have are counted and left out.
 * @throws KhoError file-hostile for more cells than we take, and as `parseXml`
 */
export async function readSheet(
  part: Part,
  shared: Shared,
  file: string,
): Promise<{ rows: RowRead[]; outside: number }> {
  const reader = new SheetReader(shared, file)
  await parseXml(part.chunks(), reader, file)
  return { rows: reader.rows, outside: reader.outside }
}

class SheetReader implements XmlHandler {
  readonly rows: RowRead[] = []
  outside = 0
  private row: RowRead | null = null
  private nextRow = 1
  private column = 0
  private cell: { attributes: Attributes; value: string; formula: boolean } | null = null
  private inValue = false
  private readonly run = new RunText()

  constructor(
    private readonly shared: Shared,
    private readonly file: string,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.beginRow(attributes)
    else if (name === 'c' && this.row) this.beginCell(attributes)
    else if (this.cell && name === 'v') this.inValue = true
    else if (this.cell && name === 'f') this.cell.formula = true
    else if (this.cell) this.run.enter(name)
  }

  close(name: string): void {
    if (name === 'row') this.endRow()
    else if (name === 'c') this.endCell()
    else if (name === 'v') this.inValue = false
    else if (this.cell) this.run.leave(name)
  }

  text(value: string): void {
    if (!this.cell) return
    if (this.inValue) this.cell.value += value
    else this.run.add(value)
  }

  private beginRow({ r }: Attributes): void {
    const number = r === undefined ? this.nextRow : Number(r)
    const fits = Number.isInteger(number) && number >= 1 && number <= mostRows
    if (!fits) this.outside += 1
    this.row = fits ? { number, cells: [] } : null
    this.column = 0
    if (fits) this.nextRow = number + 1
  }

  private endRow(): void {
    if (this.row && this.row.cells.length > 0) this.rows.push(this.row)
    this.row = null
  }

  private beginCell(attributes: Attributes): void {
    this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r)
    this.cell = { attributes, value: '', formula: false }
    this.run.take()
  }

  private endCell(): void {
    const { cell, row, column } = this
    this.cell = null
    this.inValue = false
    if (!cell || !row) return
    const read = this.valueOf(cell)
    if (read.text === '') return
    if (column < 1 || column > mostColumns) {
      this.outside += 1
      return
    }
    this.shared.budget.cells -= 1
    if (this.shared.budget.cells < 0) throw new KhoError('file-unpacks-too-large', { file: this.file })
    row.cells.push({ column, ...read })
  }

  private valueOf({ attributes, value, formula }: NonNullable<SheetReader['cell']>): Omit<CellRead, 'column'> {
    const kind = formula ? { kind: 'formula' as const } : {}
    switch (attributes.t) {
      case 's':
        return { text: this.shared.strings[Number(value)] ?? '' }
      case 'inlineStr':
        return { text: this.run.take() }
      case 'str':
        return { text: unescaped(value), ...kind }
      case 'b':
        return { text: value === '1' ? 'TRUE' : 'FALSE', ...kind }
      case 'e':
        return { text: value, kind: 'error' }
      case 'd':
        return { text: value, date: value.slice(0, 10), ...kind }
      default:
        return { ...this.number(value, Number(attributes.s ?? 0)), ...kind }
    }
  }

  private number(value: string, style: number): Omit<CellRead, 'column'> {
    const text = plainNumber(value)
    const date = this.shared.days[style] && text !== '' ? dayOf(Number(value), this.shared.from1904) : null
    return date === null ? { text } : { text, date }
  }
}

/** The column of an address: AA7 → 27; 0 where it is none. */
function columnOf(address: string): number {
  const letters = /^\$?([A-Za-z]{1,3})\$?\d+$/.exec(address)?.[1]
  if (!letters) return 0
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
