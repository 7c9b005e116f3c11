import { describe, expect, it } from 'vitest'
import type { PreflightRow } from '#contract/custody'
import type { Problem } from '#core/model/custody'
import { sharedProblems } from '../../../src/renderer/features/custody/shared'

const problem = (code: string, id: string, severity: Problem['severity'] = 'error'): Problem => ({
  severity,
  code,
  args: {},
  mend: { kind: 'dossier', id, field: 'retention' },
})
const row = (id: string, ...problems: Problem[]): PreflightRow => ({
  kind: 'article',
  id,
  order: 1,
  dossierId: 'd',
  title: id,
  passed: false,
  problems,
})

describe('problems before a hand-over', () => {
  it('are told once where one place mends them for several', () => {
    const rows = [
      row('a', problem('field-missing', 'd'), problem('duplicate-file', 'a')),
      row('b', problem('field-missing', 'd')),
      row('c', problem('photo-near', 'c', 'warning'), problem('field-missing', 'other')),
    ]
    const { shared, own } = sharedProblems(rows)
    expect(shared).toEqual([{ problem: problem('field-missing', 'd'), rows: 2 }])
    expect(own.map(({ id, problems }) => [id, problems.map(({ code }) => code)])).toEqual([
      ['a', ['duplicate-file']],
      ['c', ['photo-near', 'field-missing']],
    ])
  })

  it('put what refuses before what warns, and most first', () => {
    const rows = ['a', 'b', 'c'].map((id, at) =>
      row(id, problem('secret', 'x', 'warning'), ...(at < 2 ? [problem('dossier-empty', 'y')] : [])),
    )
    expect(sharedProblems(rows).shared.map(({ problem, rows }) => [problem.code, rows])).toEqual([
      ['dossier-empty', 2],
      ['secret', 3],
    ])
    expect(sharedProblems([]).own).toEqual([])
  })
})
