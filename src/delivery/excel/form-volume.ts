import type { Dossier } from '#core/model/custody'
import { numberInWordsCapital, twoDigits } from '#core/text/numbers'
import type { DeliveredArticle } from '../delivery'
import { fondsName } from '../describe'
import type { ColumnRule, DeliveryRules } from '../rules'
import type { RowValues } from './cells'
import { isPicture } from './cells'
import { closingLines, type FormValues, filled, topLines } from './form-lines'
import { type Place, type RowMaker, type RowTools, rowMaker } from './form-rows'
import type { FormRule, FormSheetRule } from './form-rules'
import type { FormRequest } from './forms'
import { TableSheet } from './sheet'
import { StreamedWorkbook } from './workbook'

interface OpenSheet {
  rule: FormSheetRule
  columns: ColumnRule[]
  sheet: TableSheet
  maker: RowMaker
  values: FormValues
  permanent: number
  heading: string
}

// Warnings of one kind, before the rest is only counted.
const mostWarnings = 50

/** One workbook of a form while it grows. */
export class FormVolume {
  readonly workbook: StreamedWorkbook
  articles = 0
  private sheets: OpenSheet[] = []
  private readonly closed: OpenSheet[] = []
  private readonly names = new Set<string>()
  private pictures = 0
  private tooLong = 0

  constructor(
    private readonly form: FormRule,
    private readonly request: FormRequest,
    private readonly tools: RowTools,
    private readonly rules: DeliveryRules,
    path: string,
  ) {
    const { files, agency } = tools.context
    this.workbook = new StreamedWorkbook(files, files.dirName(path), agency)
    if (!this.perDossier) this.sheets = form.sheets.map((rule) => this.openSheet(rule, null))
  }

  /** True where the next article belongs in another volume. */
  get full(): boolean {
    const rows = Math.max(0, ...this.sheets.map(({ sheet }) => sheet.rows))
    return this.pictures >= this.rules.excel.picturesPerVolume || rows >= this.rules.excel.rowsPerSheet
  }

  dossier(dossier: Dossier): void {
    if (this.perDossier) {
      this.closeSheets({})
      this.sheets = this.form.sheets.map((rule) => this.openSheet(rule, dossier))
    }
    for (const open of this.sheets) {
      if (open.rule.rows !== 'dossiers') continue
      if (dossier.retention?.code === '01') open.permanent += 1
      this.heading(open, dossier.heading)
      for (const row of open.maker.dossier?.(dossier) ?? []) this.addTo(open, row)
    }
  }

  async article(delivered: DeliveredArticle, place: Place): Promise<void> {
    this.articles += 1
    if (this.perDossier && this.sheets.length === 0 && place.dossier) this.dossier(place.dossier)
    for (const open of this.sheets) {
      for (const row of (await open.maker.article?.(delivered, place)) ?? []) this.addTo(open, row)
    }
    await this.workbook.settle()
  }

  /** Closes every sheet; the workbook is ready to be written. */
  close(totals: FormValues): void {
    this.closeSheets(totals)
    if (this.tooLong > mostWarnings) {
      const args = { count: String(this.tooLong - mostWarnings) }
      this.tools.context.warn?.({ code: 'cells-too-long', file: null, args })
    }
  }

  drop(): Promise<void> {
    return this.workbook.drop()
  }

  /** A line of its own where the heading (đề mục) changes, in forms that have a place for it. */
  private heading(open: OpenSheet, heading: string): void {
    if (!open.rule.headings || heading === open.heading) return
    open.heading = heading
    if (heading !== '') open.sheet.addHeading(open.rule.headings, heading)
  }

  private get perDossier(): boolean {
    return this.form.sheets.some(({ name }) => name.includes('{code}'))
  }

  private closeSheets(totals: FormValues): void {
    for (const open of this.sheets) {
      for (const row of open.maker.end?.() ?? []) this.addTo(open, row)
      const { rows } = open.sheet
      const values = {
        ...open.values,
        ...totals,
        count: twoDigits(rows),
        words: numberInWordsCapital(rows, this.rules.page.numbers),
        permanent: twoDigits(open.permanent),
        temporary: twoDigits(rows - open.permanent),
      }
      open.sheet.close(closingLines(this.form, open.rule.closing, open.columns, this.request, values))
      this.closed.push(open)
    }
    this.sheets = []
  }

  private openSheet(rule: FormSheetRule, dossier: Dossier | null): OpenSheet {
    const { context, words } = this.tools
    const { fonds, agency } = context
    const { unit, parentAgency } = this.request
    const values: FormValues = {
      year: dossier ? String(dossier.year) : this.request.year,
      unit: unit.toLocaleUpperCase('vi'),
      agency,
      fonds: fonds === '' ? null : words.say('delivery.catalogue.fonds', { fonds: fondsName(fonds) }),
      code: dossier ? dossier.number || dossier.code : null,
    }
    const columns = [...rule.columns, ...(rule.extra ?? []).filter((column) => this.wanted(column))]
    const sheet = new TableSheet(
      this.workbook,
      {
        name: this.sheetName(filled(rule.name, values) ?? rule.rows),
        look: this.form.look,
        orientation: this.form.orientation,
        columns,
        printColumns: columns.length,
        top: topLines(this.form, rule, columns, { parent: parentAgency, name: agency }, values, this.rules),
        numbered: this.form.numbered,
        filter: this.form.look === 'plain',
      },
      this.rules.excel,
      words,
    )
    return { rule, columns, sheet, maker: rowMaker(rule.rows, this.tools), values, permanent: 0, heading: '' }
  }

  private wanted({ kind }: ColumnRule): boolean {
    return kind === 'picture' ? this.request.thumbnails : this.request.pictures.size > 0
  }

  /** Excel takes 31 characters, none of `\ / ? * [ ] :`, and no name twice. */
  private sheetName(wanted: string): string {
    const clean = wanted.replace(/[\\/?*[\]:]/g, '-').replace(/^'+|'+$/g, '')
    for (let number = 1; ; number++) {
      const end = number === 1 ? '' : ` (${number})`
      const name = `${clean.slice(0, 31 - end.length).trim() || '_'}${end}`
      if (this.names.has(name.toLocaleLowerCase('vi'))) continue
      this.names.add(name.toLocaleLowerCase('vi'))
      return name
    }
  }

  private addTo({ columns, sheet, rule }: OpenSheet, row: RowValues): void {
    const values = { ...row }
    for (const { field, title, max, otherwise } of columns) {
      const value = values[field]
      if (otherwise && (value === null || value === undefined || value === '')) values[field] = otherwise
      if (typeof value === 'object' && value !== null && isPicture(value)) this.pictures += 1
      if (!max || typeof value !== 'string' || value.length <= max) continue
      this.tooLong += 1
      if (this.tooLong > mostWarnings) continue
      const args = { cell: sheet.addressOf(field), sheet: rule.name, column: title }
      const lengths = { length: String(value.length), max: String(max) }
      this.tools.context.warn?.({ code: 'cell-too-long', file: null, args: { ...args, ...lengths } })
    }
    sheet.add(values)
  }
}
