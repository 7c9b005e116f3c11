#!/usr/bin/env node
// The command line from the tree: builds silently where sources changed, then runs it. Only its own output is seen.
import { pathToFileURL } from 'node:url'
import { inRoot } from './lib/paths.mjs'
import { keepQuiet, runMain } from './lib/say.mjs'

await runMain(async () => {
  keepQuiet()
  const { ensureModules } = await import('./lib/modules.mjs')
  await ensureModules()
  const { ensureBuilt } = await import('./lib/built.mjs')
  await ensureBuilt()
  // npm changes to the project's folder; paths are meant from where the person stands.
  if (process.env.npm_lifecycle_event === 'kho' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
  const cli = inRoot('out', 'main', 'cli.js')
  process.argv[1] = cli
  await import(pathToFileURL(cli).href)
  return process.exitCode
})
