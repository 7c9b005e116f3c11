import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { TemplateProblem } from '#contract/templates'
import { type Template, TemplatePurpose } from '#core/model/template'
import { problemSentence } from '#core/templates/problem'
import { type Door, exitCodes } from '../door'
import { groupOf } from '../groups'
import type { Register } from '../program'
import type { CliWords } from '../words'
import { openHere } from './archive'

interface ForOptions {
  for: string
  name?: string
}

/** template fields | check | add | list | use | remove. */
export const templateCommands: Register = (program, run, words) => {
  const command = groupOf(program, 'template', words('template.cli.group'), words)
  const purposeOf = ({ for: asked }: ForOptions, command: Command): TemplatePurpose => {
    const parsed = TemplatePurpose.safeParse(asked)
    return parsed.success ? parsed.data : command.error(words('template.cli.for'), { exitCode: exitCodes.usage })
  }
  const purposed = (one: Command) => one.option('--for <purpose>', words('template.cli.for'), 'article')

  purposed(command('fields', words('template.cli.fields'))).action((options: ForOptions, command: Command) => {
    const purpose = purposeOf(options, command)
    return run(command, (door) => fields(door, purpose))
  })
  purposed(command('check', words('template.cli.check')).argument('<file>', words('template.cli.file'))).action(
    (file: string, options: ForOptions, command: Command) => {
      const purpose = purposeOf(options, command)
      return run(command, (door) => check(door, resolve(file), purpose))
    },
  )
  purposed(
    command('add', words('template.cli.add')).argument('<archive>').argument('<file>', words('template.cli.file')),
  )
    .option('--name <name>', words('template.cli.name'))
    .action((archive: string, file: string, options: ForOptions, command: Command) => {
      const purpose = purposeOf(options, command)
      return run(command, async (door) => {
        await openHere(door, archive)
        const kept = await door.call('template.add', { path: resolve(file), purpose, name: options.name ?? '' })
        door.give(kept)
        door.say(words('template.kept', { name: kept.name }))
      })
    })
  command('list', words('template.cli.list'))
    .argument('<archive>')
    .action((archive: string, _options: unknown, command: Command) =>
      run(command, async (door) => {
        await openHere(door, archive)
        await list(door)
      }),
    )
  const named = (action: string, about: string) =>
    command(action, about).argument('<archive>').argument('<template>', words('template.cli.template'))
  named('use', words('template.cli.use'))
    .option('--not', words('template.cli.not'))
    .action((archive: string, template: string, options: { not?: boolean }, command: Command) =>
      run(command, async (door) => {
        await openHere(door, archive)
        const used = await door.call('template.use', { id: await templateId(door, template), inUse: !options.not })
        door.give(used)
        door.say(words(options.not ? 'template.notUsed' : 'template.kept', { name: used.name }))
      }),
    )
  named('remove', words('template.cli.remove')).action(
    (archive: string, template: string, _options: unknown, command: Command) =>
      run(command, async (door) => {
        await openHere(door, archive)
        await door.call('template.remove', { id: await templateId(door, template) })
        door.say(words('template.removed', { name: template }))
      }),
  )
}

async function fields(door: Door, purpose: TemplatePurpose): Promise<void> {
  const found = await door.call('template.fields', { purpose })
  door.give(found)
  const mark = (name: string, sign = '') => `${found.open}${sign}${name}${found.close}`
  for (const { name, field, kind, within } of found.fields) {
    const shown = kind === 'list' ? `${mark(name, '#')} … ${mark(name, '/')}` : mark(name)
    const about = door.words(`template.field.${field}` as Parameters<CliWords>[0])
    door.say(`${within === null ? '' : '    '}${shown.padEnd(34)} ${about}`)
  }
}

async function check(door: Door, path: string, purpose: TemplatePurpose): Promise<void> {
  const { words } = door
  const found = await door.call('template.check', { path, purpose })
  door.give(found)
  for (const target of found.cut) door.say(words('template.cut', { target }))
  for (const problem of found.problems) for (const line of problemLines(words, problem)) door.say(line)
  if (found.problems.length === 0) door.say(words('template.good', { used: found.used.join(', ') }))
  else door.exit = exitCodes.failed
}

/** What is wrong, what was probably meant, and where it stands. */
export function problemLines(words: CliWords, problem: TemplateProblem): string[] {
  const { what, where } = problemSentence((key, args) => words(key as Parameters<CliWords>[0], args), problem)
  return where === null ? [what] : [what, `    ${where}`]
}

async function list(door: Door): Promise<void> {
  const { templates } = await door.call('template.list', {})
  door.give(templates)
  if (templates.length === 0) door.say(door.words('template.none'))
  for (const one of templates) door.say(`${one.id}  ${line(door.words, one)}`)
}

const line = (words: CliWords, { name, purpose, inUse }: Template): string =>
  `${words(`template.purpose.${purpose}`)}  ${name}${inUse ? ` (${words('template.inUse')})` : ''}`

/** A template is named by its id or its name. */
async function templateId(door: Door, template: string): Promise<string> {
  const { templates } = await door.call('template.list', {})
  return templates.find(({ id, name }) => id === template || name === template)?.id ?? template
}
