// `npm run bench`: every benchmark of tests/bench, one after another; `--only NAME` takes those named so,
// `--json FILE` writes the figures as a list of {name, value, unit, bar, peer, holds}.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { inRoot, root } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { runMain, Stop } from './lib/say.mjs'
import { filesBelow } from './lib/tree.mjs'

/** The benchmarks asked for, and where their figures go. */
function asked(args) {
  const options = { '--only': '', '--json': '' }
  for (let at = 0; at < args.length; at += 2) {
    if (!(args[at] in options) || !args[at + 1]) throw new Stop('Usage: npm run bench -- [--only NAME] [--json FILE]')
    options[args[at]] = args[at + 1]
  }
  const json = options['--json']
  return { wanted: options['--only'], json: json && resolve(process.env.INIT_CWD ?? root, json) }
}

/** Makes one list of the figures, which the benchmarks add line by line. */
function asList(json, lines) {
  const figures = existsSync(lines) ? readFileSync(lines, 'utf8').split('\n').filter(Boolean) : []
  writeFileSync(json, `[\n${figures.join(',\n')}\n]\n`)
  rmSync(lines, { force: true })
}

await runMain(async () => {
  const { wanted, json } = asked(process.argv.slice(2))
  const lines = `${json}.lines`
  if (json) rmSync(lines, { force: true })
  const env = json ? { ...process.env, KHO_BENCH_JSON: lines } : process.env
  let failed = 0
  for (const file of filesBelow(root, 'tests/bench', /\.bench\.ts$/)) {
    const name = basename(file, '.bench.ts')
    if (!name.includes(wanted)) continue
    console.log(`── ${name}`)
    const { code } = await runNode(inRoot('build', 'run-ts.mjs'), [file], { env })
    if (code !== 0) failed += 1
  }
  if (json) asList(json, lines)
  return failed
})
