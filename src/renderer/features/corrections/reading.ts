import { create } from 'zustand'
import type { Acceptance, CorrectedCell, CorrectedRecord, CorrectionsReport } from '#contract/corrections'

/** One corrected cell among all, for ticking it. */
export const cellKey = ({ kind, id }: Pick<CorrectedRecord, 'kind' | 'id'>, { field }: Pick<CorrectedCell, 'field'>) =>
  `${kind}/${id}/${field}`

interface CorrectionsState {
  /** The file chosen, also while it is read. */
  path: string | null
  report: CorrectionsReport | null
  failure: unknown
  /** Cells ticked, by `cellKey`. */
  picked: ReadonlySet<string>
  begin(path: string): void
  done(report: CorrectionsReport): void
  fail(failure: unknown): void
  pick(keys: string[], on: boolean): void
  clear(): void
}

const none: ReadonlySet<string> = new Set()
const start = { path: null, report: null, failure: null, picked: none }

/** The workbook under review; it stays while the clerk looks at other screens. */
export const useCorrections = create<CorrectionsState>((set) => ({
  ...start,
  begin: (path) => set({ ...start, path }),
  // What only one side changed is what one wants; what both changed is for a person to decide.
  done: (report) => set({ report, picked: new Set(keysOf(report.records, 'clean')) }),
  fail: (failure) => set({ failure, report: null }),
  pick: (keys, on) =>
    set(({ picked }) => {
      const next = new Set(picked)
      for (const key of keys)
        if (on) next.add(key)
        else next.delete(key)
      return { picked: next }
    }),
  clear: () => set(start),
}))

/** The keys of all corrected cells, or of those without a conflict. */
export const keysOf = (records: CorrectedRecord[], which: 'all' | 'clean'): string[] =>
  records.flatMap((record) =>
    record.changes.filter(({ ours }) => which === 'all' || ours === null).map((change) => cellKey(record, change)),
  )

/** What to ask the engine to take over. */
export const acceptanceOf = (records: CorrectedRecord[], picked: ReadonlySet<string>): Acceptance[] =>
  records.flatMap((record) => {
    const changes = record.changes.filter((change) => picked.has(cellKey(record, change)))
    const { kind, id, version } = record
    return changes.length > 0 ? [{ kind, id, version, changes }] : []
  })

export type Shown = 'all' | 'conflicts' | 'problems'

/** The records to look at. */
export function shownRecords(records: CorrectedRecord[], shown: Shown): CorrectedRecord[] {
  const told = records.filter(({ changes, problems }) => changes.length > 0 || problems.length > 0)
  if (shown === 'problems') return told.filter(({ problems }) => problems.length > 0)
  if (shown === 'conflicts') return told.filter(({ changes }) => changes.some(({ ours }) => ours !== null))
  return told
}

/** How much there is of what, for the line under the title. */
export function countsOf({ records, unchanged }: CorrectionsReport) {
  const changes = records.flatMap((record) => record.changes)
  return {
    records: shownRecords(records, 'all').length,
    changes: changes.length,
    conflicts: changes.filter(({ ours }) => ours !== null).length,
    problems: records.reduce((sum, { problems }) => sum + problems.length, 0),
    unchanged,
  }
}
