import type { PreflightReport } from '#contract/custody'
import type { Problem } from '#core/model/custody'
import { type Door, exitCodes } from '../door'

/** Prints what was found before a hand-over: one line a problem under the thing it concerns, then the counts. */
export function preflightTold(door: Door, report: PreflightReport): void {
  door.give(report)
  const { words } = door
  for (const { passed, order, kind, title, problems } of report.rows) {
    if (problems.length === 0) continue
    const verdict = words(passed ? 'preflight.passed' : 'preflight.failed')
    door.say(`${verdict.padEnd(10)}  ${words(`kind.${kind}`)}${order === null ? '' : ` ${order}`}  ${title}`)
    for (const problem of problems)
      door.say(`    ${problem.severity === 'error' ? '✗' : '!'} ${problemSaid(door, problem)}`)
  }
  door.say(words('custody.cli.preflight', report.totals))
  if (!report.passed) door.exit = exitCodes.failed
}

type Key = Parameters<Door['words']>[0]

/** A problem in words; the field of a form by its official name. */
export function problemSaid({ words }: Door, { code, args }: Problem): string {
  const field = args.name ? words(`preflight.field.${args.name}` as Key) : ''
  return words(`preflight.${code}` as Key, { ...args, field })
}
