import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type Door, exitCodes } from '../door'
import type { Register } from '../program'
import { openHere } from './archive'

/** backup, restore, reindex. */
export const careCommands: Register = (program, run, words) => {
  program
    .command('backup')
    .argument('<archive>')
    .argument('<folder>')
    .description(words('cli.help.backup'))
    .action((archive: string, folder: string, _options: unknown, command: Command) =>
      run(command, (door) => backedUp(door, archive, folder)),
    )
  program
    .command('restore')
    .argument('<backup>')
    .argument('<folder>')
    .description(words('cli.help.restore'))
    .action((backup: string, folder: string, _options: unknown, command: Command) =>
      run(command, async (door) => {
        const report = await door.call('archive.restoreBackup', { backup: resolve(backup), folder: resolve(folder) })
        door.give(report)
        const { name, records, originals, sequence, damaged } = report
        door.say(words('cli.restore.done', { name, folder: report.folder, records, originals, sequence }))
        for (const path of damaged) door.say(words('cli.restore.damaged', { path }))
        if (damaged.length > 0) door.exit = exitCodes.partly
      }),
    )
  program
    .command('reindex')
    .argument('<archive>')
    .description(words('cli.help.reindex'))
    .action((archive: string, _options: unknown, command: Command) =>
      run(command, async (door) => {
        await openHere(door, archive)
        const report = await door.call('archive.reindex', {})
        door.give(report)
        door.say(words('cli.reindex.done', { records: report.records }))
      }),
    )
}

async function backedUp(door: Door, archive: string, folder: string): Promise<void> {
  const { words } = door
  await openHere(door, archive)
  const report = await door.call('archive.backup', { folder: resolve(folder) })
  door.give(report)
  const { records, originals, sequence, altered, missing } = report
  const { total, copied } = originals
  door.say(words('cli.backup.done', { folder: report.folder, records, originals: total, copied, sequence }))
  for (const path of altered) door.say(words('cli.check.altered', { path }))
  for (const path of missing) door.say(words('cli.check.missing', { path }))
  if (altered.length + missing.length > 0) door.exit = exitCodes.partly
}
