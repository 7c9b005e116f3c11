import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Acceptance, CorrectedRecord, CorrectionsReport } from '#contract/corrections'
import { type Door, exitCodes } from '../door'
import type { Register } from '../program'
import { openHere } from './archive'

interface Options {
  apply?: boolean
  theirs?: boolean
}

/** import-corrections: what a corrected catalogue would change, and taking it over. */
export const correctionCommands: Register = (program, run, words) => {
  program
    .command('import-corrections')
    .argument('<archive>')
    .argument('<file>', words('cli.workbook.argument.workbook'))
    .description(words('cli.help.import-corrections'))
    .option('--apply', words('cli.workbook.option.apply'))
    .option('--theirs', words('cli.workbook.option.theirs'))
    .action((archive: string, file: string, options: Options, command: Command) =>
      run(command, async (door) => {
        await openHere(door, archive)
        const report = await door.call('corrections.read', { path: resolve(file) })
        if (!options.apply) door.give(report)
        told(door, report)
        if (options.apply) await applied(door, report, options.theirs === true)
      }),
    )
}

function told(door: Door, report: CorrectionsReport): void {
  const { words } = door
  for (const record of report.records) recordTold(door, record)
  for (const { because, row, sheet, text } of report.unknown) {
    door.say(words(`corrections.unknown.${because}`, { row, sheet }))
    if (text) door.say(`    ${text}`)
  }
  for (const { code, args } of report.notes) {
    door.say(words(`corrections.note.${code}` as Parameters<typeof words>[0], args))
  }
  const changes = report.records.reduce((sum, record) => sum + record.changes.length, 0)
  const { length: records } = report.records
  door.say(words('cli.workbook.corrections.total', { records, changes, unchanged: report.unchanged }))
}

function recordTold(door: Door, { kind, label, changes, problems }: CorrectedRecord): void {
  const { words } = door
  const shown = (text: string) => (text === '' ? words('cli.workbook.corrections.empty') : text.replaceAll('\n', ' / '))
  door.say(`${words(`kind.${kind}`)} ${label}`)
  for (const { cell, column, old, new: corrected, ours } of changes) {
    const texts = { old: shown(old), new: shown(corrected) }
    door.say(words('cli.workbook.corrections.change', { cell, column, ...texts }))
    if (ours !== null) door.say(words('cli.workbook.corrections.conflict', { ours: shown(ours) }))
  }
  for (const { code, cell, text, args } of problems) {
    door.say(`  ${words(`corrections.problem.${code}` as Parameters<typeof words>[0], { cell, text, ...args })}`)
  }
}

/** Takes over what has no conflict, or everything; what stays behind makes the exit code 3. */
async function applied(door: Door, report: CorrectionsReport, theirs: boolean): Promise<void> {
  const accept: Acceptance[] = report.records.flatMap(({ kind, id, version, changes }) => {
    const taken = changes.filter(({ ours }) => theirs || ours === null)
    return taken.length > 0 ? [{ kind, id, version, changes: taken }] : []
  })
  const all = report.records.reduce((sum, { changes, problems }) => sum + changes.length + problems.length, 0)
  const left = all - accept.reduce((sum, { changes }) => sum + changes.length, 0)
  const done = accept.length > 0 ? await door.call('corrections.apply', { file: basename(report.file), accept }) : null
  door.give({ ...report, applied: done, left })
  if (done) {
    const { records, changes, sequence } = done
    door.say(door.words('cli.workbook.corrections.applied', { records, changes, sequence }))
  }
  if (left === 0) return
  door.say(door.words('cli.workbook.corrections.left', { count: left }))
  door.exit ||= exitCodes.partly
}
