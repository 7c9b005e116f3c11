import type { Command } from 'commander'
import type { HistoryRow, RecordHistoryRow } from '#contract/history'
import { KhoError } from '#core/errors'
import { historySentence } from '#core/history'
import { formatDate } from '#core/text/dates'
import { type Door, exitCodes } from '../door'
import type { Register } from '../program'
import type { CliWords } from '../words'
import { openHere } from './archive'
import { idOf } from './records'

const LONGEST_VALUE = 100

/** history, undo, redo, bin. */
export const historyCommands: Register = (program, run, words) => {
  program
    .command('history')
    .argument('<archive>')
    .argument('[article]', words('cli.argument.article'))
    .description(words('cli.help.history'))
    .option('--limit <n>', words('cli.option.changes'), '50')
    .option('--before <change>', words('cli.option.before'))
    .action((archive: string, article: string | undefined, options: PageOptions, command: Command) =>
      run(command, (door) => told(door, archive, article, options)),
    )
  for (const what of ['undo', 'redo'] as const) {
    program
      .command(what)
      .argument('<archive>')
      .argument('[change]', words('cli.argument.change'))
      .description(words(`cli.help.${what}`))
      .action((archive: string, change: string | undefined, _options: unknown, command: Command) =>
        run(command, async (door) => {
          await openHere(door, archive)
          await turned(door, what, change === undefined ? null : Number(change))
        }),
      )
  }
  program
    .command('bin')
    .argument('<archive>')
    .description(words('cli.help.bin'))
    .option('--empty', words('cli.option.empty'))
    .option('--remove-originals', words('cli.option.removeOriginals'))
    .action((archive: string, options: { empty?: boolean; removeOriginals?: boolean }, command: Command) =>
      run(command, async (door) => {
        await openHere(door, archive)
        if (options.empty) await emptied(door, options.removeOriginals === true)
        else await binned(door)
      }),
    )
}

interface PageOptions {
  limit: string
  before?: string
}

async function told(door: Door, archive: string, article: string | undefined, options: PageOptions): Promise<void> {
  await openHere(door, archive)
  const page = { limit: Number(options.limit), before: options.before ? Number(options.before) : null }
  if (article === undefined) {
    const { total, rows, next } = await door.call('history.list', page)
    door.give({ total, rows, next })
    for (const row of rows) door.say(line(door.words, row))
    door.say(door.words('cli.history.total', { shown: rows.length, total }))
    return
  }
  const found = await door.call('history.ofRecord', { kind: 'article', id: await idOf(door, article), ...page })
  door.give(found)
  for (const row of found.rows) {
    door.say(line(door.words, row))
    for (const change of row.changes) door.say(fieldLine(change))
  }
}

function line(words: CliWords, row: HistoryRow): string {
  const undone = row.undone ? ` ${words('cli.history.undone')}` : ''
  return `${String(row.sequence).padStart(6)}  ${dayOf(row.at)}  ${row.who}  ${sentence(words, row.operation, row.args)}${undone}`
}

const dayOf = (at: string): string => `${formatDate(at.slice(0, 10))} ${at.slice(11, 16)}`

function fieldLine({ field, before, after }: RecordHistoryRow['changes'][number]): string {
  return `          ${field}: ${short(before)} → ${short(after)}`
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}

function sentence(words: CliWords, operation: string, args: Record<string, string>): string {
  return historySentence((key, more) => words(key as Parameters<CliWords>[0], more), operation, args)
}

/** Undoes or redoes; a refusal names the change that stands in the way. */
async function turned(door: Door, what: 'undo' | 'redo', sequence: number | null): Promise<void> {
  const { words } = door
  try {
    const done = await door.call(`history.${what}`, { sequence })
    door.give(done)
    door.say(sentence(words, `history.${what}`, { ...done.args, what: done.operation, of: String(done.of) }))
  } catch (thrown) {
    const args = thrown instanceof KhoError && thrown.code === 'record-changed-meanwhile' ? thrown.args : {}
    if (args.sequence && !door.json) {
      const { operation = '', who = '', at = '' } = args
      const said = sentence(words, operation, args)
      process.stderr.write(
        `${words('history.blockedBy', { sequence: args.sequence, who, at: dayOf(at), sentence: said })}\n`,
      )
    }
    throw thrown
  }
}

async function binned(door: Door): Promise<void> {
  const { rows } = await door.call('bin.list', {})
  door.give({ rows })
  for (const { at, who, title, reason, sequence, kind } of rows) {
    const what = door.words(`cli.bin.${kind}`)
    door.say(`${String(sequence).padStart(6)}  ${formatDate(at.slice(0, 10))}  ${who}  ${what} “${title}”  ${reason}`)
  }
  door.say(door.words('cli.bin.total', { count: rows.length }))
}

async function emptied(door: Door, removeOriginals: boolean): Promise<void> {
  const done = await door.call('bin.empty', { originals: removeOriginals ? 'remove' : 'keep' })
  door.give(done)
  const { articles, drafts, originalsRemoved, kept } = done
  door.say(door.words('cli.bin.emptied', { articles, drafts, originals: originalsRemoved }))
  if (kept.length > 0) {
    door.say(door.words('cli.bin.kept', { count: kept.length }))
    door.exit = exitCodes.partly
  }
}
