import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { TransferView } from '#contract/custody'
import type { InputOf } from '#contract/operations'
import { formatDate } from '#core/text/dates'
import type { Door } from '../door'
import { collect, groupOf, settingsOf } from '../groups'
import type { Register } from '../program'
import { openHere } from './archive'
import { dossierId } from './dossiers'
import { preflightTold } from './preflight'

interface CreateOptions {
  title: string
  date: string
  receiver?: string
  amends?: string
  set: string[]
}

interface PackOptions {
  form: string
  schemas?: string
  zip?: boolean
  originals?: boolean
  metadata: boolean
  anyway?: boolean
}

/** transfer list | show | create | update | deliver | reopen | remove; settings. */
export const transferCommands: Register = (program, run, words) => {
  const command = groupOf(program, 'transfer', words('custody.cli.help.transfer'), words)
  const one = (action: string, about: string) =>
    command(action, about).argument('<archive>').argument('<transfer>', words('custody.cli.argument.transfer'))
  const opened = (command: Command, archive: string, work: (door: Door) => Promise<void>) =>
    run(command, async (door) => {
      await openHere(door, archive)
      await work(door)
    })

  command('list', words('custody.cli.help.transferList'))
    .argument('<archive>')
    .action((archive: string, _options: unknown, command: Command) => opened(command, archive, listed))
  one('show', words('custody.cli.help.transferShow')).action(
    (archive: string, id: string, _options: unknown, command: Command) =>
      opened(command, archive, async (door) => told(door, await door.call('transfer.get', { id }))),
  )
  command('create', words('custody.cli.help.transferCreate'))
    .argument('<archive>')
    .argument('<dossiers...>', words('custody.cli.argument.dossier'))
    .requiredOption('--title <title>', words('custody.cli.option.title'))
    .requiredOption('--date <date>', words('custody.cli.option.date'))
    .option('--receiver <body>', words('custody.cli.option.receiver'))
    .option('--amends <transfer>', words('custody.cli.option.amends'))
    .option('--set <field=value>', words('custody.cli.option.set'), collect, [])
    .action((archive: string, dossiers: string[], options: CreateOptions, command: Command) => {
      const fields = settingsOf(options.set, command, words)
      return opened(command, archive, async (door) => {
        const ids = await Promise.all(dossiers.map((dossier) => dossierId(door, dossier)))
        const { title, date, receiver, amends } = options
        const input = {
          ...{ title, date, dossiers: ids },
          ...(receiver ? { receiver: { organization: receiver } } : {}),
          ...(amends ? { amends } : {}),
          ...fields,
        }
        told(door, await door.call('transfer.create', input as InputOf<'transfer.create'>))
      })
    })
  one('update', words('custody.cli.help.transferUpdate'))
    .requiredOption('--set <field=value>', words('custody.cli.option.set'), collect, [])
    .action((archive: string, id: string, options: { set: string[] }, command: Command) => {
      const fields = settingsOf(options.set, command, words)
      return opened(command, archive, async (door) =>
        told(door, await door.call('transfer.update', { id, fields } as InputOf<'transfer.update'>)),
      )
    })
  for (const [action, about] of [
    ['deliver', words('custody.cli.help.transferDeliver')],
    ['reopen', words('custody.cli.help.transferReopen')],
  ] as const) {
    one(action, about).action((archive: string, id: string, _options: unknown, command: Command) =>
      opened(command, archive, async (door) => told(door, await door.call(`transfer.${action}`, { id }))),
    )
  }
  one('check', words('custody.cli.help.check')).action(
    (archive: string, id: string, _options: unknown, command: Command) =>
      opened(command, archive, async (door) => preflightTold(door, await door.call('transfer.check', { id }))),
  )
  one('package', words('custody.cli.help.transferPackage'))
    .argument('<folder>')
    .option('--form <form>', words('custody.cli.option.form'), 'bagit')
    .option('--schemas <folder>', words('custody.cli.option.schemas'))
    .option('--zip', words('custody.cli.option.zip'))
    .option('--originals', words('custody.cli.option.originals'))
    .option('--no-metadata', words('custody.cli.option.noMetadata'))
    .option('--anyway', words('custody.cli.option.anyway'))
    .action((archive: string, id: string, folder: string, options: PackOptions, command: Command) =>
      opened(command, archive, async (door) => {
        const schemas = options.schemas === undefined ? null : resolve(options.schemas)
        const input = { id, folder: resolve(folder), ...options, schemas }
        const made = await door.call('transfer.package', input as InputOf<'transfer.package'>)
        if (door.json) return door.give(made)
        told(door, made.view)
        door.say(words('package.made', { path: made.path }))
      }),
    )
  one('receipt', words('custody.cli.help.transferReceipt'))
    .argument('<receipt>', words('custody.cli.argument.receipt'))
    .action((archive: string, id: string, receipt: string, _options: unknown, command: Command) =>
      opened(command, archive, async (door) =>
        told(door, await door.call('transfer.receipt', { id, path: resolve(receipt) })),
      ),
    )
  one('remove', words('custody.cli.help.transferRemove')).action(
    (archive: string, id: string, _options: unknown, command: Command) =>
      opened(command, archive, async (door) => {
        door.give(await door.call('transfer.remove', { id }))
        door.say(words('custody.cli.done', { title: id }))
      }),
  )

  program
    .command('settings')
    .argument('<archive>')
    .description(words('custody.cli.help.settings'))
    .option('--set <field=value>', words('custody.cli.option.set'), collect, [])
    .action((archive: string, options: { set: string[] }, command: Command) => {
      const fields = settingsOf(options.set, command, words)
      return opened(command, archive, async (door) => {
        const settings =
          options.set.length > 0
            ? await door.call('archive.updateSettings', fields as InputOf<'archive.updateSettings'>)
            : await door.call('archive.settings', {})
        door.give(settings)
        for (const [field, value] of Object.entries(settings)) {
          door.say(`${field} = ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        }
      })
    })
}

async function listed(door: Door): Promise<void> {
  const page = await door.call('transfer.list', { limit: 500 })
  door.give(page)
  for (const { id, date, state, dossiers, title } of page.rows) {
    const status = door.words(`custody.transferState.${state}`)
    door.say(`${id}  ${formatDate(date).padEnd(10)}  ${String(dossiers).padStart(4)}  ${status}  ${title}`)
  }
  door.say(door.words('custody.cli.transfers', { shown: page.rows.length, total: page.total }))
}

export function told(door: Door, view: TransferView): void {
  door.give(view)
  const { transfer, dossiers, counts } = view
  door.say(`${transfer.id}  ${transfer.title}`)
  door.say(`  ${door.words(`custody.transferState.${transfer.state}`)}  ${formatDate(transfer.date)}`)
  door.say(`  ${door.words('custody.cli.counts', { ...counts })}`)
  for (const dossier of dossiers) door.say(`  ${dossier.code}  ${dossier.title}`)
  if (transfer.package) door.say(`  ${transfer.package.path}`)
}
