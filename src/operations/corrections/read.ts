import type { Archive } from '#archive/archive'
import type { CorrectedCell, CorrectionsReport } from '#contract/corrections'
import { KhoError } from '#core/errors'
import type { Note } from '#core/model/views'
import { type ReaderRequest, readerLimits, type WorkbookRead } from '#intake/protocol'
import type { OperationContext } from '../context'
import { openArchiveOf } from '../context'
import type { Work } from '../jobs'
import type { Handler } from '../runner'
import { compareRow, Records, sidesOf } from './compare'
import { readOnlyCells } from './read-only'
import { versionOf } from './version'
import { type CorrectedRow, type CorrectedSheet, cataloguesIn, editable, isNewRow } from './workbook'

// A catalogue of 100,000 rows is worth waiting for; what hangs is not.
const perMegabyteMs = 6_000
const mostUnknown = 500
const mostProblems = 2_000

/** What a working catalogue that came back would change. Nothing is written; the file is read in the reader process. */
export const readCorrections: Handler<'corrections.read'> = async (context, { path }, work) => {
  const archive = openArchiveOf(context)
  const { files } = context.platform
  const file = files.baseName(path)
  const stat = await files.stat(path)
  if (!stat) throw new KhoError('file-missing', { file })
  const request: ReaderRequest = { kind: 'workbook', path, name: file }
  const read = await context.platform.readers.run<ReaderRequest, WorkbookRead>(request, {
    timeoutMs: readerLimits.timeMs + Math.ceil(stat.size / 1_048_576) * perMegabyteMs,
    signal: work.signal,
  })
  for (const warning of read.warnings) work.warn(warning)
  return new Reading(context, archive, file, work).over(cataloguesIn(read, file, archive.identity.id))
}

/** One reading under way. */
class Reading {
  private readonly records = new Records()
  private readonly unknown: CorrectionsReport['unknown'] = []
  private readonly notes: Note[] = []
  private readonly seen = new Set<string>()
  private unchanged = 0
  private ignored = 0
  private done = 0

  constructor(
    private readonly context: OperationContext,
    private readonly archive: Archive,
    private readonly file: string,
    private readonly work: Work,
  ) {}

  async over(sheets: CorrectedSheet[]): Promise<CorrectionsReport> {
    const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0)
    for (const sheet of sheets) {
      const changed = new Map<string, CorrectedCell[]>()
      for (const row of sheet.rows) {
        if (this.work.signal.aborted) throw new KhoError('cancelled')
        await this.row(sheet, row, changed)
        this.done += 1
        this.work.report({ phase: 'reading', done: this.done, total, unit: 'row', current: sheet.name })
      }
      this.noteShifted(sheet, changed)
      this.noteMissing(sheet)
    }
    if (this.ignored > 0) this.notes.push({ code: 'read-only-more', args: { count: String(this.ignored) } })
    const { file, unchanged, unknown, notes } = this
    return { file, records: this.records.all(), unchanged, unknown, notes }
  }

  private async row(sheet: CorrectedSheet, row: CorrectedRow, changed: Map<string, CorrectedCell[]>): Promise<void> {
    if (!row.records) {
      if (isNewRow(sheet, row)) this.leaveOut(sheet, row, 'no-mark')
      return
    }
    // Somebody named in a text whose record is gone.
    if (row.records.length === 0) return
    const key = `${row.sheet} ${row.records.map(({ kind, id }) => `${kind}:${id}`).join(' ')}`
    if (this.seen.has(key)) return this.leaveOut(sheet, row, 'repeated')
    this.seen.add(key)
    const sides = await sidesOf(this.archive, row.records, versionOf(this.context))
    if (!sides) return this.leaveOut(sheet, row, 'record-missing')
    if (sides.ours.article?.status === 'binned') return this.leaveOut(sheet, row, 'binned')
    const compared = await compareRow(this.archive, sheet, row, sides)
    for (const cell of await readOnlyCells(this.archive, sheet, row, sides)) this.noteReadOnly(cell)
    this.records.add(compared, sides)
    if (compared.changes.length === 0 && compared.problems.length === 0) this.unchanged += 1
    for (const { cell } of compared.changes) changed.set(cell.column, [...(changed.get(cell.column) ?? []), cell])
  }

  private leaveOut(
    { columns }: CorrectedSheet,
    row: CorrectedRow,
    because: CorrectionsReport['unknown'][number]['because'],
  ): void {
    if (this.unknown.length >= mostUnknown) return
    const texts = columns.flatMap(({ field, edit }) => (edit ? (row.cell(field)?.text ?? []) : []))
    this.unknown.push({ sheet: row.name, row: row.number, text: texts.slice(0, 3).join(' · ').slice(0, 300), because })
  }

  private noteReadOnly({ cell, column, sheet }: { cell: string; column: string; sheet: string }): void {
    if (this.notes.length < mostProblems) this.notes.push({ code: 'read-only', args: { cell, column, sheet } })
    else this.ignored += 1
  }

  /** The same values in other rows: somebody sorted a column without the rest of the sheet. */
  private noteShifted({ name }: CorrectedSheet, changed: Map<string, CorrectedCell[]>): void {
    for (const [column, cells] of changed) {
      if (cells.length < 4) continue
      const before = cells.map(({ old }) => old).sort()
      const after = cells.map((cell) => cell.new).sort()
      const moved = after.filter((text, index) => text === before[index]).length
      if (moved < cells.length * 0.9) continue
      this.notes.push({ code: 'column-shifted', args: { sheet: name, column, count: String(cells.length) } })
    }
  }

  private noteMissing({ sheet, name, columns }: CorrectedSheet): void {
    const there = new Set(columns.map(({ field }) => field))
    const gone = editable(sheet).filter(({ field }) => !there.has(field))
    if (gone.length === 0) return
    const list = gone.map(({ title }) => title).join(', ')
    this.notes.push({ code: 'columns-missing', args: { sheet: name, columns: list } })
  }
}
