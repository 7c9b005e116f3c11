// One Vitest configuration by hand: `node build/vitest.mjs CONFIG [filters and options]`.
import { ensureModules } from './lib/modules.mjs'
import { inRoot } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { runMain } from './lib/say.mjs'

await runMain(async () => {
  const [config, ...args] = process.argv.slice(2)
  await ensureModules()
  return (await runNode(inRoot('node_modules', 'vitest', 'vitest.mjs'), ['run', '--config', config, ...args])).code
})
