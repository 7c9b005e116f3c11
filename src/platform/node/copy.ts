import { dirname } from 'node:path'
import type { Files } from '../ports'
import { copyDigested } from './digested'
import { discard, makeFolder, placeNew, settle, temporaryIn } from './durable'
import { guarded } from './errors'

/**
 * Copies a file to the place its digest names, hashing while copying; one pass over the bytes.
 * @throws KhoError naming the source when reading fails, the target when writing does; `cancelled`
 */
export const copyHashed: Files['copyHashed'] = async (from, to, signal) => {
  await guarded(to.temporaryFolder, () => makeFolder(to.temporaryFolder))
  const temporary = temporaryIn(to.temporaryFolder)
  const { size, digests } = await copyDigested(from, temporary, ['sha256'], signal)
  const sha256 = digests.sha256 ?? ''
  const path = to.pathFor(sha256)
  const existed = await guarded(path, () => place(temporary, path))
  return { sha256, size, path, existed }
}

async function place(temporary: string, path: string): Promise<boolean> {
  try {
    await settle(temporary)
    await makeFolder(dirname(path))
    return !(await placeNew(temporary, path))
  } catch (thrown) {
    await discard(temporary)
    throw thrown
  }
}
