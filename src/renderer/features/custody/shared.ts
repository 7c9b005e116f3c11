import type { PreflightRow } from '#contract/custody'
import type { Problem } from '#core/model/custody'

/** One thing to mend that stands in the way of several rows. */
export interface SharedProblem {
  problem: Problem
  rows: number
}

/**
 * Problems of several rows that are mended in one place come first and once; each row keeps what is its own alone, and
 * rows left with nothing are told by what they share.
 */
export function sharedProblems(rows: readonly PreflightRow[]): { shared: SharedProblem[]; own: PreflightRow[] } {
  const seen = new Map<string, SharedProblem>()
  for (const row of rows) {
    for (const problem of row.problems) {
      const known = seen.get(keyOf(problem))
      if (known) known.rows += 1
      else seen.set(keyOf(problem), { problem, rows: 1 })
    }
  }
  const isShared = (problem: Problem) => (seen.get(keyOf(problem))?.rows ?? 0) > 1
  const shared = [...seen.values()].filter(({ rows }) => rows > 1)
  const own = rows
    .map((row) => ({ ...row, problems: row.problems.filter((problem) => !isShared(problem)) }))
    .filter(({ problems }) => problems.length > 0)
  return { shared: shared.sort((a, b) => rank(a) - rank(b) || b.rows - a.rows), own }
}

const rank = ({ problem }: SharedProblem) => (problem.severity === 'error' ? 0 : 1)

const keyOf = ({ code, severity, args, mend }: Problem): string => JSON.stringify([severity, code, args, mend])
