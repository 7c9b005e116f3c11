import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readerLimits } from '#intake/protocol'
import { readCells } from '#intake/read'
import { sampled, suitesFolder } from './support'

const folder = join(suitesFolder, 'excel')

interface ExcelFile {
  path: string
  exceljs: string
  cells: number
  libreOffice: string
}

function excelFiles(): ExcelFile[] {
  const rows = readFileSync(join(folder, 'FILES.tsv'), 'utf8').trim().split('\n').slice(1)
  return rows.map((row) => {
    const [path = '', , , , exceljs = '', cells = '', libreOffice = ''] = row.split('\t')
    return { path, exceljs, cells: Number(cells), libreOffice }
  })
}

/** Refused on purpose though LibreOffice opens them: tricks of XML, passwords, nothing at all, fuzzed checksums. */
const refused = /^(hostile-|oletools\/.*encrypt)/
// What the file itself may do to a reading of it.
const codes = /^file-(empty|encrypted|damaged|hostile|type-mismatch|unpacks-too-large)$/

/** Workbooks of others: every one reads or is refused by name, in time; none that LibreOffice reads is lost. */
export function checkExcelSuite(): void {
  describe.skipIf(!existsSync(folder))('the Excel suite', () => {
    it.each(existsSync(folder) ? sampled(excelFiles()) : [])('$path', async ({ path, cells, exceljs, libreOffice }) => {
      const bytes = readFileSync(join(folder, path))
      const start = performance.now()
      const read = await readCells({ name: path, bytes }, readerLimits).catch((thrown: { code?: string }) => {
        expect(thrown.code).toMatch(codes)
        return null
      })
      expect(performance.now() - start).toBeLessThan(readerLimits.timeMs)
      if (libreOffice === 'OK' && !refused.test(path)) expect(read).not.toBeNull()
      if (!read || exceljs !== 'OK' || cells < 20) return
      // exceljs counts cells of a merged range, and empty strings, each as a cell.
      const found = read.sheets.reduce((sum, { rows }) => sum + rows.reduce((all, row) => all + row.cells.length, 0), 0)
      expect(found).toBeLessThanOrEqual(cells * 1.05)
    })
  })
}
