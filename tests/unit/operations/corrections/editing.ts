import ExcelJS from 'exceljs'

/** A workbook as a person's program opens it: another library than the one that wrote it rows. */
export async function edited(path: string, change: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  change(book)
  const target = path.replace(/\.xlsx$/, ` sửa ${edits++}.xlsx`)
  await book.xlsx.writeFile(target)
  return target
}

let edits = 1

/** The cell of a column, by its title, in the row whose column `by` says `text`. */
export function cellOf(sheet: ExcelJS.Worksheet, title: string, by: string, text: string): ExcelJS.Cell {
  const head = rowWith(sheet, title)
  const column = (name: string) => {
    let found = 0
    sheet.getRow(head).eachCell((cell, number) => {
      if (cell.value === name) found = number
    })
    if (found === 0) throw new Error(`no column ${name}`)
    return found
  }
  for (let row = head + 1; row <= sheet.rowCount; row++) {
    if (sheet.getRow(row).getCell(column(by)).text === text) return sheet.getRow(row).getCell(column(title))
  }
  throw new Error(`no row with ${text}`)
}

/** The number of the first row that has a text in one of its cells. */
export function rowWith(sheet: ExcelJS.Worksheet, text: string): number {
  for (let row = 1; row <= sheet.rowCount; row++) {
    let found = false
    sheet.getRow(row).eachCell((cell) => {
      if (cell.value === text) found = true
    })
    if (found) return row
  }
  throw new Error(`no row with ${text}`)
}
