import { type CatalogueSheet, type MarkedRecord, readRowMark, readSheetMark } from '#core/corrections/marks'
import { KhoError } from '#core/errors'
import { columnName } from '#delivery/excel/cells'
import { markField } from '#delivery/excel/sheet'
import { type ColumnRule, shippedRules } from '#delivery/rules'
import type { CellRead, RowRead, SheetRead, WorkbookRead } from '#intake/protocol'

/** A row of a catalogue's sheet: the records it names, and its cells by field. */
export interface CorrectedRow {
  sheet: CatalogueSheet
  /** As the sheet is called now. */
  name: string
  number: number
  records: MarkedRecord[] | null
  cell(field: string): CellRead | null
  address(field: string): string
}

/** A sheet of a catalogue found again in a workbook. */
export interface CorrectedSheet {
  sheet: CatalogueSheet
  name: string
  /** Fields that have a column, wherever it stands now. */
  columns: ColumnRule[]
  rows: CorrectedRow[]
}

/**
 * Finds the sheets of a working catalogue by their hidden marks, whatever they are called, moved or sorted now.
 * @throws KhoError corrections-no-marks where no sheet has any, corrections-other-archive
 */
export function cataloguesIn({ sheets }: WorkbookRead, file: string, archive: string): CorrectedSheet[] {
  const found = sheets.flatMap((sheet) => correctedSheet(sheet) ?? [])
  if (found.length === 0) throw new KhoError('corrections-no-marks', { file })
  if (found.some((sheet) => sheet.archive !== archive)) throw new KhoError('corrections-other-archive', { file })
  return found
}

function correctedSheet({ name, rows }: SheetRead): (CorrectedSheet & { archive: string }) | null {
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) {
      const mark = readSheetMark(cell.text)
      if (!mark) continue
      const places = placesOf(row, mark.sheet, cell.column)
      const columns = shippedRules.catalogue.sheets[mark.sheet].columns.filter(({ field }) => places.has(field))
      const read = rows.slice(index + 1).map((below) => correctedRow(below, mark.sheet, name, places))
      return { sheet: mark.sheet, archive: mark.archive, name, columns, rows: read }
    }
  }
  return null
}

/** The column of each field, by the hidden row of names; a column inserted since has none. */
function placesOf(row: RowRead, sheet: CatalogueSheet, markColumn: number): Map<string, number> {
  const known = new Set(shippedRules.catalogue.sheets[sheet].columns.map(({ field }) => field))
  const places = new Map([[markField, markColumn]])
  // A column copied as a whole has its name twice: the first is the one we wrote.
  for (const { column, text } of row.cells) if (known.has(text) && !places.has(text)) places.set(text, column)
  return places
}

function correctedRow(
  row: RowRead,
  sheet: CatalogueSheet,
  name: string,
  places: ReadonlyMap<string, number>,
): CorrectedRow {
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]))
  const cell = (field: string) => cells.get(places.get(field) ?? 0) ?? null
  const mark = cell(markField)
  return {
    sheet,
    name,
    number: row.number,
    records: mark ? readRowMark(mark.text) : null,
    cell,
    address: (field) => `${columnName(places.get(field) ?? 1)}${row.number}`,
  }
}

/** The columns of a sheet whose cells are read back. */
export const editable = (sheet: CatalogueSheet): ColumnRule[] =>
  shippedRules.catalogue.sheets[sheet].columns.filter(({ edit }) => edit !== undefined)

/**
 * True for a row that somebody added: something stands in a column that can be corrected. The head is none, nor is
 * a line over several columns, whose text some programs put into each of them.
 */
export function isNewRow({ columns }: CorrectedSheet, row: CorrectedRow): boolean {
  const filled = columns.flatMap(({ field, edit, title }) => {
    const text = edit && row.cell(field)?.text
    return text && text !== title ? [text] : []
  })
  return filled.length > 0 && (filled.length === 1 || new Set(filled).size > 1)
}
