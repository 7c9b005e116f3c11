import { KhoError } from '#core/errors'
import type { AsReceivedFile } from '#core/model/common'
import type { Platform } from '#platform/ports'
import type { Archive, KeptPreview } from './archive'
import type { Layout } from './format'

const extensions: Record<string, string> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/msword': 'doc',
  'application/pdf': 'pdf',
  'text/html': 'html',
  'text/plain': 'txt',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'image/webp': 'webp',
}

/** The ending a stored file gets: by its type, so that the same bytes never lie there twice; else by its name. */
function extensionOf(file: Pick<AsReceivedFile, 'mediaType' | 'name'>): string {
  const named = /\.([A-Za-z0-9]{1,8})$/.exec(file.name)?.[1]?.toLowerCase()
  return extensions[file.mediaType] ?? named ?? 'bin'
}

/**
 * The files exactly as they came in, by digest; written once and never changed. A file stays even
 * where nothing else of an intake succeeds.
 * @param mayWrite throws where the archive is open for reading only
 */
export function openOriginals(layout: Layout, platform: Platform, mayWrite: () => void): Archive['originals'] {
  const { files, digests } = platform
  const asReceived = (sha256: string, size: number, meta: Omit<AsReceivedFile, 'digest' | 'size'>): AsReceivedFile => ({
    ...meta,
    digest: { algorithm: 'sha256', hex: sha256 },
    name: meta.name.normalize('NFC'),
    size,
  })
  const pathOf = (file: AsReceivedFile) => layout.original(file.digest.hex, extensionOf(file))

  return {
    pathOf,
    incoming: layout.incoming,

    async addFile(path, meta, signal) {
      mayWrite()
      await files.makeFolder(layout.incoming)
      const to = {
        temporaryFolder: layout.incoming,
        pathFor: (sha256: string) => layout.original(sha256, extensionOf(meta)),
      }
      let copied = await files.copyHashed(path, to, signal)
      if (copied.existed && (await isUnfinished(copied.path, copied.size, platform))) {
        copied = await files.copyHashed(path, to, signal)
      }
      return asReceived(copied.sha256, copied.size, meta)
    },

    async addBytes(bytes, meta) {
      mayWrite()
      const file = asReceived(await digests.sha256(bytes), bytes.length, meta)
      const path = pathOf(file)
      await files.makeFolder(files.dirName(path))
      const made = await files.createNew(path, bytes)
      if (!made && (await isUnfinished(path, bytes.length, platform))) await files.createNew(path, bytes)
      return file
    },

    async has(sha256) {
      const folder = files.dirName(layout.original(sha256, 'bin'))
      return (await files.list(folder)).some((name) => name.startsWith(`${sha256}.`))
    },
  }
}

/**
 * Looks at a file that lies where ours belongs. One without a byte is what a crash leaves on disks
 * that know no links; it is removed.
 * @throws KhoError archive-damaged where it is another file than its name says: nothing is replaced
 */
async function isUnfinished(path: string, size: number, { files }: Platform): Promise<boolean> {
  const found = await files.stat(path)
  if (found?.size === size) return false
  if (found?.size !== 0) throw new KhoError('archive-damaged', { file: path })
  await files.remove(path)
  return true
}

/** Another program may be able to make what this one could not: what was refused before is tried again then. */
const refusals = 1

/** Previews under `index/`: derived, so they may vanish at any time. */
export function openThumbnails(layout: Layout, { files }: Platform): Archive['thumbnails'] {
  const folderOf = (start: string) => files.join(layout.thumbnails, start.slice(0, 2))
  const nameOf = (photoId: string, { size, turned }: KeptPreview) =>
    `${photoId}-${size}${turned ? `-${turned}` : ''}.jpg`
  const refusalOf = (photoId: string) => `${photoId}-none-${refusals}`
  const put = async (photoId: string, name: string, data: Uint8Array | string) => {
    await files.makeFolder(folderOf(photoId))
    await files.writeWhole(files.join(folderOf(photoId), name), data)
  }
  return {
    async find(photoId, kept) {
      const path = files.join(folderOf(photoId), nameOf(photoId, kept))
      return (await files.stat(path)) ? path : null
    },
    put: (photoId, kept, jpeg) => put(photoId, nameOf(photoId, kept), jpeg),
    refuse: (photoId) => put(photoId, refusalOf(photoId), ''),
    refused: async (photoId) => (await files.stat(files.join(folderOf(photoId), refusalOf(photoId)))) !== null,
    async overview(start) {
      const names = new Set(await files.list(folderOf(start)))
      return {
        refused: (photoId) => names.has(refusalOf(photoId)),
        has: (photoId, kept) => names.has(nameOf(photoId, kept)),
      }
    },
  }
}
