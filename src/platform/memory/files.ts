import { KhoError } from '#core/errors'
import type { Digests, Files } from '../ports'

const encoder = new TextEncoder()
const bytesOf = (data: Uint8Array | string) => (typeof data === 'string' ? encoder.encode(data) : data.slice())

/** What a memory disk holds: files by absolute path, and the folders made. */
export interface MemoryDisk {
  files: Map<string, Uint8Array>
  folders: Set<string>
}

/** An empty disk. Keep it and open it again to play a restart. */
export function memoryDisk(): MemoryDisk {
  return { files: new Map(), folders: new Set(['/']) }
}

/**
 * Files held in memory, for tests: the same answers and errors as a real disk, in no time.
 * Paths use `/`. Modification times are 0.
 */
export function memoryFiles(disk: MemoryDisk, digests: Digests): Files {
  const files: Files = {
    join: (...parts) => parts.join('/').replace(/\/+/g, '/'),
    baseName: (path) => path.slice(path.lastIndexOf('/') + 1),
    dirName,
    read: async (path) => held(disk, path).slice(),
    readText: async (path) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(held(disk, path)),
    readPart: async (path, offset, length) => held(disk, path).slice(offset, offset + length),
    stat: async (path) => statOf(disk, path),
    list: async (folder) => namesIn(disk, folder),
    makeFolder: async (path) => addFolder(disk, path),
    writeWhole: async (path, data) => void put(disk, path, bytesOf(data)),
    createNew: async (path, data) => !disk.files.has(path) && put(disk, path, bytesOf(data)),
    appendDurably: async (path, data) => append(disk, path, bytesOf(data)),
    truncate: async (path, size) => void put(disk, path, held(disk, path).slice(0, size)),
    copyHashed: async (from, to, signal) => {
      if (signal?.aborted) throw new KhoError('cancelled', { file: from })
      const bytes = held(disk, from)
      const sha256 = await digests.sha256(bytes)
      const path = to.pathFor(sha256)
      addFolder(disk, dirName(path))
      const existed = !(await files.createNew(path, bytes))
      return { sha256, size: bytes.length, path, existed }
    },
    copyDigested: async (from, to, names, signal) => {
      if (signal?.aborted) throw new KhoError('cancelled', { file: from })
      if (disk.files.has(to)) throw new KhoError('disk-error', { file: to })
      put(disk, to, held(disk, from))
      return digests.ofFile(to, names, signal)
    },
    settle: async () => undefined,
    entries: async (folder) =>
      namesIn(disk, folder).map((name) => ({ name, kind: disk.files.has(`${folder}/${name}`) ? 'file' : 'folder' })),
    remove: async (path) => removeAll(disk, path),
    rename: async (from, to) => {
      put(disk, to, held(disk, from))
      disk.files.delete(from)
    },
    writable: async (folder) => disk.folders.has(folder),
  }
  return files
}

function dirName(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/'
}

function held(disk: MemoryDisk, path: string): Uint8Array {
  const bytes = disk.files.get(path)
  if (!bytes) throw new KhoError('file-missing', { file: path })
  return bytes
}

function statOf(disk: MemoryDisk, path: string) {
  const bytes = disk.files.get(path)
  if (bytes) return { size: bytes.length, modifiedMs: 0, kind: 'file' as const }
  return disk.folders.has(path) ? { size: 0, modifiedMs: 0, kind: 'folder' as const } : null
}

function namesIn(disk: MemoryDisk, folder: string): string[] {
  const inside = [...disk.files.keys(), ...disk.folders].filter((path) => path !== '/' && dirName(path) === folder)
  return inside.map((path) => path.slice(path.lastIndexOf('/') + 1))
}

function addFolder(disk: MemoryDisk, path: string): void {
  for (let at = path; at !== '/'; at = dirName(at)) disk.folders.add(at)
}

function put(disk: MemoryDisk, path: string, bytes: Uint8Array): true {
  if (!disk.folders.has(dirName(path))) throw new KhoError('file-missing', { file: path })
  disk.files.set(path, bytes)
  return true
}

function append(disk: MemoryDisk, path: string, more: Uint8Array): void {
  const before = disk.files.get(path) ?? new Uint8Array()
  const joined = new Uint8Array(before.length + more.length)
  joined.set(before)
  joined.set(more, before.length)
  put(disk, path, joined)
}

function removeAll(disk: MemoryDisk, path: string): void {
  for (const known of [...disk.files.keys()]) {
    if (known === path || known.startsWith(`${path}/`)) disk.files.delete(known)
  }
  for (const known of [...disk.folders]) {
    if (known === path || known.startsWith(`${path}/`)) disk.folders.delete(known)
  }
}
