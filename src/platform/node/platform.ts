import { hostname, userInfo } from 'node:os'
import type { Clock, Log, Platform, Processes, Readers } from '../ports'
import { nodeDigests } from './digests'
import { systemCode } from './errors'
import { nodeFiles } from './files'
import { nodeIds } from './ids'
import { nodeResources } from './resources'
import { nodeThreads } from './threads'

export const systemClock: Clock = { now: () => Date.now() }

/** This process and its neighbours; one we may not signal is alive all the same. */
export const nodeProcesses: Processes = {
  own: process.pid,
  alive(id) {
    try {
      process.kill(id, 0)
      return true
    } catch (thrown) {
      return systemCode(thrown) === 'EPERM'
    }
  },
}

/**
 * All ports over Node.
 * @param more.readers the reader process; `more.background` those for work that nobody waits for, the same where it is
 *   left out; `more.resourcesFolder` where the shipped data lies;
 *   `more.programs` where programs for threads lie, null for none
 */
export function nodePlatform(more: {
  readers: Readers
  background?: Readers
  resourcesFolder: string
  programs: string | null
  log: Log
}): Platform {
  return {
    clock: systemClock,
    ids: nodeIds(systemClock),
    files: nodeFiles(),
    digests: nodeDigests(),
    log: more.log,
    readers: more.readers,
    background: more.background ?? more.readers,
    resources: nodeResources(more.resourcesFolder),
    user: { name: userName(), machine: hostname() },
    processes: nodeProcesses,
    threads: more.programs === null ? null : nodeThreads(more.programs),
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // Accounts without an entry in the user table exist (containers, domain oddities).
    return process.env.USERNAME ?? process.env.USER ?? ''
  }
}
