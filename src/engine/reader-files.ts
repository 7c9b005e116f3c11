import { type FileHandle, open, readdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, extname, join, sep } from 'node:path'
import { KhoError } from '#core/errors'
import { type PictureSource, readerLimits } from '#intake/protocol'

/** A file of at most `limit` bytes. @throws KhoError file-missing, no-permission, file-unreadable, file-too-large */
export async function readWhole(path: string, name: string, limit: number): Promise<Uint8Array> {
  const { bytes, size } = await readStart(path, name, limit)
  if (size > limit) {
    const args = { size: `${Math.round(size / 1048576)} MB`, limit: `${Math.round(limit / 1048576)} MB` }
    throw new KhoError('file-too-large', { file: name, args })
  }
  return bytes
}

/**
 * A picture opened to be read where it is needed; whoever opens it closes it.
 * @throws KhoError file-missing, no-permission, file-unreadable
 */
export async function openPicture(
  path: string,
  name: string,
): Promise<{ source: PictureSource; close(): Promise<void> }> {
  try {
    const file = await open(path, 'r')
    const { size } = await file.stat()
    const read = (at: number, length: number) => readAt(file, at, Math.max(0, Math.min(length, size - at)))
    return { source: { size, read }, close: () => file.close() }
  } catch (error) {
    throw new KhoError(codeFor(error), { file: name, cause: error })
  }
}

/** The beginning of a file, to tell its type by. */
export async function readHead(path: string, name: string): Promise<Uint8Array> {
  return (await readStart(path, name, 64)).bytes
}

async function readStart(path: string, name: string, most: number): Promise<{ bytes: Uint8Array; size: number }> {
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      return { bytes: await readAt(file, 0, Math.min(size, most)), size }
    } finally {
      await file.close()
    }
  } catch (error) {
    throw new KhoError(codeFor(error), { file: name, cause: error })
  }
}

/** Fewer bytes where the file ends before. */
async function readAt(file: FileHandle, start: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length)
  let at = 0
  while (at < length) {
    const { bytesRead } = await file.read(buffer, at, length - at, start + at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return buffer.subarray(0, at)
}

function codeFor(error: unknown): 'file-missing' | 'no-permission' | 'file-unreadable' {
  const code = (error as { code?: string }).code
  if (code === 'ENOENT') return 'file-missing'
  return code === 'EACCES' || code === 'EPERM' ? 'no-permission' : 'file-unreadable'
}

/**
 * A door to the files a browser or Word saved along with a page: `page_files/…` beside `page.html`.
 * Nothing outside that folder is read, whatever the page says.
 */
export function besidePage(path: string): (relativePath: string) => Promise<Uint8Array | null> {
  const stem = basename(path, extname(path)).normalize('NFC').toLowerCase()
  return async (relativePath) => {
    const steps = relativePath.split('/').filter((step) => step !== '' && step !== '.')
    const folder = steps[0]?.normalize('NFC').toLowerCase() ?? ''
    if (steps.length < 2 || steps.includes('..') || !folder.startsWith(stem)) return null
    try {
      const root = await realpath(await asNamed(dirname(path), steps.slice(0, 1)))
      const file = await realpath(await asNamed(dirname(path), steps))
      if (!file.startsWith(root + sep)) return null
      const bytes = await readFile(file)
      return bytes.length <= readerLimits.fileBytes ? new Uint8Array(bytes) : null
    } catch {
      return null
    }
  }
}

/** The path as the disk has it: a page and its folder may write the same letters composed and decomposed. */
async function asNamed(folder: string, steps: string[]): Promise<string> {
  let at = folder
  for (const step of steps) {
    const names = await readdir(at)
    at = join(at, names.find((name) => name.normalize('NFC') === step.normalize('NFC')) ?? step)
  }
  return at
}
