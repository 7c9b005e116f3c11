// `npm run build`: out/ from the sources, where they changed.
import { ensureBuilt } from './lib/built.mjs'
import { ensureModules } from './lib/modules.mjs'
import { runMain, say } from './lib/say.mjs'

await runMain(async () => {
  await ensureModules()
  say((await ensureBuilt()) ? 'Built out/.' : 'out/ is up to date.')
})
