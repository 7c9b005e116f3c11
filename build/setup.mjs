// `npm run setup`: makes everything ready and says which runtime runs.
import { runMain, say } from './lib/say.mjs'
import { setUp } from './lib/setup.mjs'

await runMain(async () => {
  const { runtime } = await setUp()
  say(`Ready: Node ${process.versions.node}, ${runtime}.`)
})
