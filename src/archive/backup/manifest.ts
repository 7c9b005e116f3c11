import { z } from 'zod'
import { KhoError } from '#core/errors'
import { Id, Instant } from '#core/model/common'
import type { Files } from '#platform/ports'
import { parseJson } from '../format'

/** `backup.json`: what the backup holds. Whatever lies beside it and is not named here does not count. */
export const Manifest = z.object({
  backupFormat: z.literal(1),
  archive: Id,
  name: z.string(),
  at: Instant,
  /** The last change that the backup holds, and the SHA-256 of its line. */
  sequence: z.number().int().nonnegative(),
  digest: z.string().nullable(),
  /** `kho.json` as it stood; not a file here, so that nobody opens the backup as an archive. */
  identity: z.string(),
  /** Files of the journal: what each is called here, and how many of its bytes count. */
  journal: z.array(
    z.object({ month: z.string(), file: z.string(), size: z.number().int().nonnegative(), sha256: z.string() }),
  ),
  /** All records as of `sequence`: how many, and the SHA-256 over the sorted lines `kind/id digest`. */
  records: z.object({ count: z.number().int(), sha256: z.string() }),
  /** Every original by its path under `originals/`, which names its SHA-256. */
  originals: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>

/** Where everything lies in a backup folder. */
export function backupLayout(folder: string, files: Files) {
  const originals = files.join(folder, 'originals')
  return {
    manifest: files.join(folder, 'backup.json'),
    journal: files.join(folder, 'journal'),
    month: (file: string) => files.join(folder, 'journal', file),
    originals,
    incoming: files.join(originals, 'incoming'),
    original: (path: string) => files.join(originals, ...path.split('/')),
  }
}

/**
 * The manifest of a backup, or null where the folder holds none.
 * @throws KhoError backup-not-one where the file is there and says nothing
 */
export async function readManifest(folder: string, files: Files): Promise<Manifest | null> {
  const { manifest } = backupLayout(folder, files)
  if ((await files.stat(manifest)) === null) return null
  const parsed = Manifest.safeParse(parseJson(await files.readText(manifest)))
  if (!parsed.success) throw new KhoError('backup-not-one', { file: folder, cause: parsed.error })
  return parsed.data
}

/** The SHA-256 an original's path names. */
export function digestInPath(path: string): string {
  return /([0-9a-f]{64})\.[^/]*$/.exec(path)?.[1] ?? ''
}
