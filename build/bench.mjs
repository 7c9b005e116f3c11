// `npm run bench`: every benchmark of tests/bench, one after another; `npm run bench -- NAME` takes those named so.
import { basename } from 'node:path'
import { inRoot, root } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { runMain } from './lib/say.mjs'
import { filesBelow } from './lib/tree.mjs'

await runMain(async () => {
  const [wanted = ''] = process.argv.slice(2)
  let failed = 0
  for (const file of filesBelow(root, 'tests/bench', /\.bench\.ts$/)) {
    const name = basename(file, '.bench.ts')
    if (!name.includes(wanted)) continue
    console.log(`── ${name}`)
    const { code } = await runNode(inRoot('build', 'run-ts.mjs'), [file])
    if (code !== 0) failed += 1
  }
  return failed
})
