import { resolve } from 'node:path'
import { memoryPlatform } from '#platform/memory/platform'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'
import { nodeIds } from '#platform/node/ids'
import { nodeProcesses, systemClock } from '#platform/node/platform'
import { nodeResources } from '#platform/node/resources'
import { nodeThreads } from '#platform/node/threads'
import type { Platform } from '#platform/ports'

/** This computer, without reader processes; the app must have been built. */
export function benchPlatform(): Platform {
  return memoryPlatform(undefined, {
    clock: systemClock,
    files: nodeFiles(),
    digests: nodeDigests(),
    ids: nodeIds(systemClock),
    processes: nodeProcesses,
    threads: nodeThreads(resolve('out', 'main')),
    resources: nodeResources('resources'),
  })
}
