import { KhoError } from '#core/errors'
import type { WorkbookRead } from '../protocol'
import { sniff } from '../sniff'
import type { Warnings } from '../warnings'
import { type Container, openContainer } from '../word/container'
import { relationshipsOf } from '../word/relationships'
import { parseXml } from '../word/xml'
import { dayStyles } from './formats'
import { readOds } from './ods'
import { readSheet, type Shared } from './sheet'
import { sharedStrings } from './strings'

const mostCells = 6_000_000
const mostSheets = 1_000

/**
 * The cells of a workbook (.xlsx, .xlsm, .ods) as values: no formula is run, no link followed. Only streams, so that
 * memory follows what is in the cells and not what a file claims.
 * @throws KhoError file-empty, file-encrypted, file-type-mismatch, file-damaged, file-hostile, file-unpacks-too-large
 */
export async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  limits: { unpackedBytes: number },
  warnings: Warnings,
): Promise<Pick<WorkbookRead, 'sheets'>> {
  if (bytes.length === 0) throw new KhoError('file-empty', { file: name })
  const sniffed = sniff(bytes, name)
  if (sniffed.kind !== 'zip') {
    throw new KhoError('file-type-mismatch', { file: name, args: { actual: sniffed.name || '?' } })
  }
  const container = await openContainer(bytes, limits, name)
  const budget = { cells: mostCells }
  if (!container.part('[Content_Types].xml') && container.part('content.xml')) {
    return { sheets: await readOds(container, budget, name) }
  }
  const book = await bookOf(container, name)
  const shared: Shared = {
    strings: await sharedStrings(book.strings === null ? null : container.part(book.strings), name),
    days: await dayStyles(container, book.styles, name),
    from1904: book.from1904,
    budget,
  }
  const sheets: WorkbookRead['sheets'] = []
  for (const sheet of book.sheets) {
    const part = container.part(sheet.part)
    if (!part) {
      warnings.add('sheet-missing', { sheet: sheet.name })
      continue
    }
    const { rows, outside } = await readSheet(part, shared, name)
    if (outside > 0) warnings.add('cells-outside', { sheet: sheet.name, count: String(outside) })
    sheets.push({ name: sheet.name, rows })
  }
  return { sheets }
}

interface Book {
  sheets: { name: string; part: string }[]
  strings: string | null
  styles: string | null
  from1904: boolean
}

/** The parts of a workbook (ECMA-376, 18.2). */
async function bookOf(container: Container, file: string): Promise<Book> {
  const root = [...(await relationshipsOf(container, '', file)).values()]
  const path = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const part = container.part(path)
  if (!part) throw new KhoError('file-type-mismatch', { file, args: { actual: 'ZIP' } })
  const related = await relationshipsOf(container, path, file)
  const targetOf = (type: string) => [...related.values()].find((one) => one.type === type)?.target ?? null
  const book: Book = { sheets: [], strings: targetOf('sharedStrings'), styles: targetOf('styles'), from1904: false }
  let workbook = false
  await parseXml(
    part.chunks(),
    {
      open(name, attributes) {
        if (name === 'workbook') workbook = true
        if (name === 'workbookPr') book.from1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '')
        if (name !== 'sheet') return
        const target = related.get(attributes.id ?? '')
        const place = target?.target ?? `xl/worksheets/sheet${book.sheets.length + 1}.xml`
        // Sheets that are charts or dialogs have no cells.
        if (!target || target.type === 'worksheet') book.sheets.push({ name: attributes.name ?? '', part: place })
      },
      close() {},
      text() {},
    },
    file,
  )
  if (!workbook) throw new KhoError('file-type-mismatch', { file, args: { actual: 'ZIP' } })
  if (book.sheets.length > mostSheets)
    throw new KhoError('file-hostile', { file, cause: `${book.sheets.length} sheets` })
  return book
}
