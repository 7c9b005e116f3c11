import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock, Log } from '../ports'

/** A log that writes one JSON line per message to a stream (stderr, a file). */
export function lineLog(clock: Clock, write: (line: string) => void): Log {
  const line = (level: string) => (message: string, more?: Record<string, unknown>) =>
    write(`${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, message, ...more })}\n`)
  return { info: line('info'), warn: line('warn'), error: line('error') }
}

/** A log that appends to a file. A log that cannot be written stops nothing else. */
export function fileLog(clock: Clock, path: string): Log {
  mkdirSync(dirname(path), { recursive: true })
  const stream = createWriteStream(path, { flags: 'a' })
  stream.on('error', () => undefined)
  return lineLog(clock, (line) => stream.write(line))
}
