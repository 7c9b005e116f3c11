import type { Command } from 'commander'
import { exitCodes } from './door'
import type { CliWords } from './words'

/** A command that only holds others: `kho dossier list …`. Each of those takes the common options too. */
export function groupOf(program: Command, name: string, description: string, words: CliWords) {
  const group = program.command(name).description(description).usage(words('cli.usage.shape')).helpCommand(false)
  return (action: string, about: string): Command =>
    group
      .command(action)
      .description(about)
      .exitOverride()
      .option('--json', words('cli.option.json'))
      .option('--en', words('cli.option.en'))
      .option('--verbose', words('cli.option.verbose'))
}

/** For options that may be repeated. */
export const collect = (value: string, before: string[]): string[] => [...before, value]

const counted: ReadonlySet<string> = new Set(['year', 'sheets', 'pages', 'boxes', 'shelfMetres', 'submission'])

/**
 * `--set field=value` as fields: lists, objects and null are written as JSON, counts as numbers, everything else
 * is text. Ends the command where one is none of it; call it before an archive is opened.
 */
export function settingsOf(settings: string[], command: Command, words: CliWords): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const text of settings) {
    const at = text.indexOf('=')
    if (at < 1) command.error(words('custody.cli.unset', { text }), { exitCode: exitCodes.usage })
    const field = text.slice(0, at).trim()
    fields[field] = settingValue(field, text.slice(at + 1))
  }
  return fields
}

function settingValue(field: string, text: string): unknown {
  if (!counted.has(field) && !/^(null$|[[{"])/.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
