// `npm start`: the app on the last archive, or on the welcome screen; `npm start -- FOLDER` on that one.
import { resolve } from 'node:path'
import { ensureBuilt } from './lib/built.mjs'
import { run } from './lib/run.mjs'
import { runMain, Stop, say } from './lib/say.mjs'
import { setUp } from './lib/setup.mjs'
import { hasDisplay } from './lib/system.mjs'
import { appArgs } from './lib/window.mjs'

await runMain(async () => {
  const { electron, runtime } = await setUp()
  await ensureBuilt()
  if (!hasDisplay()) throw new Stop('There is no screen here. `npm run --silent kho -- --help` works without one.')
  say(`Starting Kho Tin on ${runtime}.`)
  const from = process.env.INIT_CWD ?? process.cwd()
  const archives = process.argv
    .slice(2)
    .map((argument) => (argument.startsWith('-') ? argument : resolve(from, argument)))
  return (await run(electron.path, appArgs(...archives))).code
})
