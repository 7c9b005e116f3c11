import { createHash, type Hash, webcrypto } from 'node:crypto'
import { type FileHandle, open, readFile, stat } from 'node:fs/promises'
import { KhoError } from '#core/errors'
import type { Digested, DigestName, Files } from '../ports'
import { discard } from './durable'
import { guarded } from './errors'

// Several digests of whole files up to here are made on the threads of the system, the writing beside them. One
// digest is made sooner than a large buffer is got, and so is a larger file's: piece by piece, in flat memory.
const WHOLE_BYTES = 32 << 20
const PIECE_BYTES = 256 << 10

const subtleNames: Partial<Record<DigestName, string>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
}

/** See `Files.copyDigested`. @throws KhoError naming the source when reading fails, the target when writing does */
export const copyDigested: Files['copyDigested'] = async (from, to, names, signal) => {
  stop(signal, from)
  const { size } = await guarded(from, () => stat(from))
  const target = await guarded(to, () => open(to, 'wx'))
  try {
    const digested = isWhole(size, names)
      ? await whole(from, { target, to }, names)
      : await pieces(from, { target, to }, names, signal)
    await target.close()
    return digested
  } catch (thrown) {
    await target.close()
    await discard(to)
    throw thrown
  }
}

/** Several digests of a file in one pass over it. */
export async function digestsOfFile(
  path: string,
  names: readonly DigestName[],
  signal?: AbortSignal,
): Promise<Digested> {
  stop(signal, path)
  const { size } = await guarded(path, () => stat(path))
  return isWhole(size, names) ? whole(path, null, names) : pieces(path, null, names, signal)
}

/** Several digests of what comes in pieces. */
export async function digestsOfPieces(
  source: AsyncIterable<Uint8Array>,
  names: readonly DigestName[],
  signal?: AbortSignal,
): Promise<Digested> {
  const hashes = hashesFor(names)
  let size = 0
  for await (const piece of source) {
    stop(signal, null)
    for (const [, hash] of hashes) hash.update(piece)
    size += piece.length
  }
  return { size, digests: ended(hashes) }
}

const isWhole = (size: number, names: readonly DigestName[]) => names.length > 1 && size <= WHOLE_BYTES

interface Target {
  target: FileHandle
  to: string
}

async function whole(from: string, target: Target | null, names: readonly DigestName[]): Promise<Digested> {
  const bytes = await guarded(from, () => readFile(from))
  const writing = target ? guarded(target.to, () => target.target.writeFile(bytes)) : null
  const made = await Promise.all([...names.map(async (name) => [name, await digestOf(bytes, name)] as const), writing])
  return { size: bytes.length, digests: Object.fromEntries(made.filter((pair) => Array.isArray(pair))) }
}

async function digestOf(bytes: Buffer<ArrayBuffer>, name: DigestName): Promise<string> {
  const subtle = subtleNames[name]
  if (!subtle) return createHash(name).update(bytes).digest('hex')
  return Buffer.from(await webcrypto.subtle.digest(subtle, bytes)).toString('hex')
}

async function pieces(
  from: string,
  target: Target | null,
  names: readonly DigestName[],
  signal?: AbortSignal,
): Promise<Digested> {
  const hashes = hashesFor(names)
  const source = await guarded(from, () => open(from, 'r'))
  try {
    let size = 0
    const read = (buffer: Buffer) => guarded(from, () => source.read(buffer, 0, PIECE_BYTES, size))
    const buffers = [Buffer.allocUnsafe(PIECE_BYTES), Buffer.allocUnsafe(PIECE_BYTES)] as const
    let coming = await read(buffers[0])
    for (let at = 0; coming.bytesRead > 0; at = 1 - at) {
      stop(signal, from)
      const piece = coming.buffer.subarray(0, coming.bytesRead)
      size += piece.length
      // The disk writes this piece and reads the next one while the digests are worked out.
      const writing = target ? guarded(target.to, () => writeAll(target.target, piece)) : null
      const reading = read(buffers[(1 - at) as 0 | 1])
      reading.catch(() => undefined)
      for (const [, hash] of hashes) hash.update(piece)
      await writing
      coming = await reading
    }
    return { size, digests: ended(hashes) }
  } finally {
    await source.close()
  }
}

async function writeAll(target: FileHandle, piece: Buffer): Promise<void> {
  for (let done = 0; done < piece.length; ) {
    const { bytesWritten } = await target.write(piece, done, piece.length - done)
    done += bytesWritten
  }
}

const hashesFor = (names: readonly DigestName[]) => names.map((name): [DigestName, Hash] => [name, createHash(name)])
const ended = (hashes: [DigestName, Hash][]) =>
  Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('hex')]))

function stop(signal: AbortSignal | undefined, file: string | null): void {
  if (signal?.aborted) throw new KhoError('cancelled', { file })
}
