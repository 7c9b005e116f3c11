// `npm run types`: the compiler over every layer's own tsconfig, and over the tests.
import { readdirSync } from 'node:fs'
import { inRoot } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { filesBelow, isMain } from './lib/tree.mjs'

/** Projects that hold sources; a layer that is still empty has nothing to check. */
function projects() {
  const layers = readdirSync(inRoot('src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [...layers.map((entry) => `src/${entry.name}`), 'tests'].filter(
    (folder) => filesBelow(inRoot(), folder, /\.tsx?$/).length > 0,
  )
}

/** Two compilers at a time: more only wait for each other. */
async function inPairs(items, work) {
  const waiting = [...items]
  const one = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await work(item)
  }
  await Promise.all([one(), one()])
}

/** Checks all projects. @returns {Promise<{passed: string[], failed: string[]}>} */
export async function checkTypes() {
  const results = { passed: [], failed: [] }
  await inPairs(projects(), async (folder) => {
    const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc')
    const { code, out } = await runNode(tsc, ['-p', inRoot(folder), '--pretty', 'false'], { stdio: 'capture' })
    results[code === 0 ? 'passed' : 'failed'].push(folder)
    if (code !== 0) process.stdout.write(`${folder}\n${out}`)
  })
  return results
}

if (isMain(import.meta)) {
  const { passed, failed } = await checkTypes()
  console.log(`types: ${passed.length} projects in order${failed.length > 0 ? `, not ${failed.join(', ')}` : ''}`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
