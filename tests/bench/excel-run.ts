import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeAside } from '#delivery/aside'
import type { RowValues } from '#delivery/excel/cells'
import { type SheetPlan, TableSheet } from '#delivery/excel/sheet'
import { StreamedWorkbook } from '#delivery/excel/workbook'
import { type ColumnRule, shippedRules } from '#delivery/rules'
import { deliveryWords } from '#delivery/words'
import { ZipWriter } from '#delivery/zip/zip'
import { nodeFiles } from '#platform/node/files'

// One workbook of ours, in a process of its own so that its memory can be told: rows OUT COUNT | pictures OUT COUNT FOLDER
const [what = 'rows', out = '', countText = '0', folder = ''] = process.argv.slice(2)
const count = Number(countText)
const start = performance.now()

const kinds: Record<number, ColumnRule['kind']> = { 0: 'number', 1: 'code', 4: 'date', 7: 'date', 19: 'link' }
const columns: ColumnRule[] =
  what === 'rows'
    ? Array.from({ length: 20 }, (_, at) => ({
        field: `c${at}`,
        title: `Cột ${at}`,
        width: 18,
        kind: kinds[at] ?? 'text',
      }))
    : [
        { field: 'picture', title: 'Ảnh', width: 18, kind: 'picture' },
        { field: 'caption', title: 'Chú thích', width: 40, kind: 'text' },
      ]
const plan: SheetPlan = {
  name: 'Bài',
  look: 'list',
  orientation: 'landscape',
  columns,
  printColumns: columns.length,
  top: [],
  numbered: false,
  filter: true,
}

function* rows(): Generator<RowValues> {
  const day = 86_400_000
  for (let row = 1; row <= count; row++) {
    const serial = String(row).padStart(5, '0')
    const values: RowValues = { c0: row, c1: serial }
    const date = new Date(Date.UTC(2024, 0, 1) + (row % 700) * day).toISOString().slice(0, 10)
    for (let at = 2; at < 19; at++) {
      values[`c${at}`] = at === 4 || at === 7 ? date : `Thường trực HĐND tỉnh họp lần ${row}, cột ${at}`
    }
    values.c19 = { text: `${serial} bài.docx`, to: `Word/${serial} bài.docx` }
    yield values
  }
}

function* pictures(): Generator<RowValues> {
  for (let row = 1; row <= count; row++) {
    const picture = { jpeg: readFileSync(join(folder, `${row}.jpg`)), width: 110, height: 73, alt: `Ảnh ${row}` }
    yield { picture, caption: `Các đại biểu dự hội nghị lần thứ ${row}` }
  }
}

const files = nodeFiles()
const { signal } = new AbortController()
await writeAside(files, dirname(out), signal, async (file) => {
  const workbook = new StreamedWorkbook(files, dirname(out), 'Kho Tin')
  const sheet = new TableSheet(workbook, plan, shippedRules.excel, deliveryWords())
  for (const row of what === 'rows' ? rows() : pictures()) {
    sheet.add(row)
    await workbook.settle()
  }
  sheet.close()
  const zip = new ZipWriter(file)
  await workbook.writeTo(zip, new Date(0))
  await zip.end()
  await workbook.drop()
  return file.finish(out)
})
console.log(JSON.stringify({ ms: performance.now() - start, peakMb: process.resourceUsage().maxRSS / 1024 }))
