import { KhoError } from '#core/errors'
import { digestsOfPieces } from '../node/digested'
import type { Clock, Digests, Ids, Log, Platform } from '../ports'
import { type MemoryDisk, memoryDisk, memoryFiles } from './files'

/** SHA-256 by the standard of the web, which every runtime has. `sha256OfFile` reads from the disk given. */
export function memoryDigests(disk: MemoryDisk): Digests {
  const sha256 = async (data: Uint8Array | string) => {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data.slice()
    const digest = await crypto.subtle.digest('SHA-256', bytes)
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }
  return {
    sha256,
    sha256OfFile: async (path) => {
      const bytes = disk.files.get(path)
      if (!bytes) throw new KhoError('file-missing', { file: path })
      return sha256(bytes)
    },
    ofFile: async (path, names, signal) => {
      const bytes = disk.files.get(path)
      if (!bytes) throw new KhoError('file-missing', { file: path })
      return digestsOfPieces(onePiece(bytes), names, signal)
    },
    ofPieces: digestsOfPieces,
  }
}

async function* onePiece(bytes: Uint8Array) {
  yield bytes
}

/** A clock that moves one millisecond with each look, from 8/7/2024 at 9:00 in Viet Nam. */
export function steppingClock(startMs = Date.parse('2024-07-08T09:00:00+07:00')): Clock {
  let at = startMs
  return { now: () => at++ }
}

/** Identities in a fixed order: `id-000001`, `id-000002`, … */
export function countingIds(): Ids {
  let count = 0
  return { next: () => `id-${String(++count).padStart(6, '0')}` }
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** All ports in memory, for tests; give parts of your own to replace some. */
export function memoryPlatform(disk: MemoryDisk = memoryDisk(), parts: Partial<Platform> = {}): Platform {
  const digests = memoryDigests(disk)
  const readers = { run: () => Promise.reject(new KhoError('reader-crashed')), close: async () => undefined }
  const missing = (path: string) => Promise.reject(new KhoError('file-missing', { file: path }))
  return {
    clock: steppingClock(),
    ids: countingIds(),
    files: memoryFiles(disk, digests),
    digests,
    log: silentLog,
    readers,
    background: parts.readers ?? readers,
    resources: { path: (...inside) => inside.join('/'), json: (...inside) => missing(inside.join('/')) },
    user: { name: 'tester', machine: 'memory' },
    processes: { own: 1, alive: (id) => id === 1 },
    threads: null,
    ...parts,
  }
}
