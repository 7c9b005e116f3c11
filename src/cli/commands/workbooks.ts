import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { InputOf } from '#contract/operations'
import { ListKind, ListQuery } from '#contract/workbooks'
import { ExcelForm } from '#core/model/forms'
import type { Door } from '../door'
import { collect } from '../groups'
import type { Register } from '../program'
import { openHere } from './archive'
import { dossierId } from './dossiers'

interface FormOptions {
  query: string
  dossier: string[]
  transfer?: string
  year?: string
  place: string
  signedOn?: string
  thumbnails?: boolean
  withPictures?: boolean
}

interface ListOptions {
  query: string
  sort?: string
  columns?: string
}

/** export-form, export-list. */
export const workbookCommands: Register = (program, run, words) => {
  const argument = (name: 'form' | 'list', list: readonly string[]) =>
    words(`cli.workbook.argument.${name}`, { list: list.join(', ') })
  program
    .command('export-form')
    .argument('<form>', argument('form', ExcelForm.options))
    .argument('<archive>')
    .argument('<folder>')
    .description(words('cli.help.export-form'))
    .option('--query <words>', words('cli.option.query'), '')
    .option('--dossier <code>', words('cli.workbook.option.dossier'), collect, [])
    .option('--transfer <id>', words('cli.workbook.option.transfer'))
    .option('--year <year>', words('cli.workbook.option.year'))
    .option('--place <name>', words('cli.workbook.option.place'), '')
    .option('--signed-on <date>', words('cli.workbook.option.signedOn'))
    .option('--thumbnails', words('cli.workbook.option.thumbnails'))
    .option('--with-pictures', words('cli.workbook.option.withPictures'))
    .action((form: string, archive: string, folder: string, options: FormOptions, command: Command) => {
      const known = ExcelForm.safeParse(form)
      if (!known.success) command.error(argument('form', ExcelForm.options), { exitCode: 2 })
      return run(command, async (door) => {
        await openHere(door, archive)
        const dossiers = await Promise.all(options.dossier.map((code) => dossierId(door, code)))
        const input = { form: known.data as ExcelForm, folder: resolve(folder), dossiers, ...asked(options) }
        told(door, await door.call('export.form', input))
      })
    })

  program
    .command('export-list')
    .argument('<list>', argument('list', ListKind.options))
    .argument('<archive>')
    .argument('<folder>')
    .description(words('cli.help.export-list'))
    .option('--query <words>', words('cli.option.query'), '')
    .option('--sort <order>', words('cli.workbook.option.sortList'))
    .option('--columns <names>', words('cli.workbook.option.columns'))
    .action((kind: string, archive: string, folder: string, options: ListOptions, command: Command) => {
      const list = ListQuery.safeParse({ kind, query: { text: options.query, ...sorted(options.sort) } })
      if (!list.success) command.error(argument('list', ListKind.options), { exitCode: 2 })
      return run(command, async (door) => {
        await openHere(door, archive)
        const columns = options.columns?.split(',').map((name) => name.trim()) ?? []
        const input = { list: list.data as ListQuery, columns, folder: resolve(folder) }
        told(door, await door.call('export.list', input))
      })
    })
}

const sorted = (sort: string | undefined) => (sort ? { sort } : {})

function asked(options: FormOptions): Omit<InputOf<'export.form'>, 'form' | 'folder'> {
  return {
    selection: { query: { text: options.query, sort: 'oldest' } },
    transfer: options.transfer ?? null,
    year: options.year ?? null,
    place: options.place,
    signedOn: options.signedOn ?? null,
    thumbnails: options.thumbnails ?? false,
    pictures: options.withPictures ?? false,
  }
}

function told(door: Door, report: { folder: string; files: { path: string }[] }): void {
  door.give(report)
  for (const { path } of report.files) door.say(`  ${path}`)
  door.say(door.words('cli.export.done', { files: report.files.length, folder: report.folder }))
}
