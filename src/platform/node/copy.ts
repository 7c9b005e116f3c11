import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { KhoError } from '#core/errors'
import type { Files } from '../ports'
import { discard, makeFolder, placeNew, temporaryIn } from './durable'
import { guarded } from './errors'

const CHUNK_BYTES = 1 << 20

/**
 * Copies a file to the place its digest names, hashing while copying; one pass over the bytes.
 * @throws KhoError naming the source when reading fails, the target when writing does; `cancelled`
 */
export const copyHashed: Files['copyHashed'] = async (from, to, signal) => {
  const source = await guarded(from, () => open(from, 'r'))
  try {
    await guarded(to.temporaryFolder, () => makeFolder(to.temporaryFolder))
    const temporary = temporaryIn(to.temporaryFolder)
    const { sha256, size } = await copyInto(temporary, source, from, signal)
    const path = to.pathFor(sha256)
    const existed = await guarded(path, () => place(temporary, path))
    return { sha256, size, path, existed }
  } finally {
    await source.close()
  }
}

async function copyInto(temporary: string, source: FileHandle, from: string, signal?: AbortSignal) {
  const target = await guarded(temporary, () => open(temporary, 'wx'))
  try {
    const copied = await pump(source, from, target, temporary, signal)
    await guarded(temporary, () => target.sync())
    await target.close()
    return copied
  } catch (thrown) {
    await target.close()
    await discard(temporary)
    throw thrown
  }
}

async function pump(source: FileHandle, from: string, target: FileHandle, temporary: string, signal?: AbortSignal) {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
  let size = 0
  for (;;) {
    if (signal?.aborted) throw new KhoError('cancelled', { file: from })
    const { bytesRead } = await guarded(from, () => source.read(buffer, 0, CHUNK_BYTES, size))
    if (bytesRead === 0) return { sha256: hash.digest('hex'), size }
    const piece = buffer.subarray(0, bytesRead)
    hash.update(piece)
    await guarded(temporary, () => writeAll(target, piece))
    size += bytesRead
  }
}

async function writeAll(target: FileHandle, piece: Buffer): Promise<void> {
  for (let done = 0; done < piece.length; ) {
    const { bytesWritten } = await target.write(piece, done, piece.length - done)
    done += bytesWritten
  }
}

async function place(temporary: string, path: string): Promise<boolean> {
  try {
    await makeFolder(dirname(path))
    return !(await placeNew(temporary, path))
  } catch (thrown) {
    await discard(temporary)
    throw thrown
  }
}
