import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { ExportReport } from '#contract/operations'
import type { Door } from '../door'
import type { Register } from '../program'
import { openHere } from './archive'

interface ExportOptions {
  query: string
  form: 'articles' | 'book' | 'both'
}

/** export word | excel | pictures | all. */
export const exportCommands: Register = (program, run, words) => {
  program
    .command('export')
    .argument('<product>', words('cli.argument.product'))
    .argument('<archive>')
    .argument('<folder>')
    .description(words('cli.help.export'))
    .option('--query <words>', words('cli.option.query'), '')
    .option('--form <form>', words('cli.option.form'), 'both')
    .action((product: string, archive: string, folder: string, options: ExportOptions, command: Command) => {
      if (!Object.hasOwn(products, product)) command.error(words('cli.export.unknown', { product }), { exitCode: 2 })
      return run(command, async (door) => {
        await openHere(door, archive)
        const report = await products[product as keyof typeof products](door, resolve(folder), options)
        door.give(report)
        for (const file of report.files) door.say(`  ${file.path}`)
        door.say(words('cli.export.done', { files: report.files.length, folder: report.folder }))
      })
    })
}

const selection = ({ query }: ExportOptions) => ({ query: { text: query, sort: 'oldest' as const } })

const products = {
  word: (door: Door, folder: string, options: ExportOptions): Promise<ExportReport> =>
    door.call('export.word', { selection: selection(options), folder, form: options.form }),
  excel: (door: Door, folder: string, options: ExportOptions): Promise<ExportReport> =>
    door.call('export.excel', { selection: selection(options), folder }),
  pictures: (door: Door, folder: string, options: ExportOptions): Promise<ExportReport> =>
    door.call('export.pictures', { selection: selection(options), folder }),
  all: (door: Door, folder: string, options: ExportOptions): Promise<ExportReport> =>
    door.call('export.all', { selection: selection(options), folder }),
}
