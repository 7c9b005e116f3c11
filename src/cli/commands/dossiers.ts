import type { Command } from 'commander'
import type { DossierView, SkippedItem } from '#contract/custody'
import type { InputOf, OutputOf } from '#contract/operations'
import { formatDate } from '#core/text/dates'
import { type Door, exitCodes } from '../door'
import { collect, groupOf, settingsOf } from '../groups'
import type { Register } from '../program'
import { openHere } from './archive'
import { preflightTold } from './preflight'
import { idOf } from './records'

interface CreateOptions {
  title: string
  year: string
  number: string
  code: string
  retention?: string
  query?: string
  move?: boolean
  set: string[]
}

const orders = ['date', 'serial', 'title'] as const

/** dossier list | show | create | update | add | take | order | close | reopen | remove. */
export const dossierCommands: Register = (program, run, words) => {
  const help = (key: Help) => words(`custody.cli.help.${key}`)
  const command = groupOf(program, 'dossier', help('dossier'), words)
  const one = (action: string, about: Help) =>
    command(action, help(about)).argument('<archive>').argument('<dossier>', words('custody.cli.argument.dossier'))
  const opened = (command: Command, archive: string, work: (door: Door) => Promise<void>) =>
    run(command, async (door) => {
      await openHere(door, archive)
      await work(door)
    })

  command('list', help('dossierList'))
    .argument('<archive>')
    .argument('[words...]')
    .option('--year <year>', words('custody.cli.option.year'))
    .option('--limit <n>', words('cli.option.limit'), '100')
    .action((archive: string, text: string[], options: { year?: string; limit: string }, command: Command) =>
      opened(command, archive, (door) => listed(door, text.join(' '), options)),
    )
  one('show', 'dossierShow').action((archive: string, dossier: string, _options: unknown, command: Command) =>
    opened(command, archive, async (door) => shown(door, await dossierId(door, dossier))),
  )
  command('create', help('dossierCreate'))
    .argument('<archive>')
    .requiredOption('--title <title>', words('custody.cli.option.title'))
    .requiredOption('--year <year>', words('custody.cli.option.year'))
    .option('--number <number>', words('custody.cli.option.number'), '')
    .option('--code <code>', words('custody.cli.option.code'), '')
    .option('--retention <code>', words('custody.cli.option.retention'))
    .option('--query <words>', words('custody.cli.option.query'))
    .option('--move', words('custody.cli.option.move'))
    .option('--set <field=value>', words('custody.cli.option.set'), collect, [])
    .action((archive: string, options: CreateOptions, command: Command) => {
      const fields = settingsOf(options.set, command, words)
      return opened(command, archive, (door) => created(door, options, fields))
    })
  one('update', 'dossierUpdate')
    .requiredOption('--set <field=value>', words('custody.cli.option.set'), collect, [])
    .action((archive: string, dossier: string, options: { set: string[] }, command: Command) => {
      const fields = settingsOf(options.set, command, words)
      return opened(command, archive, async (door) => {
        const id = await dossierId(door, dossier)
        told(door, await door.call('dossier.update', { id, fields } as InputOf<'dossier.update'>))
      })
    })
  one('add', 'dossierAdd')
    .argument('[articles...]', words('custody.cli.argument.articles'))
    .option('--query <words>', words('custody.cli.option.query'))
    .option('--move', words('custody.cli.option.move'))
    .action(
      (
        archive: string,
        dossier: string,
        articles: string[],
        options: { query?: string; move?: boolean },
        command: Command,
      ) => {
        if (articles.length === 0 && options.query === undefined)
          command.error(words('custody.cli.nothingNamed'), { exitCode: exitCodes.usage })
        return opened(command, archive, async (door) => {
          const items = await itemsAsked(door, articles, options)
          added(door, await door.call('dossier.addItems', { id: await dossierId(door, dossier), ...items }))
        })
      },
    )
  one('take', 'dossierTake')
    .argument('<articles...>', words('custody.cli.argument.articles'))
    .action((archive: string, dossier: string, articles: string[], _options: unknown, command: Command) =>
      opened(command, archive, async (door) => {
        const items = await Promise.all(articles.map((article) => idOf(door, article)))
        told(door, await door.call('dossier.removeItems', { id: await dossierId(door, dossier), items }))
      }),
    )
  one('order', 'dossierOrder')
    .requiredOption('--by <order>', words('custody.cli.option.by'))
    .action((archive: string, dossier: string, { by }: { by: string }, command: Command) => {
      const order = orders.find((known) => known === by)
      if (!order) command.error(words('custody.cli.badBy', { by }), { exitCode: exitCodes.usage })
      return opened(command, archive, async (door) =>
        told(door, await door.call('dossier.reorder', { id: await dossierId(door, dossier), by: order ?? 'date' })),
      )
    })
  for (const [action, about] of [
    ['close', 'dossierClose'],
    ['reopen', 'dossierReopen'],
  ] as const) {
    one(action, about).action((archive: string, dossier: string, _options: unknown, command: Command) =>
      opened(command, archive, async (door) =>
        told(door, await door.call(`dossier.${action}`, { id: await dossierId(door, dossier) })),
      ),
    )
  }
  one('check', 'check').action((archive: string, dossier: string, _options: unknown, command: Command) =>
    opened(command, archive, async (door) =>
      preflightTold(door, await door.call('dossier.check', { id: await dossierId(door, dossier) })),
    ),
  )
  one('remove', 'dossierRemove').action((archive: string, dossier: string, _options: unknown, command: Command) =>
    opened(command, archive, async (door) => {
      door.give(await door.call('dossier.remove', { id: await dossierId(door, dossier) }))
      door.say(words('custody.cli.done', { title: dossier }))
    }),
  )
}

type Help = keyof typeof import('#resources/locale/vi/custody.json')['custody']['cli']['help']

/** A dossier is named by its code or its id. */
export async function dossierId(door: Door, dossier: string): Promise<string> {
  const { rows } = await door.call('dossier.list', { text: dossier, limit: 500 })
  return rows.find(({ code }) => code === dossier)?.id ?? dossier
}

async function itemsAsked(door: Door, articles: string[], { query, move }: { query?: string; move?: boolean }) {
  const elsewhere = move ? ('move' as const) : ('skip' as const)
  if (query !== undefined) return { selection: { query: { text: query, sort: 'oldest' as const } }, elsewhere }
  return { selection: { ids: await Promise.all(articles.map((article) => idOf(door, article))) }, elsewhere }
}

async function created(door: Door, options: CreateOptions, fields: Record<string, unknown>): Promise<void> {
  const { title, year, number, code, retention, query } = options
  const items = query === undefined ? null : await itemsAsked(door, [], options)
  const input = {
    ...{ title, year: Number(year), number, code },
    ...(retention ? { retention: { code: retention } } : {}),
    ...fields,
    ...(items ? { items } : {}),
  }
  added(door, await door.call('dossier.create', input as InputOf<'dossier.create'>))
}

async function listed(door: Door, text: string, { year, limit }: { year?: string; limit: string }): Promise<void> {
  const page = await door.call('dossier.list', {
    text,
    limit: Number(limit),
    ...(year === undefined ? {} : { year: Number(year) }),
  })
  door.give(page)
  for (const row of page.rows) {
    const status = door.words(`custody.dossierStatus.${row.status}`)
    const retention = row.retention ? door.words(`retention.${row.retention.code}`) : ''
    door.say(`${row.code.padEnd(24)}  ${String(row.items).padStart(5)}  ${status}  ${retention}  ${row.title}`)
  }
  door.say(door.words('custody.cli.dossiers', { shown: page.rows.length, total: page.total }))
}

async function shown(door: Door, id: string): Promise<void> {
  const view = await door.call('dossier.get', { id })
  const { rows } = await door.call('dossier.items', { id, limit: 500 })
  if (door.json) return door.give({ ...view, items: rows })
  told(door, view)
  for (const { order, serial, date, dateKind, title } of rows) {
    const day = dateKind === 'received' || !date ? '' : formatDate(date)
    door.say(`${String(order).padStart(5)}  ${String(serial).padStart(6)}  ${day.padEnd(10)}  ${title}`)
  }
}

function told(door: Door, view: DossierView): void {
  door.give(view)
  const { dossier, counts, transfers } = view
  const [from, to] = [dossier.from ?? view.span?.from, dossier.to ?? view.span?.to]
  const dates = from && to ? `  ${formatDate(from)} - ${formatDate(to)}` : ''
  door.say(`${dossier.code}  ${dossier.title}`)
  const retention = dossier.retention ? `  ${door.words(`retention.${dossier.retention.code}`)}` : ''
  door.say(`  ${door.words(`custody.dossierStatus.${dossier.status}`)}${retention}${dates}`)
  door.say(`  ${door.words('custody.cli.counts', counts)}`)
  for (const { title, state } of transfers) door.say(`  ${title} (${door.words(`custody.transferState.${state}`)})`)
}

function added(door: Door, answer: OutputOf<'dossier.addItems'>): void {
  door.give(answer)
  const { view, skipped, moved } = answer
  const reason = ({ because, dossier }: SkippedItem) =>
    door.words(`custody.skipped.${because}`, { code: dossier?.code ?? '' })
  for (const item of skipped) {
    door.say(door.words('custody.cli.skipped', { title: item.title || item.id, reason: reason(item) }))
  }
  door.say(door.words('custody.cli.added', { added: answer.added, moved, code: view.dossier.code }))
}
