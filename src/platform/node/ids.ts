import { randomBytes } from 'node:crypto'
import type { Clock, Ids } from '../ports'

/**
 * Identities that sort by time of creation: 12 hexadecimal digits of milliseconds, 4 of a counter
 * within one process, 12 of chance. Lower case only, so that they make safe file names everywhere.
 */
export function nodeIds(clock: Clock): Ids {
  let lastMs = 0
  let counter = 0
  return {
    next() {
      const now = clock.now()
      // A clock set back must not make ids sort before older ones.
      counter = now > lastMs ? 0 : counter + 1
      if (counter > 0xffff) {
        lastMs += 1
        counter = 0
      }
      lastMs = Math.max(lastMs, now)
      const time = lastMs.toString(16).padStart(12, '0')
      return time + counter.toString(16).padStart(4, '0') + randomBytes(6).toString('hex')
    },
  }
}
