import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Digests } from '../ports'
import { digestsOfFile, digestsOfPieces } from './digested'
import { guarded } from './errors'

/** SHA-256 by the system's own code; files are read in pieces, never whole. */
export function nodeDigests(): Digests {
  return {
    sha256: async (data) => createHash('sha256').update(data).digest('hex'),
    ofFile: digestsOfFile,
    ofPieces: digestsOfPieces,
    sha256OfFile: (path, signal) => guarded(path, () => digestOf(path, signal)),
  }
}

async function digestOf(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(piece)
  return hash.digest('hex')
}
