import type { Archive } from '#archive/archive'
import { versionWithDigest } from '#archive/history/read'
import type { CellProblem, CorrectedCell, CorrectedRecord } from '#contract/corrections'
import type { CorrectedKind, MarkedRecord } from '#core/corrections/marks'
import type { Event } from '#core/model/authority'
import type { ColumnRule } from '#delivery/rules'
import { fieldOf, shownValue } from './fields'
import { type RowRecords, readable, type Shown, saysTheSame, shownCells } from './shown'
import type { CorrectedRow, CorrectedSheet } from './workbook'

type AnyRecord = NonNullable<RowRecords[CorrectedKind]>

/** The records of a row: as they are now, and as they were when the row was exported; null where that is not known. */
export interface Sides {
  ours: RowRecords
  exported: RowRecords | null
  versions: Record<string, string>
}

/** One row compared: what it changes, by record. */
export interface ComparedRow {
  changes: { kind: CorrectedKind; cell: CorrectedCell }[]
  problems: { kind: CorrectedKind; problem: CellProblem }[]
}

/** Reads both sides of a row's records; null where one of them is not in the archive any more. */
export async function sidesOf(
  archive: Archive,
  marked: MarkedRecord[],
  versionOf: (record: object) => Promise<string>,
): Promise<Sides | null> {
  const ours: RowRecords = {}
  const exported: RowRecords = {}
  const versions: Record<string, string> = {}
  let whole = true
  for (const { kind, id, version } of marked) {
    const record = await archive.get(kind, id)
    if (!record) return null
    versions[kind] = await versionOf(record)
    const before = versions[kind] === version ? record : await versionWithDigest(archive, { kind, id }, version)
    Object.assign(ours, { [kind]: record })
    if (before) Object.assign(exported, { [kind]: before })
    else whole = false
  }
  return { ours, exported: whole ? exported : null, versions }
}

/** Compares the cells of a row with both sides. */
export async function compareRow(
  archive: Archive,
  { columns }: CorrectedSheet,
  row: CorrectedRow,
  { ours, exported }: Sides,
): Promise<ComparedRow> {
  const now = await shownCells(archive, row.sheet, ours)
  const then = exported ? await shownCells(archive, row.sheet, exported) : now
  const compared: ComparedRow = { changes: [], problems: [] }
  for (const column of columns) {
    const record = column.edit && ours[column.edit]
    if (!column.edit || !record) continue
    const name = column.field === 'imageTitle' && ours.photo ? `caption:${ours.photo.id}` : column.field
    const found = compareCell(row, column, name, record, { now, then, unknown: exported === null })
    if (found && 'code' in found) compared.problems.push({ kind: column.edit, problem: found })
    else if (found) compared.changes.push({ kind: column.edit, cell: found })
  }
  return ours.event && row.sheet === 'events' ? withPeriodChecked(compared, ours.event) : compared
}

/** A period that would end before it begins is no correction. */
function withPeriodChecked({ changes, problems }: ComparedRow, event: Event): ComparedRow {
  const final = (field: 'from' | 'to') => changes.find(({ cell }) => cell.field === field)?.cell.value ?? event[field]
  const [from, to] = [final('from'), final('to')]
  if (!from || !to || to.slice(0, from.length) >= from.slice(0, to.length)) return { changes, problems }
  const dates = changes.filter(({ cell }) => cell.field === 'from' || cell.field === 'to')
  const reversed = dates.map(({ kind, cell: { sheet, cell, column, new: text } }) => ({
    kind,
    problem: { sheet, cell, column, text, code: 'period-reversed', args: {} },
  }))
  return { changes: changes.filter((change) => !dates.includes(change)), problems: [...problems, ...reversed] }
}

function compareCell(
  row: CorrectedRow,
  column: ColumnRule,
  name: string,
  record: AnyRecord,
  { now, then, unknown }: { now: Shown; then: Shown; unknown: boolean },
): CorrectedCell | CellProblem | null {
  const cell = row.cell(column.field)
  const [ours, exported] = [now[column.field], then[column.field]]
  if (saysTheSame(cell, exported, column) || saysTheSame(cell, ours, column)) return null
  const where = { sheet: row.name, cell: row.address(column.field), column: column.title }
  const kind = column.edit as CorrectedKind
  const field = fieldOf(kind, name)
  if (!field) return null
  const reading = field.read(cell)
  if ('problem' in reading) return { ...where, text: cell?.text ?? '', code: reading.problem, args: reading.args ?? {} }
  // Another way to write what is there already.
  if (field.write && JSON.stringify(field.write(record, reading.value)) === JSON.stringify(record)) return null
  const moved = unknown || readable(ours, column) !== readable(exported, column)
  return {
    ...where,
    field: name,
    value: reading.value,
    old: readable(exported, column),
    new: shownValue(kind, name, reading.value),
    ours: moved ? readable(ours, column) : null,
  }
}

/** Puts what rows change together by record, in the order met. */
export class Records {
  private readonly byKey = new Map<string, CorrectedRecord>()

  add({ changes, problems }: ComparedRow, { ours, versions }: Sides): void {
    for (const { kind, cell } of changes) {
      const record = this.record(kind, ours, versions)
      // A caption stands once for each article that shows the photo: the first row counts.
      if (!record.changes.some(({ field }) => field === cell.field)) record.changes.push(cell)
    }
    for (const { kind, problem } of problems) this.record(kind, ours, versions).problems.push(problem)
  }

  all(): CorrectedRecord[] {
    return [...this.byKey.values()]
  }

  private record(kind: CorrectedKind, ours: RowRecords, versions: Record<string, string>): CorrectedRecord {
    const { id } = ours[kind] as AnyRecord
    const known = this.byKey.get(`${kind}/${id}`)
    if (known) return known
    const version = versions[kind] ?? ''
    const made: CorrectedRecord = { kind, id, label: labelOf(kind, ours), version, changes: [], problems: [] }
    this.byKey.set(`${kind}/${id}`, made)
    return made
  }
}

function labelOf(kind: CorrectedKind, { article, photo, event, person }: RowRecords): string {
  switch (kind) {
    case 'article':
      return article ? `${String(article.serial).padStart(5, '0')} · ${article.title}` : ''
    case 'photo':
      return photo?.file.name ?? ''
    case 'event':
      return event?.title ?? ''
    case 'person':
      return person?.name ?? ''
  }
}
