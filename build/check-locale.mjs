// The words of both languages: same files, same keys, messages that parse, same arguments.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { root } from './lib/paths.mjs'
import { filesBelow, isMain, report } from './lib/tree.mjs'

/** Messages by dotted key. */
function flatten(words, prefix = '') {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  )
}

/** The names of a message's arguments and tags, sorted. */
export function argumentsOf(message, language) {
  const names = new Set()
  const walk = (elements) => {
    for (const element of elements) {
      // 0 is text and 7 the # of a plural; everything else carries a name.
      if (element.type !== 0 && element.type !== 7) names.add(element.value)
      for (const option of Object.values(element.options ?? {})) walk(option.value)
      if (element.children) walk(element.children)
    }
  }
  walk(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst())
  return [...names].sort().join(', ')
}

function read(folder, language, area) {
  try {
    return new Map(flatten(JSON.parse(readFileSync(join(folder, 'resources', 'locale', language, area), 'utf8'))))
  } catch (error) {
    return error.code === 'ENOENT' ? null : new Map()
  }
}

function compare(file, key, vietnamese, english) {
  const at = (message) => [{ file, line: 0, message: `${key}: ${message}` }]
  if (english === undefined) return at('missing in English')
  if (vietnamese === undefined) return at('missing in Vietnamese')
  try {
    const vi = argumentsOf(vietnamese, 'vi')
    const en = argumentsOf(english, 'en')
    return vi === en ? [] : at(`arguments differ: {${vi}} and {${en}}`)
  } catch (error) {
    return at(`does not parse: ${error.message}`)
  }
}

/**
 * Compares the word files of `resources/locale`.
 * @param {string} folder the project's folder
 */
export function checkLocale(folder = root) {
  const areas = ['vi', 'en'].flatMap((language) =>
    filesBelow(join(folder, 'resources', 'locale', language), '', /\.json$/),
  )
  return [...new Set(areas)].sort().flatMap((area) => {
    const file = `resources/locale/vi/${area}`
    const [vi, en] = ['vi', 'en'].map((language) => read(folder, language, area))
    if (!vi || !en) return [{ file, line: 0, message: `missing in ${vi ? 'English' : 'Vietnamese'}` }]
    if (vi.size === 0) return [{ file, line: 0, message: 'holds no words or is not JSON' }]
    return [...new Set([...vi.keys(), ...en.keys()])].flatMap((key) => compare(file, key, vi.get(key), en.get(key)))
  })
}

if (isMain(import.meta)) process.exitCode = report('locale', checkLocale())
