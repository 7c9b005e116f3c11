import { join } from 'node:path'
import type { JobState } from '#contract/jobs'
import type { InputOf, OperationName, OutputOf } from '#contract/operations'
import { type KhoErrorData, toErrorData } from '#core/errors'
import { type Core, startCore } from '#operations/start'
import { lineLog } from '#platform/node/log'
import { nodePlatform, systemClock } from '#platform/node/platform'
import { nodeReaders } from '#platform/node/readers'
import type { CliWords } from './words'

/** Exit codes: 0 done, 1 something was refused or failed, 2 the command was not understood, 3 done but not for every file. */
export const exitCodes = { done: 0, failed: 1, usage: 2, partly: 3 } as const

/** What every command is handed. */
export interface Door {
  core: Core
  words: CliWords
  json: boolean
  call<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** One line of result for people; nothing with --json. */
  say(line: string): void
  /** One JSON value on one line; only with --json. */
  give(value: unknown): void
  /** An error, in words on stderr or as JSON on stdout. */
  complain(error: KhoErrorData): void
  exit: number
}

/** Opens the operations for one run of the command line. `root` holds `out/` and `resources/`. */
export function openDoor(root: string, options: { json: boolean; words: CliWords; verbose: boolean }): Door {
  const log = lineLog(systemClock, (line) => {
    if (options.verbose) process.stderr.write(line)
  })
  const programs = join(root, 'out', 'main')
  const readers = nodeReaders({ entry: join(programs, 'reader.js'), log })
  const platform = nodePlatform({ readers, resourcesFolder: join(root, 'resources'), programs, log })
  const core = startCore(platform, { job: options.json ? () => {} : progressOn(process.stderr), changed: () => {} })
  const door: Door = {
    core,
    words: options.words,
    json: options.json,
    call: (name, input) => core.runner.runToEnd(name, input),
    say: (line) => {
      if (!options.json) process.stdout.write(`${printable(line)}\n`)
    },
    give: (value) => {
      if (options.json) process.stdout.write(`${JSON.stringify(value)}\n`)
    },
    complain(error) {
      door.exit ||= exitCodes.failed
      if (options.json)
        process.stdout.write(
          `${JSON.stringify({ error: { ...error, cause: undefined, ...wordsOf(error, options.words) } })}\n`,
        )
      else process.stderr.write(`${printable(errorLine(error, options.words))}\n`)
      if (options.verbose && error.cause) process.stderr.write(`${error.cause}\n`)
    },
    exit: exitCodes.done,
  }
  return door
}

/** File names may hold marks that turn a line around or move the cursor: those are shown, not obeyed. */
export function printable(line: string): string {
  return line.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, (mark) => {
    const code = mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return `<U+${code}>`
  })
}

function wordsOf({ code, args }: KhoErrorData, words: CliWords): { what: string; doNext: string } {
  return { what: words(`error.${code}.what`, args), doNext: words(`error.${code}.doNext`, args) }
}

/** `file: what happened. What to do.` */
export function errorLine(error: KhoErrorData, words: CliWords): string {
  const { what, doNext } = wordsOf(error, words)
  return `${error.file ? `${error.file}: ` : ''}${what} ${doNext}`
}

/** Runs a command and always closes the archive; whatever is thrown becomes one clear line. */
export async function within(door: Door, run: () => Promise<void>): Promise<number> {
  try {
    await run()
  } catch (thrown) {
    door.complain(toErrorData(thrown))
  } finally {
    await door.core.close().catch((thrown) => door.complain(toErrorData(thrown)))
  }
  return door.exit
}

/** A progress line that rewrites itself, on a terminal only. */
function progressOn(stream: NodeJS.WriteStream): (job: JobState) => void {
  if (!stream.isTTY) return () => {}
  return (job) => {
    const end = job.outcome ? '\r\u001B[K' : ''
    const count = job.total === null ? String(job.done) : `${job.done}/${job.total}`
    stream.write(job.outcome ? end : `\r\u001B[K${count}  ${job.current ?? ''}`.slice(0, stream.columns || 80))
  }
}
