import type { Digested, DigestName, Digests, Files } from '#platform/ports'

/** A file of a package, by its path in it with `/` between names. Links and devices are named and never opened. */
export interface SourceEntry {
  path: string
  kind: 'file' | 'link' | 'other'
}

/** A package as it lies there: a folder or a zip. Only read. */
export interface PackageSource {
  entries(): Promise<SourceEntry[]>
  /** A small file whole. @throws KhoError file-too-large */
  read(path: string): Promise<Uint8Array>
  digest(path: string, names: readonly DigestName[], signal?: AbortSignal): Promise<Digested>
  close(): Promise<void>
}

/** Tag files are read whole: none is as large as this, or it is no tag file. */
export const largestTag = 256 << 20

/** A package in a folder. */
export function folderSource(files: Files, digests: Digests, folder: string): PackageSource {
  const pathOf = (path: string) => files.join(folder, ...path.split('/'))
  const found: SourceEntry[] = []
  const walk = async (inside: string): Promise<void> => {
    const entries = await files.entries(inside === '' ? folder : pathOf(inside))
    for (const { name, kind } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = inside === '' ? name : `${inside}/${name}`
      if (kind === 'folder') await walk(path)
      else found.push({ path, kind })
    }
  }
  return {
    async entries() {
      found.length = 0
      await walk('')
      return found
    },
    read: (path) => files.read(pathOf(path)),
    digest: (path, names, signal) => digests.ofFile(pathOf(path), names, signal),
    close: async () => undefined,
  }
}
