// `npm run bench`: every benchmark of tests/bench, one after another; `npm run bench -- NAME` takes those named so,
// `--json FILE` writes each figure as a line.
import { rmSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { inRoot, root } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { runMain, Stop } from './lib/say.mjs'
import { filesBelow } from './lib/tree.mjs'

/** The benchmarks asked for, and where figures go as JSON lines. */
function asked(args) {
  const at = args.indexOf('--json')
  const json = at === -1 ? null : args[at + 1]
  if (at !== -1 && !json) throw new Stop('Usage: npm run bench -- [NAME] [--json FILE]')
  const [wanted = ''] = at === -1 ? args : args.toSpliced(at, 2)
  return { wanted, json: json && resolve(process.env.INIT_CWD ?? root, json) }
}

await runMain(async () => {
  const { wanted, json } = asked(process.argv.slice(2))
  if (json) rmSync(json, { force: true })
  const env = json ? { ...process.env, KHO_BENCH_JSON: json } : process.env
  let failed = 0
  for (const file of filesBelow(root, 'tests/bench', /\.bench\.ts$/)) {
    const name = basename(file, '.bench.ts')
    if (!name.includes(wanted)) continue
    console.log(`── ${name}`)
    const { code } = await runNode(inRoot('build', 'run-ts.mjs'), [file], { env })
    if (code !== 0) failed += 1
  }
  return failed
})
