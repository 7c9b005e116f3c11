import { readdirSync, realpathSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folders that hold no source of ours. */
const foreign = new Set(['node_modules', 'out', 'dist', 'demo', 'coverage', '.git', '.cache'])

/**
 * Files below a folder, as paths with `/` relative to `base`, in order.
 * @param {string} base
 * @param {string} folder relative to `base`
 * @param {RegExp} wanted
 */
export function filesBelow(base, folder, wanted = /./) {
  const found = []
  const walk = (at) => {
    let entries = []
    try {
      entries = readdirSync(at, { withFileTypes: true })
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
    for (const entry of entries) {
      const path = join(at, entry.name)
      if (entry.isDirectory() && !foreign.has(entry.name)) walk(path)
      else if (entry.isFile() && wanted.test(entry.name)) found.push(relative(base, path).split(sep).join('/'))
    }
  }
  walk(join(base, folder))
  return found.sort()
}

/** Prints what a check found, a line each, and answers with the exit code. */
export function report(name, violations) {
  for (const { file, line, message } of violations) console.log(`${file}${line ? `:${line}` : ''}: ${message}`)
  console.log(violations.length === 0 ? `${name}: in order` : `${name}: ${violations.length} found`)
  return violations.length === 0 ? 0 : 1
}

/** Whether a module was started as a program and not imported. */
export const isMain = (meta) => fileURLToPath(meta.url) === realpathSync(process.argv[1] ?? '.')
