// `npm run lint`: Biome, the layers, the words of both languages, the house rules.
import { checkLayers } from './check-layers.mjs'
import { checkLocale } from './check-locale.mjs'
import { checkTree } from './check-tree.mjs'
import { inRoot } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { isMain, report } from './lib/tree.mjs'

async function biome() {
  const bin = inRoot('node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const { code, out } = await runNode(bin, ['check', '--error-on-warnings', '--colors=off'], { stdio: 'capture' })
  console.log(code === 0 ? 'biome: in order' : out.trim())
  return code
}

/** Runs all checks. @returns {Promise<{passed: string[], failed: string[]}>} */
export async function lint() {
  const checks = {
    biome,
    layers: () => report('layers', checkLayers()),
    locale: () => report('locale', checkLocale()),
    tree: () => report('tree', checkTree()),
  }
  const results = { passed: [], failed: [] }
  for (const [name, check] of Object.entries(checks)) results[(await check()) === 0 ? 'passed' : 'failed'].push(name)
  return results
}

if (isMain(import.meta)) process.exitCode = (await lint()).failed.length === 0 ? 0 : 1
