import { KhoError } from '#core/errors'
import type { Id } from '#core/model/common'
import type { RecordKind, RecordOf } from '#core/model/records'
import { toInstant } from '#core/text/dates'
import type { Platform } from '#platform/ports'
import type { Archive, Change, ChangeEntry, Committed, OpeningReport } from './archive'
import { type Catalogue, DamagedDocument, digestOf, type StoredDocument } from './catalogue'
import { checkedEntries } from './change'
import { openFaces } from './faces'
import type { Checkpoint, IdentityFile, JournalLine, Layout } from './format'
import type { HistoryIndex } from './history/history-index'
import type { OpenedIndex } from './index/open-index'
import type { SearchIndex, Touched } from './index/search-index'
import type { JournalWriter } from './journal'
import { KeptKinds } from './kept'
import type { Lock } from './lock'
import type { OpenOptions } from './open'
import { openOriginals, openThumbnails } from './originals'
import type { Overlaid } from './recovery'
import { refusalOf } from './refusal'
import { rebuildDocument } from './repair'

const CHECKPOINT_EVERY = 200
const AT_ONCE = 16

/**
 * What an open archive is made of, for work on the files themselves (check, backup).
 * @throws KhoError archive-none-open where it is closed
 */
export function partsOf(archive: Archive): StoreParts & { originals: Archive['originals'] } {
  if (!(archive instanceof Store)) throw new KhoError('archive-none-open')
  return { ...archive.parts, originals: archive.originals }
}

/** What an archive is put together from; `journal` and `lock` are null where it is only read. */
export interface StoreParts {
  folder: string
  /** How it was opened. */
  options: OpenOptions
  identity: IdentityFile
  readOnly: Archive['readOnly']
  opening: OpeningReport
  layout: Layout
  platform: Platform
  catalogue: Catalogue
  index: SearchIndex
  /** What is still to be done for the index while the archive is used; null where it is complete. */
  rebuild: OpenedIndex['rebuild']
  history: HistoryIndex
  journal: JournalWriter | null
  lock: Lock | null
  lastSerial: number
  /** What the journal has and the catalogue of a read-only archive misses. */
  overlay: Map<string, Overlaid>
}

/** The open archive: journal first, then catalogue, then index; see docs/on-disk-format.md. */
export class Store implements Archive {
  readonly folder: string
  readonly identity: IdentityFile
  readonly readOnly: Archive['readOnly']
  readonly opening: OpeningReport
  readonly originals: Archive['originals']
  readonly thumbnails: Archive['thumbnails']
  readonly faces: Archive['faces']
  readonly index: Archive['index']
  readonly parts: StoreParts
  /** Changes whose line is on the disk and whose documents are not yet; reads look here first. */
  private readonly pending: Map<string, Overlaid>
  lastChange: Archive['lastChange'] = null
  private readonly kept = new KeptKinds()
  private queue: Promise<unknown> = Promise.resolve()
  private sinceCheckpoint = 0
  private lastSerial: number
  private closed = false
  private closing = false
  /** What goes on beside the changes: making the index anew, articles that follow a new name. */
  private background: Promise<void> = Promise.resolve()

  constructor(parts: StoreParts) {
    this.parts = parts
    this.folder = parts.folder
    this.identity = parts.identity
    this.readOnly = parts.readOnly
    this.opening = parts.opening
    this.lastSerial = parts.lastSerial
    this.pending = parts.overlay
    this.index = parts.index
    this.originals = openOriginals(parts.layout, parts.platform, () => this.writer())
    this.thumbnails = openThumbnails(parts.layout, parts.platform)
    this.faces = openFaces(parts.layout, parts.platform)
    if (parts.rebuild) this.beside(parts.rebuild)
  }

  /** Does work in steps between the changes; closing stops it, and the next opening does it again. */
  private beside(work: NonNullable<StoreParts['rebuild']>): void {
    const pace = { inTurn: <T>(step: () => Promise<T>) => this.inTurn(step), stopped: () => this.closing }
    this.background = this.background
      .then(() => work(pace))
      .catch((thrown) => this.parts.platform.log.warn('the index is behind', { error: String(thrown) }))
  }

  /** Articles that show a name that changed follow it, a few at a time. */
  private readonly freshen: NonNullable<StoreParts['rebuild']> = async (pace) => {
    const { index } = this.parts
    const step = () => index.freshen((kind, id) => this.lookUp(kind, id))
    while (!pace.stopped() && index.hasStale) await pace.inTurn(step)
  }

  async get<K extends RecordKind>(kind: K, id: Id): Promise<RecordOf<K> | null> {
    const document = (await this.stored(kind, id)) ?? (await this.missing(kind, id))
    // The digest has just proved that these are the bytes a schema passed when they were written.
    return document ? (document.record as unknown as RecordOf<K>) : null
  }

  async getMany<K extends RecordKind>(kind: K, ids: Id[]): Promise<RecordOf<K>[]> {
    const found: RecordOf<K>[] = []
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => this.get(kind, id)))
      for (const record of some) if (record) found.push(record)
    }
    return found
  }

  async ids(kind: RecordKind): Promise<Id[]> {
    if (this.index.rebuilding) return (await this.parts.catalogue.ids(kind)).sort()
    return this.parts.index.ids(kind)
  }

  async all<K extends RecordKind>(kind: K): Promise<readonly RecordOf<K>[]> {
    const read = (ids: Id[]) => this.getMany(kind, ids)
    const ids = await this.ids(kind)
    // What another one writes is heard of by reading alone.
    return this.readOnly ? read(ids) : this.kept.all(kind, ids, read)
  }

  async nextSerial(): Promise<number> {
    return this.lastSerial + 1
  }

  commit(change: Change): Promise<Committed> {
    return this.inTurn(() => this.commitNow(change))
  }

  async close(): Promise<void> {
    this.closing = true
    await this.background
    await this.queue
    if (this.closed) return
    this.closed = true
    const { index, lock, platform } = this.parts
    try {
      if (this.parts.journal) await this.flush()
      if (this.parts.journal && this.sinceCheckpoint > 0) await this.checkpoint()
    } catch (thrown) {
      platform.log.warn('closing left work for the next opening', { error: String(thrown) })
    } finally {
      index.close()
      await this.parts.history.close()
      await lock?.release()
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work)
    this.queue = done.catch(() => undefined)
    return done
  }

  private async commitNow(change: Change): Promise<Committed> {
    const journal = this.writer()
    await this.refuseWhileAway()
    const entries = checkedEntries(change)
    const before = await this.documentsBefore(entries)
    this.refuseTakenSerials(entries)
    const at = toInstant(this.parts.platform.clock.now())
    const line = await journal.append({
      at,
      who: this.parts.platform.user.name,
      operation: change.operation,
      args: change.args,
      entries: entries.map(({ kind, id, after }, index) => ({
        kind,
        id,
        before: before[index]?.digest ?? null,
        after: after as Record<string, unknown> | null,
      })),
      ...(change.undoes ? { undoes: change.undoes } : {}),
      ...(change.redoes ? { redoes: change.redoes } : {}),
    })
    this.lastChange = { sequence: line.sequence, operation: change.operation, args: change.args }
    await this.follow(line, before)
    return { sequence: line.sequence, at }
  }

  /** From here on the change is a fact; whatever fails now is made good later, never reported as a failure. */
  private async follow(line: JournalLine, before: (StoredDocument | null)[]): Promise<void> {
    const { platform, index } = this.parts
    const { sequence } = line
    const digests = await Promise.all(line.entries.map(({ after }) => (after ? digestOf(after, platform.digests) : '')))
    const touched: Touched[] = []
    // Without a pause in between, so that a reader sees all of a change or nothing of it.
    for (const [at, { kind, id, after }] of line.entries.entries()) {
      const created = before[at]?.created ?? sequence
      const digest = digests[at] ?? ''
      this.pending.set(`${kind}/${id}`, { kind, id, created, sequence, digest, record: after } as Overlaid)
      this.kept.note(kind, id, after)
      touched.push({ kind, id, created, record: after } as Touched)
      if (kind === 'article' && after) this.lastSerial = Math.max(this.lastSerial, Number(after.serial))
    }
    await this.later(() => this.flush())
    await this.later(() => index.apply(touched, sequence, (kind, id) => this.lookUp(kind, id)))
    await this.later(async () => {
      if (index.hasStale) this.beside(this.freshen)
    })
    if (++this.sinceCheckpoint >= CHECKPOINT_EVERY) await this.later(() => this.checkpoint())
  }

  /** Does what can be made up for by a later change or the next opening. */
  private async later(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (thrown) {
      this.parts.platform.log.warn('a change is safe in the journal; the rest follows later', { error: String(thrown) })
    }
  }

  /** Writes the documents of all pending changes; one that fails stays pending for the next time. */
  private async flush(): Promise<void> {
    const { catalogue } = this.parts
    let failure: unknown = null
    const waiting = [...this.pending]
    for (let at = 0; at < waiting.length; at += AT_ONCE) {
      const some = waiting.slice(at, at + AT_ONCE).map(async ([key, change]) => {
        try {
          if (change.record === null) await catalogue.remove(change.kind, change.id)
          else await catalogue.write(change)
          this.pending.delete(key)
        } catch (thrown) {
          failure = thrown
        }
      })
      await Promise.all(some)
    }
    if (failure !== null) throw failure
  }

  /** Notes that catalogue and index hold everything up to here. */
  private async checkpoint(): Promise<void> {
    const { platform, layout, index, journal } = this.parts
    if (!journal || this.pending.size > 0) return
    index.makeDurable()
    const checkpoint: Checkpoint = { ...journal.position, lastSerial: this.lastSerial }
    await platform.files.writeWhole(layout.checkpoint, `${JSON.stringify(checkpoint)}\n`)
    this.sinceCheckpoint = 0
    await this.parts.history.keepUp(journal.position)
  }

  /** The document as far as it can be had at once; null where it is not there or damaged. */
  private async stored(kind: RecordKind, id: Id): Promise<StoredDocument | null> {
    const { catalogue, journal } = this.parts
    const pending = this.pending.get(`${kind}/${id}`)
    // Where another one writes, its document may have overtaken what we once read in the journal.
    if (pending && journal) return pending.record === null ? null : pending
    try {
      const stored = await catalogue.read(kind, id)
      if (!pending || (stored && stored.sequence >= pending.sequence)) return stored
      return pending.record === null ? null : pending
    } catch (thrown) {
      if (!(thrown instanceof DamagedDocument)) throw thrown
      if (pending?.record) return pending
      if (!journal) throw new KhoError('archive-damaged', { file: thrown.path })
      return null
    }
  }

  /** Looks closer at what is not there: just removed, never there, or to be rebuilt; in turn with the changes. */
  private async missing(kind: RecordKind, id: Id): Promise<StoredDocument | null> {
    if (!this.parts.index.has(kind, id)) return null
    await this.refuseWhileAway()
    if (!this.parts.journal) return null
    return this.inTurn(() => this.document(kind, id))
  }

  /** A drive pulled out or a share that is off takes everything with it: nothing in it is gone or damaged. */
  private async refuseWhileAway(): Promise<void> {
    const { platform, layout } = this.parts
    if ((await platform.files.stat(layout.identity)) === null) {
      throw new KhoError('archive-missing', { file: this.folder })
    }
  }

  /** The document for work that has its turn: one that is damaged or gone is rebuilt from the journal. */
  private async document(kind: RecordKind, id: Id): Promise<StoredDocument | null> {
    const stored = await this.stored(kind, id)
    if (stored || this.pending.has(`${kind}/${id}`) || !this.parts.index.has(kind, id)) return stored
    return rebuildDocument({ ...this.parts, report: this.opening }, kind, id)
  }

  private async lookUp<K extends RecordKind>(kind: K, id: Id): Promise<RecordOf<K> | null> {
    return ((await this.document(kind, id))?.record ?? null) as RecordOf<K> | null
  }

  private documentsBefore(entries: ChangeEntry[]): Promise<(StoredDocument | null)[]> {
    return Promise.all(
      entries.map(async ({ kind, id, after }) => {
        const stored = await this.document(kind, id)
        if (!stored && after === null) throw new KhoError('record-missing', { args: { kind, id } })
        return stored
      }),
    )
  }

  private refuseTakenSerials(entries: ChangeEntry[]): void {
    for (const { kind, id, after } of entries) {
      if (kind !== 'article' || !after) continue
      const holder = this.parts.index.articleOfSerial(after.serial)
      if (holder !== null && holder !== id) {
        throw new KhoError('input-invalid', { args: { detail: `serial ${after.serial}` } })
      }
    }
  }

  /** The journal to write to. */
  private writer(): JournalWriter {
    const { journal, lock } = this.parts
    if (this.closed) throw new KhoError('archive-none-open')
    const refusal = refusalOf(this)
    if (refusal) throw refusal
    if (!journal || lock?.lost) throw new KhoError('archive-locked', { file: this.folder, args: { by: '' } })
    return journal
  }
}
