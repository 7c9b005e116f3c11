import { constants, setPriority } from 'node:os'

/** What a process is started with whose work nobody waits for. */
export const atLeisure = '--at-leisure'

/** Lets every other program go first, where this process was started for work nobody waits for. */
export function takePriority(): void {
  if (!process.argv.includes(atLeisure)) return
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Where the system forbids it the work is done all the same.
  }
}
