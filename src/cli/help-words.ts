import type { Command, Help, Option } from 'commander'
import type { CliWords } from './words'

const titles = {
  'Usage:': 'usage',
  'Options:': 'options',
  'Commands:': 'commands',
  'Arguments:': 'arguments',
  'Global Options:': 'globalOptions',
} as const

/** What commander itself says, by the shape of its English. */
const complaints = [
  [/^error: unknown command '(.*)'/, 'unknownCommand'],
  [/^error: unknown option '(.*)'/, 'unknownOption'],
  [/^error: missing required argument '(.*)'/, 'missingArgument'],
  [/^error: option '(.*)' argument missing/, 'optionMissingArgument'],
  [/^error: too many arguments()/, 'excessArguments'],
] as const

/** Puts commander's own words into the person's language; what it does not know passes as it is. */
export function speak(program: Command, words: CliWords): void {
  const title = (text: string): string => {
    const key = titles[text as keyof typeof titles]
    return key ? words(`cli.usage.${key}`) : text
  }
  const help: Partial<Help> = {
    styleTitle: title,
    styleUsage: (usage) => usage.replaceAll('[options]', words('cli.usage.optionsMark')),
    subcommandTerm: (command) =>
      `${command.name()} ${command.registeredArguments.map((one) => (one.required ? `<${one.name()}>` : `[${one.name()}]`)).join(' ')}`,
    optionDescription: (option) => described(option, words),
  }
  program.usage(words('cli.usage.shape'))
  program.configureHelp(help)
  program.configureOutput({ outputError: (text, write) => write(complaint(text, words)) })
}

function described(option: Option, words: CliWords): string {
  const { description, defaultValue } = option
  const told = typeof defaultValue === 'string' && defaultValue !== ''
  return told ? `${description} (${words('cli.usage.default', { value: defaultValue })})` : description
}

function complaint(text: string, words: CliWords): string {
  for (const [shape, key] of complaints) {
    const found = shape.exec(text)
    if (!found) continue
    const like = /Did you mean (?:one of )?(.*)\?\)/.exec(text)?.[1]
    const hint = like ? ` ${words('cli.usage.suggest', { name: like })}` : ''
    return `${words(`cli.usage.${key}`, { name: found[1] ?? '' })}${hint}\n`
  }
  return text.replace(/^error: /, '')
}
