import { inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { Stop } from './say.mjs'

/** What the command line answers with when a file among others failed: the report still counts. */
const partly = 3

/**
 * Runs one command of the built command line and gives its JSON answer.
 * @param {...string} args as typed after `kho`
 */
export async function kho(...args) {
  const { code, out } = await run(process.execPath, [inRoot('out', 'main', 'cli.js'), ...args, '--json'], {
    stdio: 'answer',
  })
  const answer = parse(out)
  if ((code === 0 || code === partly) && answer && !answer.error) return answer
  const { what, doNext, code: error } = answer?.error ?? {}
  throw new Stop(
    `kho ${args[0]}: ${[error, what, doNext].filter(Boolean).join(' ') || out.trim() || `ended with ${code}`}`,
  )
}

/** The last line that is JSON; null where there is none. */
function parse(out) {
  try {
    return JSON.parse(out.trim().split('\n').at(-1))
  } catch {
    return null
  }
}
