import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { PackageVerdict } from '#contract/packages'
import { findingLine } from '#core/packages/finding'
import { type Door, exitCodes } from '../door'
import type { Register } from '../program'

interface ReceiveOptions {
  to?: string
  organization: string
  person: string
  office: string
  registration: string
  note: string
}

/** verify, receive. */
export const packageCommands: Register = (program, run, words) => {
  program
    .command('verify')
    .argument('<package>', words('custody.cli.argument.package'))
    .description(words('custody.cli.help.verify'))
    .action((path: string, _options: unknown, command: Command) =>
      run(command, async (door) => {
        const verdict = await door.call('package.verify', { path: resolve(path) })
        door.give(verdict)
        verdictTold(door, verdict)
      }),
    )
  program
    .command('receive')
    .argument('<package>', words('custody.cli.argument.package'))
    .description(words('custody.cli.help.receive'))
    .option('--to <folder>', words('custody.cli.option.receiptFolder'))
    .option('--organization <body>', words('custody.cli.option.receiver'), '')
    .option('--person <name>', words('custody.cli.option.receivingPerson'), '')
    .option('--office <office>', words('custody.cli.option.office'), '')
    .option('--registration <code>', words('custody.cli.option.registration'), '')
    .option('--note <words>', words('custody.cli.option.note'), '')
    .action((path: string, options: ReceiveOptions, command: Command) =>
      run(command, async (door) => {
        const { organization, person, office, registration, note } = options
        const received = await door.call('package.receive', {
          path: resolve(path),
          folder: resolve(options.to ?? '.'),
          receiver: { organization, name: person, office },
          registration,
          note,
        })
        door.give(received)
        verdictTold(door, received.verdict)
        const { receiptFile, recordFile } = received
        door.say(words('package.received', { receipt: receiptFile, record: recordFile }))
      }),
    )
}

type Key = Parameters<Door['words']>[0]

function verdictTold(door: Door, { report, fingerprint }: PackageVerdict): void {
  const { words } = door
  for (const finding of report.findings)
    door.say(
      `${finding.severity === 'error' ? '✗' : '!'} ${findingLine((key, args) => words(key as Key, args), finding)}`,
    )
  if (report.more > 0) door.say(words('package.more', { more: report.more }))
  door.say(words('package.files', { files: report.files, bytes: report.bytes }))
  if (fingerprint) door.say(`SHA-256 ${fingerprint.hex}`)
  door.say(words(report.valid ? 'package.valid' : 'package.invalid'))
  if (!report.valid) door.exit = exitCodes.failed
}
