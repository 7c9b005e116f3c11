import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import type { CheckReport } from '#contract/care'
import { type Door, exitCodes } from '../door'
import type { Register } from '../program'

/** init and check. */
export const archiveCommands: Register = (program, run, words) => {
  program
    .command('init')
    .argument('<folder>')
    .description(words('cli.help.init'))
    .option('--name <name>', words('cli.option.name'))
    .option('--agency <agency>', words('cli.option.agency'), '')
    .option('--fonds <fonds>', words('cli.option.fonds'), '')
    .action((folder: string, options: { name?: string; agency: string; fonds: string }, command: Command) =>
      run(command, async (door) => {
        const path = resolve(folder)
        const { name = basename(path), agency, fonds } = options
        const info = await door.call('archive.create', { folder: path, name, agency, fonds })
        door.give(info)
        door.say(words('cli.init.done', { name: info.name, folder: info.folder }))
      }),
    )

  program
    .command('check')
    .argument('<archive>')
    .description(words('cli.help.check'))
    .option('--repair', words('cli.option.repair'))
    .action((archive: string, options: { repair?: boolean }, command: Command) =>
      run(command, async (door) => {
        await openHere(door, archive)
        const report = options.repair ? await repaired(door) : await door.call('archive.check', {})
        if (!options.repair) door.give(report)
        const { originals, records, journal, sound } = report
        door.say(
          words('cli.check.counts', { originals: originals.checked, records: records.checked, lines: journal.lines }),
        )
        for (const path of originals.missing) door.say(words('cli.check.missing', { path }))
        for (const path of originals.altered) door.say(words('cli.check.altered', { path }))
        for (const what of [...records.invalid, ...records.brokenReferences])
          door.say(words('cli.check.record', { what }))
        if (journal.brokenAt !== null) door.say(words('cli.check.journal', { line: journal.brokenAt }))
        door.say(words(sound ? 'cli.check.sound' : 'cli.check.unsound'))
        if (!sound) door.exit = exitCodes.failed
      }),
    )
}

/** Repairs, says what was done in counts, and gives what a check finds afterwards. */
async function repaired(door: Door): Promise<CheckReport> {
  const { after, kept, ...counts } = await door.call('archive.repair', {})
  door.give({ ...counts, kept, after })
  door.say(door.words('cli.repair.done', { ...counts, kept: kept.length }))
  for (const name of kept) door.say(`  recovered/${name}`)
  return after
}

/** Opens the archive a command names; says so when it can only be read. */
export async function openHere(door: Door, archive: string): Promise<void> {
  const info = await door.call('archive.open', { folder: resolve(archive), wait: true })
  if (info.readOnly && !door.json) process.stderr.write(`${door.words('cli.readOnly', { by: info.readOnly.by })}\n`)
}
