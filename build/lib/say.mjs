let quiet = false

/** Silences progress lines, for commands whose standard output belongs to somebody else. */
export function keepQuiet() {
  quiet = true
}

/** One line about what is being done, on standard error so that output can be piped. */
export function say(line) {
  if (!quiet) process.stderr.write(`${line}\n`)
}

/** An ending the person can act on: a sentence, no stack. */
export class Stop extends Error {}

/**
 * Runs an entry script and turns its failure into an exit code.
 * @param {() => Promise<number | void>} main gives the exit code, 0 by default
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`)
    process.exitCode = 1
  }
}

/** Milliseconds as `0.4 s` or `2 min 05 s`. */
export function duration(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
}
