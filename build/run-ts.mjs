// Runs a TypeScript program of the tree without building it: `node build/run-ts.mjs FILE [arguments]`.
import { resolve } from 'node:path'
import { ensureModules } from './lib/modules.mjs'
import { inRoot, root } from './lib/paths.mjs'
import { runMain, Stop } from './lib/say.mjs'

await runMain(async () => {
  const [file, ...args] = process.argv.slice(2)
  if (!file) throw new Stop('Usage: node build/run-ts.mjs FILE [arguments]')
  await ensureModules()
  const { createServer, createServerModuleRunner } = await import('vite')
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    process.argv = [process.execPath, inRoot(file), ...args]
    const runner = createServerModuleRunner(server.environments.ssr)
    await runner.import(resolve(root, file))
    return process.exitCode
  } finally {
    await server.close()
  }
})
