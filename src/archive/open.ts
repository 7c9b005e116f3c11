import { KhoError } from '#core/errors'
import { recordKinds } from '#core/model/records'
import { toInstant } from '#core/text/dates'
import type { Platform } from '#platform/ports'
import type { Archive, ArchiveIdentity, ChangeEntry, OpeningReport } from './archive'
import { openCatalogue } from './catalogue'
import { formatVersion, type IdentityFile, type Layout, layoutOf, readIdentity } from './format'
import { HistoryIndex } from './history/history-index'
import { openIndex } from './index/open-index'
import { loadSearchWords } from './index/search-words'
import { JournalWriter } from './journal'
import { type Lock, takeLock } from './lock'
import { migrate } from './migrations/migrate'
import { steps } from './migrations/steps'
import { recover, survey } from './recovery'
import { note, type Tools, type Written } from './repair'
import { Store } from './store'

export interface OpenOptions {
  /** Reads only, and takes no lock. */
  readOnly?: boolean
  /** Keeps the index in memory and leaves the one on the disk alone (read-only media, tests). */
  indexInMemory?: boolean
  /** Asks for the lock of one who seems dead although it has beaten lately: it is watched, and taken if it is silent. */
  takeOver?: boolean
  /** How long a lock that looks left over is watched for a sign of life (default 6 seconds). */
  watchLockMs?: number
  /** Makes an index that is missing or damaged while the archive is already used (default: before it opens). */
  indexInBackground?: boolean
  /** Called while an index is made anew. */
  onIndexing?: (done: number, total: number) => void
}

// What systems put into a folder that a person calls empty, and what a crashed attempt of ours left.
const IGNORED = /^(\.DS_Store|desktop\.ini|Thumbs\.db|\.kho-[0-9a-f]{12}\.tmp)$/i

const UNWRITABLE: ReadonlySet<string> = new Set(['disk-full', 'disk-error', 'no-permission', 'archive-read-only'])

/**
 * Makes a new archive in an empty or missing folder and opens it.
 * @throws KhoError archive-exists, archive-folder-not-empty, or what the disk answers
 */
export async function createArchive(
  folder: string,
  identity: Pick<ArchiveIdentity, 'name' | 'agency' | 'fonds'>,
  platform: Platform,
  options: OpenOptions = {},
): Promise<Archive> {
  const { files, ids, clock } = platform
  const layout = layoutOf(folder, files)
  if (await files.stat(layout.identity)) throw new KhoError('archive-exists', { file: folder })
  const there = await files.stat(folder)
  if (there && there.kind !== 'folder') throw new KhoError('archive-folder-not-empty', { file: folder })
  const inside = (await files.list(folder)).filter((name) => !IGNORED.test(name))
  if (inside.length > 0) throw new KhoError('archive-folder-not-empty', { file: folder })
  await files.makeFolder(folder)
  const { name, agency, fonds } = identity
  const id = ids.next()
  const content: IdentityFile = { format: formatVersion, id, name, agency, fonds, createdAt: toInstant(clock.now()) }
  // Last of all things made here and first of all things read: from now on it is an archive.
  if (!(await files.createNew(layout.identity, `${JSON.stringify(content, null, 2)}\n`))) {
    throw new KhoError('archive-exists', { file: folder })
  }
  return openArchive(folder, platform, options)
}

/**
 * Opens an archive, repairing what a crash left behind; `opening.repaired` tells what was done. Where
 * another holds it, the medium cannot be written or the format is newer, it opens for reading only.
 * @throws KhoError archive-missing, archive-not-one, or what the disk answers
 */
export async function openArchive(folder: string, platform: Platform, options: OpenOptions = {}): Promise<Archive> {
  const layout = layoutOf(folder, platform.files)
  const identity = await readIdentity(folder, platform.files)
  const opening = { folder, layout, identity, platform, options }
  const access = await accessTo(layout, identity, platform, options)
  try {
    return await assemble({ ...opening, ...(await broughtUp(layout, identity, platform, access)) })
  } catch (thrown) {
    await access.lock?.release()
    if (!access.lock || !(thrown instanceof KhoError) || !UNWRITABLE.has(thrown.code)) throw thrown
    // A disk that is full or failing must not keep people from reading what they have.
    platform.log.warn('opening for reading only', { error: String(thrown) })
    return assemble({ ...opening, readOnly: { reason: 'media', by: '' }, lock: null })
  }
}

interface Access {
  readOnly: Archive['readOnly']
  lock: Lock | null
}

async function accessTo(
  layout: Layout,
  identity: IdentityFile,
  platform: Platform,
  options: OpenOptions,
): Promise<Access> {
  const reading = (reason: 'locked' | 'media' | 'newer-format', by = '') => ({ readOnly: { reason, by }, lock: null })
  if (identity.format > formatVersion) return reading('newer-format', String(identity.format))
  if (options.readOnly) return reading('media')
  if (!(await platform.files.writable(platform.files.dirName(layout.identity)))) return reading('media')
  try {
    const lock = await takeLock(layout, platform, {
      watchMs: options.watchLockMs,
      takeOver: options.takeOver ?? false,
    })
    return 'by' in lock ? reading('locked', lock.by) : { readOnly: null, lock }
  } catch (thrown) {
    if (thrown instanceof KhoError && UNWRITABLE.has(thrown.code)) return reading('media')
    throw thrown
  }
}

/** An older format is brought up first; where a step refuses, the archive opens for reading as it is. */
async function broughtUp(layout: Layout, identity: IdentityFile, platform: Platform, access: Access) {
  if (!access.lock || identity.format >= formatVersion) return { ...access, identity }
  const result = await migrate({ layout, platform, identity, steps, first: 1, last: formatVersion })
  if (result.state === 'migrated') return { ...access, identity: { ...identity, format: result.to } }
  await access.lock.release()
  return { readOnly: { reason: 'older-format' as const, by: result.reason.code }, lock: null, identity }
}

interface Opening extends Access {
  folder: string
  layout: Layout
  identity: IdentityFile
  platform: Platform
  options: OpenOptions
}

async function assemble(opening: Opening): Promise<Archive> {
  const { layout, platform, options, lock } = opening
  const report: OpeningReport = { replayed: 0, repaired: [] }
  const catalogue = openCatalogue(layout, platform.files, platform.digests)
  const tools = { layout, platform, catalogue, report }
  if (lock) await prepareFolders(layout, platform)
  const recovered = lock ? await recover(tools) : await survey(tools)
  const searchWords = await loadSearchWords(platform.resources)
  const write = lock !== null
  const { folder, readOnly } = opening
  const sources = { ...tools, folder, recovered, write, readOnly, options, searchWords }
  const { index, rebuild } = await openIndexSomewhere(sources)
  const store = new Store({
    folder: opening.folder,
    options,
    identity: opening.identity,
    readOnly: opening.readOnly,
    opening: report,
    layout,
    platform,
    catalogue,
    index,
    rebuild,
    history: new HistoryIndex({ layout, platform, onDisk: lock !== null && !options.indexInMemory }),
    journal: lock ? new JournalWriter(layout, platform.files, platform.digests, recovered.position) : null,
    lock,
    overlay: recovered.overlay,
    lastSerial: Math.max(recovered.lastSerial, index.lastSerial()),
  })
  await adopt(store, recovered.ahead, tools)
  return store
}

/** Journals what only documents still tell of changes whose lines are gone; one that cannot be is left to the check. */
async function adopt(store: Store, ahead: Written[], tools: Tools): Promise<void> {
  if (ahead.length === 0 || store.readOnly) return
  const entries = ahead.map(({ kind, id, record }) => ({ kind, id, after: record }) as unknown as ChangeEntry)
  const count = String(entries.length)
  try {
    await store.commit({ operation: 'archive.repair', args: { records: count }, entries })
    note(tools, 'documents-adopted', { count })
  } catch (thrown) {
    tools.platform.log.warn('documents newer than the journal stay as they are', { error: String(thrown) })
  }
}

/** The index is derived: a disk that fails under it must not keep the archive shut, so it is held in memory then. */
async function openIndexSomewhere(opening: Parameters<typeof openIndex>[0]): ReturnType<typeof openIndex> {
  try {
    return await openIndex(opening)
  } catch (thrown) {
    if (thrown instanceof KhoError) throw thrown
    opening.platform.log.warn('the index is held in memory', { error: String(thrown) })
    return openIndex({ ...opening, options: { ...opening.options, indexInMemory: true } })
  }
}

/** Folders that everything else counts on; copies that a crash left unfinished go. */
async function prepareFolders(layout: Layout, { files }: Platform): Promise<void> {
  for (const folder of [layout.catalogue, layout.journal, layout.originals, layout.index])
    await files.makeFolder(folder)
  for (const kind of recordKinds) await files.makeFolder(layout.kind(kind))
  for (const name of await files.list(layout.incoming)) await files.remove(files.join(layout.incoming, name))
}
