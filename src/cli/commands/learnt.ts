import type { Command } from 'commander'
import { learntSentence } from '#core/learning/sentence'
import type { Door } from '../door'
import type { Register } from '../program'
import { openHere } from './archive'

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
  const { words } = door
  const { rows } = await door.call('learnt.list', {})
  door.give({ rows })
  for (const row of rows) {
    const { what, when } = learntSentence((key, args) => words(key as Parameters<typeof words>[0], args), row)
    door.say(`${row.id}  ${what} (${when})`)
  }
  door.say(words('learnt.total', { count: rows.length }))
}
