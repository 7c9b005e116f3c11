import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { ExportReport } from '#contract/operations'
import { PictureCopies } from '#contract/pictures'
import type { TemplateChoice } from '#contract/templates'
import { ArticleForm, DossierForm, PhotoForm, TransferForm } from '#contract/word'
import type { Door } from '../door'
import { collect } from '../groups'
import type { Register } from '../program'
import { openHere } from './archive'
import { dossierId } from './dossiers'

interface ExportOptions {
  query: string
  form?: string
  dossier: string[]
  transfer?: string
  photo: string[]
  copies: string
  longest: string
  template: string
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
    .option('--form <form>', words('cli.option.form'))
    .option('--dossier <code>', words('cli.option.dossier'), collect, [])
    .option('--transfer <id>', words('cli.option.transfer'))
    .option('--photo <id>', words('cli.option.photo'), collect, [])
    .option('--copies <kind>', words('cli.option.copies'), 'originals')
    .option('--longest <pixels>', words('cli.option.longest'), '1920')
    .option('--template <file>', words('cli.option.template'), 'in-use')
    .action((product: string, archive: string, folder: string, options: ExportOptions, command: Command) => {
      if (!Object.hasOwn(products, product)) command.error(words('cli.export.unknown', { product }), { exitCode: 2 })
      const wrong = product === 'word' && !fits(options)
      if (wrong)
        command.error(words('cli.export.unknownForm', { form: named(options), forms: formsFor(options) }), {
          exitCode: 2,
        })
      if (product === 'pictures' && !copiesOf(options).success)
        command.error(words('cli.export.unknownCopies', { copies: options.copies }), { exitCode: 2 })
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

/** The forms that fit what is named: a transfer, dossiers, photos, else articles. */
const formOf = ({ dossier, transfer, photo }: ExportOptions) =>
  transfer ? TransferForm : dossier.length > 0 ? DossierForm : photo.length > 0 ? PhotoForm : ArticleForm

/** How pictures are copied, as it was typed. */
const copiesOf = ({ copies, longest }: ExportOptions) =>
  PictureCopies.safeParse({ kind: copies, longest: Number(longest) })

/** The form asked for, or the one that is usual for what is named. */
function named(options: ExportOptions): string {
  const usual = options.transfer ? 'minutes' : options.dossier.length > 0 ? 'dossier' : 'both'
  return options.form ?? (usual === 'both' && options.photo.length > 0 ? 'photo-sheet' : usual)
}

const fits = (options: ExportOptions): boolean => formOf(options).safeParse(named(options)).success
const formsFor = (options: ExportOptions): string => formOf(options).options.join(', ')

/** A file that is there in so many words, the one in use, none, or the id of a kept one. */
function templateOf(text: string): TemplateChoice {
  if (text === 'in-use' || text === 'none') return text
  return /\.\w+$/.test(text) ? { path: resolve(text) } : { id: text }
}

async function word(door: Door, folder: string, options: ExportOptions): Promise<ExportReport> {
  const { dossier, transfer, photo } = options
  const form = named(options)
  const template = templateOf(options.template)
  if (transfer) return door.call('export.transfer', { transfer, folder, form: TransferForm.parse(form), template })
  if (dossier.length > 0) {
    const dossiers = await Promise.all(dossier.map((one) => dossierId(door, one)))
    return door.call('export.dossiers', { dossiers, folder, form: DossierForm.parse(form), template })
  }
  if (photo.length > 0) return door.call('export.photoSheets', { photos: photo, folder, form: PhotoForm.parse(form) })
  return door.call('export.word', { selection: selection(options), folder, form: ArticleForm.parse(form), template })
}

const products = {
  word,
  excel: (door: Door, folder: string, options: ExportOptions): Promise<ExportReport> =>
    door.call('export.excel', { selection: selection(options), folder }),
  pictures: (door: Door, folder: string, options: ExportOptions): Promise<ExportReport> => {
    const copies = copiesOf(options).data
    return options.photo.length > 0
      ? door.call('export.photos', { photos: options.photo, folder, copies })
      : door.call('export.pictures', { selection: selection(options), folder, copies })
  },
  all: (door: Door, folder: string, options: ExportOptions): Promise<ExportReport> =>
    door.call('export.all', { selection: selection(options), folder }),
}
