import { layoutOf } from '#archive/format'
import { batchesOf } from '#archive/index/feed'
import type { FeedRequest } from '#archive/index/rebuild'
import { nodeFiles } from '#platform/node/files'
import { serveBatches } from '#platform/node/threads'

/** A thread of the engine and of the command line: reads a journal and its words while the other one writes the index. */
await serveBatches(({ folder, total }: FeedRequest) => {
  const files = nodeFiles()
  return batchesOf(layoutOf(folder, files), files, total)
})
