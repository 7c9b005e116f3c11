import type { Command } from 'commander'
import type { OutputOf } from '#contract/operations'
import { formatDate } from '#core/text/dates'
import type { Door } from '../door'
import type { Register } from '../program'
import type { CliWords } from '../words'
import { openHere } from './archive'

type Row = OutputOf<'learnt.list'>['rows'][number]

/** learnt. */
export const learntCommands: Register = (program, run, words) => {
  program
    .command('learnt')
    .argument('<archive>')
    .description(words('cli.help.learnt'))
    .option('--forget <id>', words('cli.option.forget'))
    .action((archive: string, options: { forget?: string }, command: Command) =>
      run(command, async (door) => {
        await openHere(door, archive)
        if (options.forget === undefined) return listed(door)
        const asked = options.forget === 'all' ? { all: true as const } : { ids: [options.forget] }
        const done = await door.call('learnt.forget', asked)
        door.give(done)
        door.say(words('learnt.forgotten', { count: done.forgotten }))
      }),
    )
}

async function listed(door: Door): Promise<void> {
  const { rows } = await door.call('learnt.list', {})
  door.give({ rows })
  for (const row of rows) door.say(line(door.words, row))
  door.say(door.words('learnt.total', { count: rows.length }))
}

function line(words: CliWords, row: Row): string {
  const seen = words('learnt.seen', { seen: row.seen, day: formatDate(row.lastAt.slice(0, 10)) })
  const waiting = row.sure || row.seen > 1 ? '' : `; ${words('learnt.waiting')}`
  return `${row.id}  ${words(`learnt.about.${row.about}`)}: ${lesson(words, row)} (${seen}${waiting})`
}

function lesson(words: CliWords, { about, change, key, value }: Row): string {
  if (about === 'furniture') return words('learnt.furniture', { key })
  if (about !== 'event-type') return words(`learnt.${change}`, { key, value })
  return words('learnt.eventType', { key, value: words(`eventType.${value}` as Parameters<CliWords>[0]) })
}
