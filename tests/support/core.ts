import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRequest } from '#engine/read-request'
import type { ReaderRequest } from '#intake/protocol'
import { type Core, startCore } from '#operations/start'
import { nodePlatform } from '#platform/node/platform'
import type { Log, Readers } from '#platform/ports'

/** Reads in this very process: tests of operations need no second one. */
const readersHere: Readers = {
  run: async <Q, R>(request: Q): Promise<R> => (await readRequest(request as ReaderRequest)) as R,
  close: async () => {},
}
const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} }

export interface TestCore extends Core {
  /** A folder of this test's own. */
  folder: string
  /** Kinds of record reported as changed, in order. */
  changes: string[][]
}

/**
 * The real operations over the real disk, with files read in process.
 * @param background what reads in the background, faces too; without, this very process
 */
export async function testCore(background: Readers = readersHere): Promise<TestCore> {
  const folder = await mkdtemp(join(tmpdir(), 'kho-core-'))
  const resourcesFolder = join(import.meta.dirname, '..', '..', 'resources')
  const changes: string[][] = []
  const core = startCore(
    nodePlatform({ readers: readersHere, background, resourcesFolder, programs: null, log: quiet }),
    {
      job: () => {},
      changed: (kinds) => changes.push(kinds),
    },
  )
  return {
    ...core,
    folder,
    changes,
    async close() {
      await core.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
