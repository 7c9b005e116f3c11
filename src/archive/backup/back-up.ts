import { KhoError } from '#core/errors'
import { toInstant } from '#core/text/dates'
import type { Archive } from '../archive'
import { allOriginals, type Work } from '../check'
import { partsOf } from '../store'
import { copyJournal } from './journal-copy'
import { rememberBackup } from './last-backup'
import { backupLayout, digestInPath, type Manifest, readManifest } from './manifest'
import { type StateAt, stateAt, stateOfCatalogue } from './state'

/** What a backup did. */
export interface BackupReport {
  folder: string
  sequence: number
  at: string
  records: number
  originals: { total: number; copied: number; bytes: number }
  altered: string[]
  /** Originals that records name and neither the archive nor the backup has. */
  missing: string[]
}

type Parts = ReturnType<typeof partsOf>
type Target = ReturnType<typeof backupLayout>

/**
 * Brings a backup folder up to the archive as of its last change, while the archive stays in use: what is
 * there already is never copied again, everything new is read back from the drive, and `backup.json`
 * names it all last of all. Until then the folder is the backup that it was before.
 * @throws KhoError backup-not-one (the folder is something else, or another archive's), backup-damaged,
 * archive-damaged (repair first), cancelled, or what the disk answers
 */
export async function backUp(archive: Archive, folder: string, work: Work): Promise<BackupReport> {
  const parts = partsOf(archive)
  const { layout, platform } = parts
  const { files, clock } = platform
  refuseInside(parts.folder, folder)
  const before = await manifestFor(parts, folder)
  const target = backupLayout(folder, files)
  await files.makeFolder(folder)
  const state = await stateAt(layout, platform, parts.journal?.position.sequence ?? null, work.signal)
  await refuseDamaged(parts, state)
  const journal = await copyJournal(layout, target, platform, state.position, before)
  const originals = await copyOriginals(parts, target, work)
  originals.held.push(...(await keptAlone(parts, target, before, state, originals.held)))
  const at = toInstant(clock.now())
  const { sequence, digest } = state.position
  const { id, name } = archive.identity
  const manifest: Manifest = {
    backupFormat: 1,
    archive: id,
    name,
    at,
    sequence,
    digest,
    identity: await files.readText(layout.identity),
    journal,
    records: state.records,
    originals: originals.held,
  }
  await files.writeWhole(target.manifest, `${JSON.stringify(manifest, null, 1)}\n`)
  await removeReplaced(parts, target, before, journal)
  await rememberBackup(parts, { at, folder, sequence })
  const { held, copied, bytes, altered } = originals
  return {
    folder,
    sequence,
    at,
    records: state.records.count,
    originals: { total: held.length, copied, bytes },
    altered,
    missing: missingOf(state, originals),
  }
}

function refuseInside(archive: string, folder: string): void {
  const inside = (outer: string, inner: string) => inner === outer || /^[/\\]/.test(inner.slice(outer.length))
  const nested = (outer: string, inner: string) => inner.startsWith(outer) && inside(outer, inner)
  if (nested(archive, folder) || nested(folder, archive)) throw new KhoError('backup-not-one', { file: folder })
}

async function manifestFor({ identity, platform }: Parts, folder: string): Promise<Manifest | null> {
  const { files } = platform
  const manifest = await readManifest(folder, files)
  if (manifest && manifest.archive !== identity.id) throw new KhoError('backup-not-one', { file: folder })
  if (manifest) return manifest
  // What an interrupted first backup leaves is made of these names only.
  const strange = (await files.list(folder)).filter((name) => !/^(journal|originals|\..*)$/.test(name))
  if (strange.length > 0) throw new KhoError('archive-folder-not-empty', { file: folder })
  return null
}

/** Where lines cannot be read, the journal alone must still give what the catalogue has. */
async function refuseDamaged({ catalogue, layout, platform }: Parts, state: StateAt): Promise<void> {
  if (state.damaged === 0) return
  const actual = await stateOfCatalogue(catalogue, platform)
  if (actual.sha256 !== state.records.sha256) throw new KhoError('archive-damaged', { file: layout.journal })
}

async function copyOriginals(parts: Parts, target: Target, work: Work) {
  const { layout, platform, folder } = parts
  const stored = await allOriginals(parts)
  const result = { held: [] as string[], copied: 0, bytes: 0, altered: [] as string[] }
  for (const [at, { path, sha256 }] of stored.entries()) {
    if (work.signal.aborted) throw new KhoError('cancelled', { file: path })
    work.report(at + 1, stored.length, path)
    const inside = path.slice(layout.originals.length + 1).replaceAll('\\', '/')
    const copied = await copyOriginal(platform, target, { path, inside, sha256 })
    if (copied === 'altered' || copied === 'kept') result.altered.push(path.slice(folder.length + 1))
    if (copied === 'altered' || copied === 'gone') continue
    result.held.push(inside)
    if (copied === 'kept' || copied === 0) continue
    result.copied++
    result.bytes += copied
  }
  return result
}

/** Originals that the backup has and the archive has lost: here they are needed most. */
async function keptAlone(
  { platform }: Parts,
  target: Target,
  before: Manifest | null,
  state: StateAt,
  held: string[],
): Promise<string[]> {
  const here = new Set(held)
  const kept: string[] = []
  for (const path of before?.originals ?? []) {
    if (here.has(path) || !state.files.has(digestInPath(path))) continue
    if (await platform.files.stat(target.original(path))) kept.push(path)
  }
  return kept
}

/** Bytes copied, 0 where the backup has it already; `kept` where the backup has it still and the archive does not. */
async function copyOriginal(
  { files, digests }: Parts['platform'],
  target: Target,
  { path, inside, sha256 }: { path: string; inside: string; sha256: string },
): Promise<number | 'altered' | 'kept' | 'gone'> {
  const to = target.original(inside)
  const [here, there] = await Promise.all([files.stat(path), files.stat(to)])
  if (!here) return 'gone'
  if (there && there.size === here.size) return 0
  // A wrong size is a copy that a crash or a bad drive left: it never counted. Or it is the archive's that is wrong.
  if (there && (await digests.sha256OfFile(to)) === sha256) return 'kept'
  if (there) await files.remove(to)
  const aside = files.join(target.incoming, sha256)
  const copied = await files.copyHashed(path, {
    temporaryFolder: target.incoming,
    pathFor: (actual) => (actual === sha256 ? to : aside),
  })
  if (copied.sha256 !== sha256) {
    await files.remove(aside)
    return 'altered'
  }
  if ((await digests.sha256OfFile(to)) !== sha256) throw new KhoError('backup-damaged', { file: to })
  return copied.size
}

/** Every original that a record names must be there, except what `altered` tells. */
function missingOf(state: StateAt, { held, altered }: { held: string[]; altered: string[] }): string[] {
  const have = new Set([...held, ...altered].map(digestInPath))
  return [...state.files].filter((sha256) => !have.has(sha256)).sort()
}

async function removeReplaced({ platform }: Parts, target: Target, before: Manifest | null, now: Manifest['journal']) {
  const named = new Set(now.map(({ file }) => file))
  for (const { file } of before?.journal ?? []) {
    if (!named.has(file)) await platform.files.remove(target.month(file))
  }
}
