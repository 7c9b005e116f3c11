import { memoryPlatform } from '#platform/memory/platform'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'
import { nodeIds } from '#platform/node/ids'
import { nodeProcesses, systemClock } from '#platform/node/platform'
import type { Platform } from '#platform/ports'

/** Everything of this computer that an archive needs; no reader, no resources. */
export const realPlatform = (parts: Partial<Platform> = {}): Platform =>
  memoryPlatform(undefined, {
    clock: systemClock,
    files: nodeFiles(),
    digests: nodeDigests(),
    ids: nodeIds(systemClock),
    processes: nodeProcesses,
    ...parts,
  })

/** Work that nobody watches. */
export const quiet = { report: () => undefined, signal: new AbortController().signal }
