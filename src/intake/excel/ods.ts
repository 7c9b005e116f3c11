import { KhoError } from '#core/errors'
import type { SheetRead } from '../protocol'
import type { Container } from '../word/container'
import { type Attributes, parseXml, type XmlHandler } from '../word/xml'
import type { CellRead, RowRead } from './sheet'

const mostRows = 1_048_576
const mostColumns = 16_384
// Cells of one content beside each other are rare; thousands of them are no text of a person.
const mostRepeated = 1_000

/**
 * The sheets of an OpenDocument spreadsheet (OpenDocument 1.3, part 3, 9.1), as LibreOffice saves one.
 * @throws KhoError file-unpacks-too-large, and as `parseXml`
 */
export async function readOds(container: Container, budget: { cells: number }, file: string): Promise<SheetRead[]> {
  const part = container.part('content.xml')
  if (!part) throw new KhoError('file-damaged', { file })
  const reader = new OdsReader(budget, file)
  await parseXml(part.chunks(), reader, file)
  return reader.sheets
}

class OdsReader implements XmlHandler {
  readonly sheets: SheetRead[] = []
  private rowNumber = 0
  private row: RowRead | null = null
  private rowRepeated = 1
  private column = 0
  private cell: { attributes: Attributes; lines: string[]; aside: number } | null = null

  constructor(
    private readonly budget: { cells: number },
    private readonly file: string,
  ) {}

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'table:table':
        this.sheets.push({ name: attributes.name ?? '', rows: [] })
        this.rowNumber = 0
        return
      case 'table:table-row':
        this.row = { number: this.rowNumber + 1, cells: [] }
        this.rowRepeated = countOf(attributes['number-rows-repeated'])
        this.column = 0
        return
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.cell = { attributes, lines: [], aside: 0 }
        return
      case 'office:annotation':
        if (this.cell) this.cell.aside += 1
        return
      case 'text:p':
        if (this.cell?.aside === 0) this.cell.lines.push('')
        return
      case 'text:line-break':
        this.text('\n')
        return
      case 'text:s':
        this.text(' '.repeat(Math.min(countOf(attributes.c), mostRepeated)))
        return
      case 'text:tab':
        this.text('\t')
    }
  }

  close(name: string): void {
    if (name === 'office:annotation' && this.cell) this.cell.aside -= 1
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.endCell()
    else if (name === 'table:table-row') this.endRow()
  }

  text(value: string): void {
    if (!this.cell || this.cell.aside > 0 || this.cell.lines.length === 0) return
    this.cell.lines[this.cell.lines.length - 1] += value
  }

  private endCell(): void {
    const { cell, row } = this
    this.cell = null
    if (!cell || !row) return
    const repeated = countOf(cell.attributes['number-columns-repeated'])
    const read = odsValue(cell)
    for (let nth = 1; read && nth <= Math.min(repeated, mostRepeated); nth++) {
      if (this.column + nth > mostColumns) break
      this.budget.cells -= 1
      if (this.budget.cells < 0) throw new KhoError('file-unpacks-too-large', { file: this.file })
      row.cells.push({ column: this.column + nth, ...read })
    }
    this.column += repeated
  }

  private endRow(): void {
    const { row } = this
    this.row = null
    if (row && row.cells.length > 0 && row.number <= mostRows) this.sheets.at(-1)?.rows.push(row)
    this.rowNumber += this.rowRepeated
  }
}

function odsValue({ attributes, lines }: { attributes: Attributes; lines: string[] }): Omit<CellRead, 'column'> | null {
  const shown = lines.join('\n')
  const kind = attributes.formula ? { kind: 'formula' as const } : {}
  const date = attributes['date-value']
  if (attributes['value-type'] === 'date' && date) return { text: shown || date, date: date.slice(0, 10), ...kind }
  return shown === '' ? null : { text: shown, ...kind }
}

function countOf(text: string | undefined): number {
  const count = Number(text ?? 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}
