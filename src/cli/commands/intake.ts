import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { ImportedFile, ImportReport, OutputOf } from '#contract/operations'
import { toErrorData } from '#core/errors'
import { type Door, errorLine, exitCodes } from '../door'
import type { Register } from '../program'
import { openHere } from './archive'
import { explainOne } from './explain'

/** read and import. */
export const intakeCommands: Register = (program, run, words) => {
  program
    .command('read')
    .argument('<files...>')
    .description(words('cli.help.read'))
    .option('--explain', words('cli.option.explain'))
    .action((files: string[], options: { explain?: boolean }, command: Command) =>
      run(command, async (door) => {
        for (const file of files) await oneByOne(door, file, options.explain ? explainOne : readOne)
      }),
    )

  program
    .command('import')
    .argument('<archive>')
    .argument('<paths...>')
    .description(words('cli.help.import'))
    .option('--accept', words('cli.option.accept'), false)
    .action((archive: string, paths: string[], options: { accept: boolean }, command: Command) =>
      run(command, async (door) => {
        await openHere(door, archive)
        const report = await door.call('intake.import', {
          paths: paths.map((path) => resolve(path)),
          accept: options.accept,
        })
        door.give(report)
        for (const file of report.files) door.say(lineOf(door, file))
        door.say(summary(door, report))
        if (report.files.some((file) => file.outcome === 'failed')) door.exit = exitCodes.partly
      }),
    )
}

function summary({ words }: Door, report: ImportReport): string {
  const releases = report.files.filter((file) => file.outcome === 'draft').length
  return words('cli.import.done', {
    releases,
    articles: report.articles.length,
    photos: report.photos,
    sets: report.drafts.length - releases,
  })
}

/** Prints what the reader takes from one file. */
async function readOne(door: Door, file: string): Promise<void> {
  const reading = { ...(await door.call('intake.read', { path: resolve(file) })), file }
  door.give(reading)
  door.say(readable(door, reading))
}

/** A file that cannot be read is named and the rest go on. */
async function oneByOne(door: Door, file: string, work: (door: Door, file: string) => Promise<void>): Promise<void> {
  try {
    await work(door, file)
  } catch (thrown) {
    const error = { ...toErrorData(thrown), file }
    if (door.json)
      door.give({ file, error: { code: error.code, message: errorLine({ ...error, file: null }, door.words) } })
    else door.complain(error)
    door.exit = exitCodes.partly
  }
}

function readable({ words }: Door, reading: OutputOf<'intake.read'>): string {
  const row = (key: Parameters<typeof words>[0], value: string | null | undefined) =>
    value ? `  ${words(key)}: ${value}` : null
  const rows = [
    reading.file,
    row('cli.read.title', reading.title),
    row('cli.read.lede', reading.lede),
    row('cli.read.published', reading.publishedOn),
    row('cli.read.body', words('cli.read.paragraphs', { count: reading.body.length })),
    ...reading.captions.map((caption) => row('cli.read.caption', caption)),
    row('cli.read.authors', reading.authors.join(', ')),
    row('cli.read.photographers', reading.photographers.join(', ')),
    row(
      'cli.read.event',
      reading.event &&
        [words(`eventType.${reading.event.type}`), reading.event.title, reading.event.from].filter(Boolean).join(' · '),
    ),
    ...reading.people.map(({ name, offices }) => row('cli.read.person', [name, ...offices].join(', '))),
    row('cli.read.organizations', reading.organizations.join('; ')),
    row('cli.read.places', reading.places.join('; ')),
    ...reading.documents.map(({ type, number, subject }) =>
      row('cli.read.document', [type, number, subject].filter(Boolean).join(' ')),
    ),
    ...reading.awards.map(({ name, to }) => row('cli.read.award', [name, ...to].join(' → '))),
  ]
  return rows.filter((line) => line !== null).join('\n')
}

function lineOf({ words }: Door, file: ImportedFile): string {
  const outcome = words(`cli.outcome.${file.articleId && file.outcome === 'draft' ? 'filed' : file.outcome}`)
  const what = file.error ? errorLine({ ...file.error, file: file.file }, words) : file.file
  const warnings = file.warnings.map(({ code, args }) => words(`warning.${code}` as Parameters<typeof words>[0], args))
  return [`  ${outcome.padEnd(14)} ${what}`, ...warnings.map((warning) => `${' '.repeat(17)}! ${warning}`)].join('\n')
}
