import { randomBytes } from 'node:crypto'
import { type FileHandle, link, mkdir, open, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { systemCode } from './errors'

const RENAME_TRIES = 10
// What a virus scanner or an indexing service answers while it holds a file it looks at.
const HELD = new Set(['EPERM', 'EBUSY', 'EACCES'])
// Answers to fsync or link on file systems that know neither (Windows folders, some shares, exFAT).
const UNSUPPORTED = new Set(['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EACCES'])

/** A short name for a file in the making; short, since the final name may be as long as the disk allows. */
export function temporaryIn(folder: string): string {
  return join(folder, `.kho-${randomBytes(6).toString('hex')}.tmp`)
}

/** Makes a changed name in a folder survive a power cut, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle
  try {
    handle = await open(folder, 'r')
  } catch (thrown) {
    if (process.platform === 'win32') return
    throw thrown
  }
  try {
    await handle.sync()
  } catch (thrown) {
    if (!UNSUPPORTED.has(systemCode(thrown) ?? '')) throw thrown
  } finally {
    await handle.close()
  }
}

/**
 * Makes a folder and those above it. Level by level: Node's own recursion answers ENOENT on read-only media, and each folder that is new
 * must itself survive a power cut, so its parent is synced.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT' && dirname(path) !== path) {
      await makeFolder(dirname(path))
      // Not again by this function: a name that the disk refuses with ENOENT would go round for ever.
      await mkdir(path).catch((again) => {
        // Another may have made it meanwhile.
        if (systemCode(again) !== 'EEXIST') throw again
      })
    } else {
      const there = await stat(path).catch(() => null)
      if (there?.isDirectory()) return
      throw thrown
    }
  }
  await syncFolder(dirname(path))
}

/** Has what was written to a file, or the names in a folder, on the disk when it returns. */
export async function settle(path: string): Promise<void> {
  if ((await stat(path)).isDirectory()) return syncFolder(path)
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Renames over what is there, trying again for about a second while something else holds a file. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to)
    } catch (thrown) {
      if (attempt >= RENAME_TRIES || !HELD.has(systemCode(thrown) ?? '')) throw thrown
      await delay(5 * 2 ** Math.min(attempt, 5))
    }
  }
}

/** Writes all bytes to a new file and has them on the disk when it returns; removes it when that fails. */
export async function writeNew(path: string, data: Uint8Array | string): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(data)
    await handle.sync()
  } catch (thrown) {
    await handle.close()
    await discard(path)
    throw thrown
  }
  await handle.close()
}

/** Removes a file in the making; its absence is the goal, so that a failure here hides no other. */
export async function discard(path: string): Promise<void> {
  await unlink(path).catch(() => undefined)
}

/**
 * Gives a finished file its name without ever replacing one that is there.
 * @returns false where the name was taken; the file in the making is gone either way
 */
export async function placeNew(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path)
  } catch (thrown) {
    const code = systemCode(thrown)
    if (code === 'EEXIST') {
      await discard(temporary)
      return false
    }
    // No links on this disk: an exclusive file holds the name until the rename fills it.
    if (!UNSUPPORTED.has(code ?? '')) throw thrown
    return await placeByRename(temporary, path)
  }
  await discard(temporary)
  await syncFolder(dirname(path))
  return true
}

async function placeByRename(temporary: string, path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close()
  } catch (thrown) {
    if (systemCode(thrown) !== 'EEXIST') throw thrown
    await discard(temporary)
    return false
  }
  await renamePatiently(temporary, path)
  await syncFolder(dirname(path))
  return true
}
