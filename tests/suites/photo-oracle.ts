import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Inside } from '#core/pictures/inside'
import { takenAtOf } from '#core/pictures/taken-at'
import { shippedRules } from '#tests/support/photos'
import { suitesFolder } from './support'

export const photoSuite = join(suitesFolder, 'photos')

type Oracle = Record<string, unknown> & { SourceFile: string }

/** What exiftool says of every file it can read, by path. */
export function oracle(): Map<string, Oracle> {
  const all: Oracle[] = JSON.parse(readFileSync(join(photoSuite, 'ORACLE.json'), 'utf8'))
  return new Map(all.map((one) => [one.SourceFile, one]))
}

/** Every tag that fills a field of a record or may be chosen to, and those their values are put together from. */
export const mappedTags: ReadonlySet<string> = new Set(
  [
    ...Object.values(shippedRules.mapping.fields).flatMap(({ from }) => from),
    ...Object.values(shippedRules.further).flat(),
    ...Object.values(shippedRules.joined).flat(),
    'IFD0:Make',
    'IFD0:Model',
    'IFD0:Software',
    'XMP-photoshop:Credit',
    'IPTC:Credit',
    'XMP-photoshop:Source',
    'IPTC:Source',
  ].filter((tag) => !/Regions|RegionInfo|ImageRegion/.test(tag)),
)

/** The values of the mapped tags as exiftool has them, in the form we keep them. */
export function oracleValues(of: Oracle): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const [tag, value] of Object.entries(of)) {
    for (const [name, texts] of flattened(tag, value)) {
      const compared = mappedTags.has(name) ? comparedAs(name, texts) : []
      if (compared.length > 0) values.set(name, compared)
    }
  }
  return values
}

/** Ours, without what languages say besides the default. */
export function ourValues(inside: Inside[]): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const { tag, values: texts, language } of inside) {
    if (mappedTags.has(tag) && !language && !values.has(tag)) values.set(tag, comparedAs(tag, texts))
  }
  return values
}

function flattened(tag: string, value: unknown): [string, string[]][] {
  if (typeof value === 'string' || typeof value === 'number') return [[tag, [String(value)]]]
  const list = Array.isArray(value) ? value : [value]
  const plain = list.filter((one) => typeof one !== 'object').map(String)
  const structs = list.filter((one) => typeof one === 'object' && one !== null) as Record<string, unknown>[]
  const fields = new Map<string, string[]>()
  for (const struct of structs) {
    for (const [name, inner] of Object.entries(struct)) {
      for (const [own, texts] of flattened(`${tag}${name}`, inner))
        fields.set(own, [...(fields.get(own) ?? []), ...texts])
    }
  }
  return [...(plain.length > 0 ? [[tag, plain] as [string, string[]]] : []), ...fields]
}

/** Words NFC and on one line, times as we write them, lists by their words. */
function comparedAs(tag: string, texts: string[]): string[] {
  const lists = /Artist|XPAuthor|XPKeywords/.test(tag) ? texts.flatMap((text) => text.split(/\s*;\s*/)) : texts
  return lists
    .map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .map((text) => (/Time/.test(tag) ? text.replaceAll(':', '') : text))
    .map((text) => (/Date/.test(tag) ? (takenAtOf(text) ?? text) : text))
    .filter((text) => text !== '')
}
