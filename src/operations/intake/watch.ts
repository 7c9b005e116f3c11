import type { Archive } from '#archive/archive'
import type { WaitingFile, Watched } from '#contract/watch'
import type { Platform } from '#platform/ports'
import type { OperationContext } from '../context'
import type { Handler } from '../runner'
import { planIntake } from './plan'

const off: Watched = { folder: null, state: 'off', files: [], coming: 0 }

/** What is remembered of a file between two looks. */
interface Seen {
  size: number
  modifiedMs: number
  digest: string
}

/**
 * Looks into one folder again and again for files the archive does not hold. Watching by the system's own notices
 * does not work on network drives, so it asks. A file is offered once two looks in a row found it unchanged and it
 * can be read to its end: what is half copied waits.
 */
export class FolderWatch {
  private folder: string | null = null
  private skipped: ReadonlySet<string> = new Set()
  private seen = new Map<string, Seen>()
  private now: Watched = off
  private looking: Promise<Watched> = Promise.resolve(off)

  /** @param changed called when there is something else to tell than before */
  constructor(
    private readonly platform: Platform,
    private readonly archive: () => Archive | null,
    private readonly changed: () => void,
  ) {}

  get watched(): Watched {
    return this.now
  }

  /** Watches another folder, or the same with other files left out; answers what is there. */
  async watch(folder: string | null, skipped: string[]): Promise<Watched> {
    await this.looking.catch(() => undefined)
    if (folder !== this.folder) this.seen.clear()
    this.folder = folder
    this.skipped = new Set(skipped)
    return this.look()
  }

  /** Looks once; looks that come while one is going on wait for it and are that one. */
  look(): Promise<Watched> {
    this.looking = this.looking.then(
      () => this.lookNow(),
      () => this.lookNow(),
    )
    return this.looking
  }

  private async lookNow(): Promise<Watched> {
    const before = JSON.stringify(this.now)
    this.now = await this.found()
    if (JSON.stringify(this.now) !== before) this.changed()
    return this.now
  }

  private async found(): Promise<Watched> {
    const { folder, platform } = this
    if (!folder) return off
    const archive = this.archive()
    const there = await platform.files.stat(folder).catch(() => null)
    // What was known of its files is kept: a drive that comes back is not new.
    if (there?.kind !== 'folder') return { folder, state: 'away', files: [], coming: 0 }
    if (!archive || archive.readOnly) return { folder, state: 'watching', files: [], coming: 0 }
    const plan = await planIntake([folder], platform.files)
    const paths = plan.groups.flatMap(({ release, photos }) => [...(release ? [release] : []), ...photos])
    const files: WaitingFile[] = []
    let coming = 0
    for (const path of paths) {
      const file = await this.fileAt(path)
      if (!file) coming += 1
      else if (!this.skipped.has(file.digest) && !(await isHeld(archive, file.digest))) files.push(file)
    }
    for (const path of this.seen.keys()) if (!paths.includes(path)) this.seen.delete(path)
    return { folder, state: 'watching', files, coming }
  }

  /** Null while the file is still being written, or cannot be read. */
  private async fileAt(path: string): Promise<WaitingFile | null> {
    const { files, digests } = this.platform
    const stat = await files.stat(path).catch(() => null)
    if (stat?.kind !== 'file' || stat.size === 0) return null
    const known = this.seen.get(path)
    const still = known?.size === stat.size && known.modifiedMs === stat.modifiedMs
    const digest = still ? known.digest || (await digests.sha256OfFile(path).catch(() => '')) : ''
    // A file that grew while it was read is not what was digested.
    const after = digest ? await files.stat(path).catch(() => null) : stat
    const whole = after?.size === stat.size && after.modifiedMs === stat.modifiedMs
    this.seen.set(path, { size: stat.size, modifiedMs: stat.modifiedMs, digest: whole ? digest : '' })
    if (!digest || !whole) return null
    return { path, name: files.baseName(path).normalize('NFC'), size: stat.size, digest }
  }
}

/** True where an article, a draft or a photo of the archive has these bytes. */
async function isHeld(archive: Archive, digest: string): Promise<boolean> {
  return (await archive.index.sameFile(digest)).length > 0 || (await archive.get('photo', digest)) !== null
}

export const watchFolder: Handler<'intake.watch'> = (context, { folder, skipped }) =>
  context.watch.watch(folder, skipped)

export const watchedFolder: Handler<'intake.watched'> = async (context: OperationContext) => context.watch.watched
