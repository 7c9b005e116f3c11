import type { AnyRecord, RecordKind } from '#core/model/records'
import { fold } from '#core/text/fold'
import type { Platform } from '#platform/ports'
import type { JournalLine, Layout } from '../format'
import { IndexDatabase } from '../index/database'
import { type JournalPosition, journalStart, type ScannedLine, scanJournal } from '../journal'
import { referencesOf } from '../references'
import { historySchema, historyVersion } from './schema'

const BATCH = 500
const LITTLE = 2_000

/** A line of the journal as the index knows it. */
export interface LineRow {
  sequence: number
  month: string
  start: number
  end: number
  at: string
  who: string
  operation: string
  args: string
  kinds: string
  records: number
  undoes: number | null
  redoes: number | null
  undone_by: number | null
}

export interface RecordName {
  kind: RecordKind
  id: string
}

interface Sources {
  layout: Layout
  platform: Platform
  /** True for the one writer; everyone else keeps the index in memory. */
  onDisk: boolean
}

/**
 * The way from a sequence or a record to the lines of the journal. Derived: it follows the journal when
 * asked and at every checkpoint, and one that is missing, old, damaged or of another journal is made anew.
 */
export class HistoryIndex {
  private readonly sources: Sources
  private onDisk: boolean
  private db: IndexDatabase | null = null
  private turn: Promise<unknown> = Promise.resolve()

  constructor(sources: Sources) {
    this.sources = sources
    this.onDisk = sources.onDisk
  }

  /**
   * Takes in what the journal has and the index lacks.
   * @param upTo where the journal stands for its writer: a line after that may still be refused. Null for readers.
   */
  async upTo(upTo: JournalPosition | null): Promise<IndexDatabase> {
    const next = this.turn.then(() => this.caughtUp(upTo))
    this.turn = next.catch(() => undefined)
    return next
  }

  /** Keeps up with the journal where there is little to take in; never holds up the one who writes for long. */
  async keepUp(position: JournalPosition): Promise<void> {
    if (!this.onDisk) return
    this.db ??= await this.opened()
    if (position.sequence - positionOf(this.db).sequence <= LITTLE) await this.upTo(position)
  }

  async close(): Promise<void> {
    await this.turn
    this.closeQuietly()
  }

  private async caughtUp(upTo: JournalPosition | null): Promise<IndexDatabase> {
    try {
      this.db ??= await this.opened()
      if (await this.follow(this.db, upTo)) return this.db
    } catch (thrown) {
      this.sources.platform.log.warn('the history index is made anew', { error: String(thrown) })
    }
    this.closeQuietly()
    try {
      this.db = await this.fresh()
      await this.follow(this.db, upTo)
    } catch (thrown) {
      // Derived: on a disk that fails it is held in memory, until the archive is opened again.
      this.sources.platform.log.warn('the history index is held in memory', { error: String(thrown) })
      this.closeQuietly()
      this.onDisk = false
      this.db = await this.fresh()
      await this.follow(this.db, upTo)
    }
    return this.db
  }

  /** What fails while an index is let go of is no matter: it is made anew. */
  private closeQuietly(): void {
    try {
      this.db?.close(this.onDisk)
    } catch (thrown) {
      this.sources.platform.log.warn('the history index did not close', { error: String(thrown) })
    }
    this.db = null
  }

  private async opened(): Promise<IndexDatabase> {
    const { layout, platform } = this.sources
    if (!this.onDisk || (await platform.files.stat(layout.history)) === null) return this.fresh()
    const db = new IndexDatabase(layout.history)
    setUp(db)
    const version = db.get<{ value: number }>(`SELECT value FROM meta WHERE name = 'version'`)?.value
    if (version === historyVersion) return db
    db.close(true)
    return this.fresh()
  }

  private async fresh(): Promise<IndexDatabase> {
    const { layout, platform } = this.sources
    const { onDisk } = this
    if (onDisk) {
      for (const ending of ['', '-wal', '-shm', '-journal']) {
        const path = `${layout.history}${ending}`
        if (await platform.files.stat(path)) await platform.files.remove(path)
      }
    }
    const db = new IndexDatabase(onDisk ? layout.history : ':memory:')
    setUp(db)
    db.exec(historySchema)
    db.run(`INSERT INTO meta VALUES ('version', ?)`, historyVersion)
    return db
  }

  /** False where the index is of another journal than the one that lies here. */
  private async follow(db: IndexDatabase, upTo: JournalPosition | null): Promise<boolean> {
    const from = positionOf(db)
    if (upTo && from.sequence >= upTo.sequence) return from.digest === upTo.digest && from.offset === upTo.offset
    const { layout, platform } = this.sources
    let last = from
    let batch: ScannedLine[] = []
    for await (const scanned of scanJournal(layout, platform.files, platform.digests, from)) {
      if (!scanned.line || scanned.torn) continue
      if (upTo && scanned.line.sequence > upTo.sequence) break
      const first = last === from && from.sequence > 0
      if (first && scanned.line.previous !== from.digest) return false
      batch.push(scanned)
      last = { sequence: scanned.line.sequence, digest: scanned.digest, month: scanned.month, offset: scanned.end }
      if (batch.length < BATCH) continue
      store(db, batch, last)
      batch = []
    }
    store(db, batch, last)
    return true
  }
}

function setUp(db: IndexDatabase): void {
  db.all('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = NORMAL')
}

function positionOf(db: IndexDatabase): JournalPosition {
  const row = db.get<{ value: string }>(`SELECT value FROM meta WHERE name = 'position'`)
  return row ? (JSON.parse(row.value) as JournalPosition) : journalStart
}

function store(db: IndexDatabase, batch: ScannedLine[], position: JournalPosition): void {
  if (batch.length === 0) return
  db.transaction(() => {
    for (const scanned of batch) if (scanned.line) storeLine(db, scanned, scanned.line)
    db.run(`INSERT OR REPLACE INTO meta VALUES ('position', ?)`, JSON.stringify(position))
  })
}

function storeLine(db: IndexDatabase, { month, start, end }: ScannedLine, line: JournalLine): void {
  const { sequence, at, who, operation, args, entries, undoes = null, redoes = null } = line
  const kinds = [...new Set(entries.map(({ kind }) => kind))].join(' ')
  const place = [sequence, month, start, end, at, who, operation, JSON.stringify(args), kinds, entries.length]
  db.run(
    'INSERT OR REPLACE INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)',
    ...place,
    undoes,
    redoes,
    wordsOf(line),
  )
  if (undoes !== null) db.run('UPDATE lines SET undone_by = ? WHERE sequence = ?', sequence, undoes)
  if (redoes !== null) db.run('UPDATE lines SET undone_by = NULL WHERE sequence = ?', redoes)
  for (const { kind, id, after } of entries) {
    db.run('INSERT OR IGNORE INTO touches VALUES (?, ?)', keyOf(db, kind, id), sequence)
    for (const target of after ? mentionsOf(kind, after) : []) {
      db.run('INSERT OR IGNORE INTO mentions VALUES (?, ?)', keyOf(db, target.kind, target.id), sequence)
    }
  }
}

/** What a person may look for a change by: its doer and what it says, without marks. */
function wordsOf({ who, args }: JournalLine): string {
  const { what: _operation, of: _sequence, ...said } = args
  return fold([who, ...Object.values(said)].join(' \n'), 'bare')
}

/** The records a record points at; none where an older line has another shape than the schema of today. */
export function mentionsOf(kind: RecordKind, record: Record<string, unknown>): RecordName[] {
  try {
    return referencesOf(kind, record as AnyRecord).map((key) => {
      const slash = key.indexOf('/')
      return { kind: key.slice(0, slash) as RecordKind, id: key.slice(slash + 1) }
    })
  } catch {
    return []
  }
}

function keyOf(db: IndexDatabase, kind: RecordKind, id: string): number {
  const known = db.get<{ key: number }>('SELECT key FROM records WHERE kind = ? AND id = ?', kind, id)
  return known?.key ?? db.run('INSERT INTO records (kind, id) VALUES (?, ?)', kind, id)
}
