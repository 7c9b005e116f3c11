import { numberInWordsCapital } from '#core/text/numbers'
import { stopIfCancelled, writeAside } from '../aside'
import type { DeliveryContext, WrittenFile } from '../delivery'
import { type ColumnRule, type ListRule, shippedRules } from '../rules'
import { deliveryWords } from '../words'
import { ZipWriter } from '../zip/zip'
import type { RowValues } from './cells'
import { TableSheet } from './sheet'
import { StreamedWorkbook } from './workbook'

// Nothing of a list says when it was last changed: the same list gives the same bytes on any day.
const changedAt = '1980-01-01T00:00:00Z'
const wide = 110

/**
 * Writes a list as it is shown.
 * @param list.columns in the order wanted
 * @param list.filter what it was narrowed by, in words; empty for all
 * @throws KhoError cancelled, or as Files gives it; nothing is left behind then
 */
export async function writeList(
  rows: AsyncIterable<RowValues>,
  list: { rule: ListRule; columns: ColumnRule[]; filter: string; total: number | null },
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile> {
  const { files, signal } = context
  const rules = context.rules ?? shippedRules
  const words = deliveryWords(context.language)
  const { rule, columns, filter, total } = list
  const to = columns.length
  const { titleSize } = rules.excel.looks.list
  return writeAside(files, files.dirName(path), signal, async (file) => {
    const workbook = new StreamedWorkbook(files, files.dirName(path), context.agency)
    try {
      const sheet = new TableSheet(
        workbook,
        {
          name: rule.sheet,
          look: 'list',
          orientation: columns.reduce((sum, { width }) => sum + width, 0) > wide ? 'landscape' : 'portrait',
          columns,
          printColumns: to,
          top: [
            { spans: [{ from: 1, to, text: context.agency.toLocaleUpperCase('vi'), bold: true }] },
            { spans: [{ from: 1, to, text: rule.title, bold: true, size: titleSize, align: 'center' }] },
            ...(filter === ''
              ? []
              : [{ spans: [{ from: 1, to, text: filter, italic: true, align: 'center' as const }] }]),
          ],
          numbered: false,
          filter: true,
        },
        rules.excel,
        words,
      )
      for await (const row of rows) {
        stopIfCancelled(signal)
        sheet.add({ order: sheet.rows + 1, ...row })
        await workbook.settle()
        context.report(sheet.rows, total ?? sheet.rows, '')
      }
      const { unit } = rule
      const count = sheet.rows.toLocaleString('vi-VN')
      const inWords = numberInWordsCapital(sheet.rows, rules.page.numbers)
      sheet.close([
        { spans: [{ from: 1, to, text: words.say('delivery.list.closing', { count, unit }) }] },
        {
          spans: [
            { from: 1, to, text: words.say('delivery.list.closingInWords', { words: inWords, unit }), italic: true },
          ],
        },
      ])
      const zip = new ZipWriter(file)
      await workbook.writeTo(zip, new Date(changedAt))
      await zip.end()
      return { ...(await file.finish(path)), articles: sheet.rows }
    } finally {
      await workbook.drop()
    }
  })
}
