import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { AsReceivedFile } from '#core/model/common'
import { memoryPlatform } from '#platform/memory/platform'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'
import { nodeProcesses } from '#platform/node/platform'
import type { Platform } from '#platform/ports'

/** Real files and digests, everything else in fixed order. */
export const onDisk = (parts: Partial<Platform> = {}): Platform =>
  memoryPlatform(undefined, { files: nodeFiles(), digests: nodeDigests(), processes: nodeProcesses, ...parts })

export const quiet = { report: () => undefined, signal: new AbortController().signal }

/** SHA-256 of every file under a folder, by its path in it; `index/` and `kho.lock` are derived. */
export async function treeOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: Record<string, string> = {}
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    const inside = relative(folder, path).replaceAll('\\', '/')
    if (!entry.isFile() || /^(index\/|kho\.lock|last-backup\.json|catalogue\/checkpoint\.json)/.test(inside)) continue
    found[inside] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  }
  return found
}

/** How files come in. */
export const received = (name: string): Omit<AsReceivedFile, 'digest' | 'size'> => ({
  name,
  mediaType: name.endsWith('.jpg') ? 'image/jpeg' : 'text/plain',
  receivedAt: '2024-07-08T09:00:00.000+07:00',
  role: name.endsWith('.jpg') ? 'photo' : 'text',
})
