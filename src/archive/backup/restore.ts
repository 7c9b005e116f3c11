import { KhoError } from '#core/errors'
import type { Platform } from '#platform/ports'
import type { Work } from '../check'
import { type Layout, layoutOf } from '../format'
import { openArchive } from '../open'
import { partsOf } from '../store'
import { sha256OfPart } from './journal-copy'
import { backupLayout, digestInPath, type Manifest, readManifest } from './manifest'
import { stateOfCatalogue } from './state'

const CHUNK = 4 << 20

/** What a restore made. */
export interface RestoreReport {
  folder: string
  name: string
  sequence: number
  records: number
  originals: number
  /** Originals that the backup names and has no more as they were. */
  damaged: string[]
}

interface Restoring {
  backup: string
  folder: string
  manifest: Manifest
  platform: Platform
  work: Work
}

/**
 * Makes an archive out of a backup in an empty or missing folder. Everything is read back and compared
 * with the manifest; `kho.json` comes last, so that an attempt that fails leaves no archive. An original
 * that the drive has lost keeps nobody from the others: it is named, and what is left of it goes to `recovered/`.
 * @throws KhoError backup-not-one, backup-damaged naming the file of the journal, archive-folder-not-empty, cancelled,
 * or what the disk answers
 */
export async function restoreBackup(
  backup: string,
  folder: string,
  platform: Platform,
  work: Work,
): Promise<RestoreReport> {
  const { files } = platform
  const manifest = await readManifest(backup, files)
  if (!manifest) throw new KhoError('backup-not-one', { file: backup })
  if ((await files.list(folder)).length > 0) throw new KhoError('archive-folder-not-empty', { file: folder })
  await files.makeFolder(folder)
  const restoring = { backup, folder, manifest, platform, work }
  await restoreJournal(restoring)
  const damaged = await restoreOriginals(restoring)
  await files.writeWhole(layoutOf(folder, files).identity, manifest.identity)
  const records = await provedOrUndone(restoring)
  const { name, sequence, originals } = manifest
  return { folder, name, sequence, records, originals: originals.length - damaged.length, damaged }
}

async function restoreJournal({ backup, folder, manifest, platform }: Restoring): Promise<void> {
  const { files } = platform
  const from = backupLayout(backup, files)
  const to = layoutOf(folder, files)
  await files.makeFolder(to.journal)
  for (const { month, file, size, sha256 } of manifest.journal) {
    const source = from.month(file)
    for (let at = 0; at < size; at += CHUNK) {
      await files.appendDurably(to.month(month), await files.readPart(source, at, Math.min(CHUNK, size - at)))
    }
    const whole = ((await files.stat(to.month(month)))?.size ?? 0) === size
    if (!whole || (await sha256OfPart(platform, to.month(month), size)) !== sha256) {
      throw new KhoError('backup-damaged', { file: source })
    }
  }
}

async function restoreOriginals({ backup, folder, manifest, platform, work }: Restoring): Promise<string[]> {
  const from = backupLayout(backup, platform.files)
  const damaged: string[] = []
  for (const [at, path] of manifest.originals.entries()) {
    if (work.signal.aborted) throw new KhoError('cancelled', { file: folder })
    work.report(at + 1, manifest.originals.length, path)
    if (!(await restoreOriginal(platform, layoutOf(folder, platform.files), from.original(path), path)))
      damaged.push(`originals/${path}`)
  }
  return damaged
}

/**
 * True where the original is what its name says.
 * @throws KhoError disk-error where the new drive gives back something else than was written
 */
async function restoreOriginal({ files, digests }: Platform, to: Layout, source: string, path: string) {
  const expected = digestInPath(path)
  if ((await files.stat(source)) === null) return false
  const target = files.join(to.originals, ...path.split('/'))
  const aside = files.join(to.recovered, files.baseName(target))
  const copied = await files.copyHashed(source, {
    temporaryFolder: to.incoming,
    pathFor: (actual) => (actual === expected ? target : aside),
  })
  if (copied.sha256 !== expected) return false
  if ((await digests.sha256OfFile(target)) !== expected) throw new KhoError('disk-error', { file: target })
  return true
}

/** What does not prove equal is no archive. */
async function provedOrUndone(restoring: Restoring): Promise<number> {
  try {
    return await proveRecords(restoring)
  } catch (thrown) {
    const { files } = restoring.platform
    await files.remove(layoutOf(restoring.folder, files).identity)
    throw thrown
  }
}

/** Opens the new archive, which makes its catalogue out of the journal, and compares it with the manifest. */
async function proveRecords({ backup, folder, manifest, platform }: Restoring): Promise<number> {
  const archive = await openArchive(folder, platform)
  try {
    const { catalogue, journal } = partsOf(archive)
    const records = await stateOfCatalogue(catalogue, platform)
    const same = records.sha256 === manifest.records.sha256 && journal?.position.sequence === manifest.sequence
    if (!same) throw new KhoError('backup-damaged', { file: backup })
    return records.count
  } finally {
    await archive.close()
  }
}
