// Who may import whom, with build/layers.json as the rule: fails naming file, line and rule.
import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { importsOf } from './lib/imports.mjs'
import { root } from './lib/paths.mjs'
import { filesBelow, isMain, report } from './lib/tree.mjs'

const sources = /\.(ts|tsx|mts|cts|js|mjs|cjs)$/
const builtins = new Set(builtinModules)

/** Whether `path` is one of the parts or lies below one: `core/text/fold` below `core`. */
const within = (path, parts) => parts.some((part) => path === part || path.startsWith(`${part}/`))

/** The path inside `src` an import leads to, without its ending; null where it leads elsewhere. */
function inSource(file, name) {
  const path = name.startsWith('.')
    ? posix.join(dirname(file), name)
    : name.startsWith('#')
      ? `src/${name.slice(1)}`
      : null
  return path?.startsWith('src/') ? path.slice(4).replace(/\.(ts|tsx|js|mjs|css|json)$/, '') : null
}

/** The package of `@scope/name/part` or `name/part`. */
const packageOf = (name) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

/** The most particular rule for a file: its own, else that of a folder it lies in, else its layer's. */
function ruleFor(layers, here) {
  const parts = here.split('/')
  for (let length = parts.length; length > 0; length -= 1) {
    const rule = layers[parts.slice(0, length).join('/')]
    if (rule) return rule
  }
  return null
}

/**
 * The rule one import breaks, as a sentence, or null.
 * @param {object} rules build/layers.json
 * @param {string} file `src/<layer>/…`
 * @param {{name: string | null, typeOnly: boolean}} used
 */
export function broken(rules, file, { name, typeOnly }) {
  const here = file.slice(4).replace(/\.\w+$/, '')
  const layer = here.split('/')[0]
  const rule = ruleFor(rules.layers, here)
  if (!rule) return `layer ${layer} is not in build/layers.json`
  if (name === null) return rule.computed ? null : 'an import must name its module'
  if (name === 'electron' || name.startsWith('electron/')) {
    return rule.electron ? null : `${layer} may not use electron`
  }
  if (name.startsWith('node:') || builtins.has(name)) return nodeRule(rule, layer, name)
  if (name.startsWith('#resources/')) return null
  const target = inSource(file, name)
  if (target !== null) return layerRule(rule, layer, target, name, typeOnly)
  if (name.startsWith('.') || name.startsWith('#')) return dataRule(file, name)
  return packageRule(rules, here, name)
}

function nodeRule(rule, layer, name) {
  if (!name.startsWith('node:')) return `write node:${name}`
  if (rule.node === true || (Array.isArray(rule.node) && rule.node.includes(name))) return null
  return `${layer} may not use ${name}`
}

function layerRule(rule, layer, target, name, typeOnly) {
  const other = target.split('/')[0]
  if (other === layer) return name.startsWith('#') ? 'inside a layer, imports are relative' : null
  if (!name.startsWith('#')) return `between layers, imports go by #${other}/…`
  if (within(target, rule.imports)) return null
  if (!within(target, rule.types)) return `${layer} may not import ${target}`
  return typeOnly ? null : `${layer} may import only types of ${target}`
}

/** Outside `src` lie data files: they may be read, programs may not be borrowed. */
const dataRule = (file, name) =>
  /^\.{1,2}\/.*resources\/.*\.json$/.test(name) ? null : `${name} leads out of src (from ${dirname(file)})`

function packageRule(rules, here, name) {
  const owners = rules.packages[packageOf(name)]
  if (!owners) return `no folder owns the package ${packageOf(name)} (build/layers.json)`
  return within(here, owners) ? null : `${packageOf(name)} belongs to ${owners.join(', ')}`
}

/**
 * Walks every import below `src`.
 * @param {string} folder the project's folder
 * @returns {{file: string, line: number, message: string}[]}
 */
export function checkLayers(folder = root) {
  const rules = JSON.parse(readFileSync(join(root, 'build', 'layers.json'), 'utf8'))
  return filesBelow(folder, 'src', sources).flatMap((file) =>
    importsOf(file, readFileSync(join(folder, file), 'utf8')).flatMap((used) => {
      const message = broken(rules, file, used)
      return message ? [{ file, line: used.line, message }] : []
    }),
  )
}

if (isMain(import.meta)) process.exitCode = report('layers', checkLayers())
