import { rmSync } from 'node:fs'
import { readJson } from './json.mjs'
import { inRoot } from './paths.mjs'
import { runNode } from './run.mjs'

/**
 * Runs one Vitest configuration and counts.
 * @param {string} config its file
 * @param {string[]} args filters and options
 * @returns {Promise<{passed: number, failed: number, skipped: string[]}>} a file that does not load counts as failed
 */
export async function vitest(config, args = []) {
  const results = inRoot('node_modules', '.cache', `${config}.json`)
  rmSync(results, { force: true })
  const bin = inRoot('node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${results}`]
  const { code } = await runNode(bin, ['run', '--config', config, ...reporters, ...args])
  return counted(readJson(results), code)
}

function counted(results, code) {
  if (!results) return { passed: 0, failed: 1, skipped: [] }
  const tests = results.testResults.flatMap((file) => file.assertionResults)
  const of = (...states) => tests.filter((test) => states.includes(test.status))
  const unloaded = results.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = of('failed').length + unloaded.length
  return {
    passed: of('passed').length,
    // An error outside any test also fails the run.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: of('skipped', 'pending', 'todo', 'disabled').map((test) => test.fullName),
  }
}
