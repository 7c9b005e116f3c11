import { appendFile, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { KhoError } from '#core/errors'
import type { FileStat, Files, FolderEntry } from '../ports'
import { copyHashed } from './copy'
import { copyDigested } from './digested'
import { discard, makeFolder, placeNew, renamePatiently, settle, syncFolder, temporaryIn, writeNew } from './durable'
import { fileError, guarded, systemCode } from './errors'

/** The files of this computer. What returns from a writing method is on the disk, file and folder. */
export function nodeFiles(): Files {
  return {
    join,
    baseName: (path) => basename(path),
    dirName: dirname,
    read: (path) => guarded(path, () => readFile(path)),
    readText: (path) => guarded(path, () => readFile(path, 'utf8')),
    readPart: (path, offset, length) => guarded(path, () => readPart(path, offset, length)),
    stat: (path) => guarded(path, () => statOf(path)),
    list: (folder) => guarded(folder, () => namesIn(folder)),
    makeFolder: (path) => guarded(path, () => makeFolder(path)),
    writeWhole: (path, data) => guarded(path, () => writeWhole(path, data)),
    createNew: (path, data) => guarded(path, () => createNew(path, data)),
    appendDurably: (path, data) => guarded(path, () => appendDurably(path, data)),
    truncate: (path, size) => guarded(path, () => truncate(path, size)),
    copyHashed,
    copyDigested,
    settle: (path) => guarded(path, () => settle(path)),
    entries: (folder) => guarded(folder, () => entriesIn(folder)),
    remove: (path) => guarded(path, () => remove(path)),
    rename: (from, to) => guarded(from, () => renameDurably(from, to)),
    writable,
  }
}

async function readPart(path: string, offset: number, length: number): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const buffer = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return buffer.subarray(0, filled)
  } finally {
    await handle.close()
  }
}

async function statOf(path: string): Promise<FileStat | null> {
  try {
    const found = await stat(path)
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'
    return { size: found.size, modifiedMs: found.mtimeMs, kind }
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT' || systemCode(thrown) === 'ENOTDIR') return null
    throw thrown
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return []
    throw thrown
  }
}

async function entriesIn(folder: string): Promise<FolderEntry[]> {
  const found = await readdir(folder, { withFileTypes: true })
  return found.map((entry) => ({
    name: entry.name,
    kind: entry.isSymbolicLink() ? 'link' : entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
  }))
}

async function writeWhole(path: string, data: Uint8Array | string): Promise<void> {
  const temporary = temporaryIn(dirname(path))
  await writeNew(temporary, data)
  try {
    await renamePatiently(temporary, path)
  } catch (thrown) {
    await discard(temporary)
    throw thrown
  }
  await syncFolder(dirname(path))
}

async function createNew(path: string, data: Uint8Array | string): Promise<boolean> {
  const temporary = temporaryIn(dirname(path))
  await writeNew(temporary, data)
  return placeNew(temporary, path)
}

async function appendDurably(path: string, data: Uint8Array | string): Promise<void> {
  const handle = await open(path, 'a')
  try {
    const before = (await handle.stat()).size
    try {
      await appendFile(handle, data)
      await handle.sync()
    } catch (thrown) {
      await handle.truncate(before).catch(() => undefined)
      throw thrown
    }
    if (before === 0) await syncFolder(dirname(path))
  } finally {
    await handle.close()
  }
}

async function truncate(path: string, size: number): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.truncate(size)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  await syncFolder(dirname(path))
}

async function renameDurably(from: string, to: string): Promise<void> {
  await renamePatiently(from, to)
  await syncFolder(dirname(to))
  if (dirname(from) !== dirname(to)) await syncFolder(dirname(from))
}

/** Tries for real: mode bits say nothing about shares, read-only media or other systems' rights. */
async function writable(folder: string): Promise<boolean> {
  const probe = temporaryIn(folder)
  try {
    await (await open(probe, 'wx')).close()
    await discard(probe)
    return true
  } catch (thrown) {
    const error = fileError(thrown, folder)
    if (error.code === 'disk-full') return true
    if (error instanceof KhoError) return false
    throw thrown
  }
}
