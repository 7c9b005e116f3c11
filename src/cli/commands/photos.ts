import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { InsideView } from '#contract/photo-mapping'
import { KhoError } from '#core/errors'
import { mappedFields } from '#core/pictures/mapping'
import { type Door, printable } from '../door'
import { groupOf } from '../groups'
import type { Register } from '../program'
import { openHere } from './archive'

/** photo inside | mapping. */
export const photoCommands: Register = (program, run, words) => {
  const command = groupOf(program, 'photo', words('inside.cli.group'), words)
  command('inside', words('inside.cli.inside'))
    .argument('<file>', words('inside.cli.file'))
    .option('--archive <archive>', words('inside.cli.archive'))
    .action((file: string, options: { archive?: string }, command: Command) =>
      run(command, async (door) => {
        if (options.archive) await openHere(door, options.archive)
        const inside = await door.call('photo.inside', { path: resolve(file) })
        door.give(inside)
        if (!door.json) for (const line of linesOf(door, inside)) door.say(line)
      }),
    )
  command('mapping', words('inside.cli.mapping'))
    .argument('<archive>')
    .option('--set <field=tags>', words('inside.cli.set'), (value: string, all: string[]) => [...all, value], [])
    .option('--shipped', words('inside.cli.shipped'))
    .action((archive: string, options: { set: string[]; shipped?: boolean }, command: Command) =>
      run(command, async (door) => {
        await openHere(door, archive)
        if (options.shipped) await door.call('photo.saveMapping', { mapping: null })
        for (const setting of options.set) await setField(door, setting)
        await showMapping(door)
      }),
    )
}

/** `caption=IPTC:Caption-Abstract,XMP-dc:Description`: the tags of a field in their order. */
async function setField(door: Door, setting: string): Promise<void> {
  const [field = '', tags = ''] = setting.split(/=(.*)/s)
  const { mapping } = await door.call('photo.mapping', {})
  const from = tags
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean)
  const named = mappedFields.find((one) => one === field)
  if (!named) throw new KhoError('input-invalid', { args: { detail: field } })
  const fields = { ...mapping.fields, [named]: { ...mapping.fields[named], from } }
  await door.call('photo.saveMapping', { mapping: { ...mapping, fields } })
}

async function showMapping(door: Door): Promise<void> {
  const { words } = door
  const { mapping, own } = await door.call('photo.mapping', {})
  door.give({ mapping, own })
  door.say(words(own ? 'inside.cli.own' : 'inside.cli.asShipped'))
  for (const [field, { from }] of Object.entries(mapping.fields)) {
    door.say(`${words(`inside.field.${field}` as 'inside.field.caption')}: ${from.join(', ')}`)
  }
}

function linesOf({ words }: Door, { fields, words: all, credentials }: InsideView): string[] {
  const lines: string[] = []
  for (const { field, candidates } of fields) {
    if (candidates.length === 0) continue
    lines.push(words(`inside.field.${field}`))
    for (const { tag, sidecar, values, standing } of candidates) {
      const where = sidecar ? `${tag} (.xmp)` : tag
      const mark = standing === 'taken' ? '→' : ' '
      lines.push(printable(`  ${mark} ${where}: ${values.join('; ')} (${words(`inside.standing.${standing}`)})`))
    }
  }
  lines.push(words('inside.cli.all', { count: all.length }))
  for (const one of all) {
    lines.push(printable(`  ${one.sidecar ? `${one.tag} (.xmp)` : one.tag}: ${one.values.join('; ')}`))
  }
  if (credentials) lines.push(words('inside.credentials.state', { state: credentials.state }))
  return lines
}
