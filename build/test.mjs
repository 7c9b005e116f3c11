// `npm test`: sets up what is missing, then every check there is. Ends with one line of counts.
import { ensureBuilt } from './lib/built.mjs'
import { duration, runMain, say } from './lib/say.mjs'
import { setUp } from './lib/setup.mjs'

/** Lint and types answer with names, test runs with counts. */
const count = ({ passed, failed, skipped = [] }) => ({
  passed: passed.length ?? passed,
  failed: failed.length ?? failed,
  skipped,
})

/** The kinds of checks in the order in which they are cheapest to fail. */
async function stages() {
  const { lint } = await import('./lint.mjs')
  const { checkTypes } = await import('./types.mjs')
  const { vitest } = await import('./lib/vitest.mjs')
  return {
    lint,
    types: checkTypes,
    'unit, property, golden': () => vitest('vitest.config.ts'),
    'end to end': async () => {
      await ensureBuilt()
      return vitest('vitest.e2e.config.ts')
    },
  }
}

async function runStage(name, stage) {
  const start = Date.now()
  say(`\n── ${name}`)
  const result = await stage().then(count, (error) => {
    console.log(error.message)
    return { passed: 0, failed: 1, skipped: [] }
  })
  return { name, ms: Date.now() - start, ...result }
}

function summary(results) {
  console.log('')
  for (const { name, ms, passed, failed, skipped } of results) {
    const figures = `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`
    console.log(`${name.padEnd(24)} ${duration(ms).padStart(12)}   ${figures}`)
    for (const test of skipped) console.log(`  skipped: ${test}`)
  }
  const sum = (of) => results.reduce((total, result) => total + of(result), 0)
  const skipped = sum((result) => result.skipped.length)
  const failed = sum((result) => result.failed)
  console.log(`${sum((result) => result.passed)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return failed === 0 ? 0 : 1
}

await runMain(async () => {
  const start = Date.now()
  const { runtime } = await setUp()
  say(`Ready after ${duration(Date.now() - start)}: Node ${process.versions.node}, ${runtime}.`)
  const results = []
  for (const [name, stage] of Object.entries(await stages())) results.push(await runStage(name, stage))
  return summary(results)
})
