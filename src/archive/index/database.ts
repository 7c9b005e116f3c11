import Database from 'libsql'
import { KhoError } from '#core/errors'
import type { RecordKind } from '#core/model/records'
import type { Note } from '#core/model/views'
import { EventType } from '#core/model/vocabulary'
import { Columns } from './columns'
import { KnownWords } from './known-words'
import type { PhotoRow } from './lend'
import { Likenesses } from './likenesses'
import { PhotoOrders } from './photo-order'
import type { AuthorityShown } from './read-article'
import { indexSchema, indexVersion } from './schema'
import { noSearchWords, type SearchWords } from './search-words'
import { Vocabulary } from './vocabulary'
import { WordRowsMaker } from './word-rows'

export type Value = string | number | Uint8Array | null

// More rows in one statement save nothing more.
const MOST_ROWS = 64
const MOST_HELD = 20_000

/** Rows by key, forgotten all at once when they are too many. */
class Held<Row> extends Map<number, Row> {
  override set(key: number, row: Row): this {
    if (this.size >= MOST_HELD) this.clear()
    return super.set(key, row)
  }
}

/**
 * Does something with the file.
 * @throws KhoError index-damaged where it is not what was written: it is derived, so it is to be made anew
 */
function heeded<T>(work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    const { code } = thrown as { code?: unknown }
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(String(code))) throw thrown
    throw new KhoError('index-damaged', { cause: thrown })
  }
}

/** A thin, typed hold on SQLite: prepared statements are kept, rows come as plain objects. */
export class IndexDatabase {
  readonly vocabulary = new Vocabulary(this)
  readonly columns = new Columns(this)
  readonly photoOrders = new PhotoOrders()
  readonly likenesses = new Likenesses(this)
  readonly words = new WordRowsMaker()
  searchWords: SearchWords = noSearchWords
  /** Keys of records lately asked for, by kind and id; those of terms by kind and text. */
  readonly keys = new Map<string, number>()
  /** Rows of authority records and photos lately put or asked for. */
  readonly shown = new Held<AuthorityShown | null>()
  readonly photos = new Held<PhotoRow>()
  /** Hashes of all ids there are, while the index is made anew: most ids are asked for when they are new. */
  met: Set<number> | null = null
  /** Photos that this transaction made known and no article uses yet. */
  readonly unused = new Set<number>()
  /** What fields of a search meant, until an authority record changes. */
  readonly meant = new Map<string, ReadonlySet<number>>()
  /** Which articles fulfil a part of a search, with what there is to say about it, until anything is written. */
  readonly masks = new Map<string, { mask: Uint8Array; notes: Note[] }>()
  readonly knownWords = new KnownWords()
  /** How many records there are of each kind, until anything is written: counting them takes 50 ms of a start. */
  counted: Record<RecordKind, number> | null = null
  /** The last key given to an article of each day. */
  readonly lastKeys = new Map<string, number>()
  /** The last key given to a record; 0 where it has not been asked for. */
  lastRecord = 0
  /** Rows that wait for others of their table: their values one after another, and how many are in each. */
  private readonly waiting = new Map<string, { values: Value[]; width: number }>()
  private waits = false
  private deferred: (() => void)[] = []
  private codes: Uint8Array | null = null
  private readonly db: Database.Database
  private readonly statements = new Map<string, Database.Statement<unknown[]>>()

  /** @param path of the database file, or `:memory:` */
  constructor(path: string) {
    this.db = new Database(path, { timeout: 5 })
  }

  run(sql: string, ...values: Value[]): number {
    return Number(heeded(() => this.settled(sql).run(...values)).lastInsertRowid)
  }

  all<Row>(sql: string, ...values: Value[]): Row[] {
    return heeded(() => this.settled(sql).all(...values)) as Row[]
  }

  get<Row>(sql: string, ...values: Value[]): Row | undefined {
    return heeded(() => this.settled(sql).get(...values)) as Row | undefined
  }

  /**
   * Puts a row into a table, together with others: before anything else is asked, or the transaction ends.
   * @param into what follows INSERT: `INTO links`
   */
  put(into: string, ...row: Value[]): void {
    let rows = this.waiting.get(into)
    if (!rows) {
      rows = { values: [], width: row.length }
      this.waiting.set(into, rows)
    }
    for (const value of row) rows.values.push(value)
    this.waits = true
    if (rows.values.length === MOST_ROWS * row.length) this.write(into, rows)
  }

  exec(sql: string): void {
    this.db.exec(sql)
  }

  /**
   * Does something at the end of the transaction: whatever writes into a full-text table. A statement of
   * several rows before it would put what such a table has gathered on the disk each time.
   */
  atTheEnd(work: () => void): void {
    this.deferred.push(work)
  }

  /** All or nothing. */
  transaction(work: () => void): void {
    const all = () => {
      work()
      this.settle()
      for (const one of this.deferred) one()
      this.settle()
    }
    try {
      heeded(() => this.db.transaction(all).immediate())
    } catch (thrown) {
      this.forget()
      throw thrown
    } finally {
      this.deferred = []
      this.waiting.clear()
      this.waits = false
      this.unused.clear()
      this.forgetAnswers()
    }
  }

  /** Forgets what it holds in memory: after a transaction that was undone, and where another one writes. */
  forget(): void {
    // Rows of a record that was not read to its end must not go along with those of the next.
    this.words.take()
    this.vocabulary.forget()
    this.columns.forget()
    this.likenesses.forget()
    this.keys.clear()
    this.lastKeys.clear()
    this.lastRecord = 0
    this.shown.clear()
    this.photos.clear()
    this.forgetAnswers()
    this.authoritiesChanged()
  }

  /** Forgets what was answered and holds until anything is written. */
  private forgetAnswers(): void {
    this.masks.clear()
    this.knownWords.clear()
    this.counted = null
  }

  /** Forgets which records the names in searches meant. */
  authoritiesChanged(): void {
    this.meant.clear()
    this.photoOrders.forget()
    this.codes = null
  }

  /** For the key of each event the place of its type in `EventType`, from 1; 0 for whatever is no event. */
  eventCodes(): Uint8Array {
    if (this.codes) return this.codes
    const rows = this.all<{ record: number; type: string }>(`SELECT record, type FROM authorities WHERE kind = 'event'`)
    const types = EventType.options as readonly string[]
    this.codes = new Uint8Array(rows.reduce((most, { record }) => Math.max(most, record + 1), 0))
    for (const { record, type } of rows) this.codes[record] = types.indexOf(type) + 1
    return this.codes
  }

  /** @param write true for the one writer: leaves one plain file, which also opens on read-only media */
  close(write: boolean): void {
    this.statements.clear()
    // libsql lets go of the file only when the statements are collected, so the log must be empty by itself.
    if (write) this.leaveWriteAheadLog()
    this.db.close()
  }

  private leaveWriteAheadLog(): void {
    try {
      this.db.prepare('PRAGMA journal_mode = DELETE').all()
    } catch {
      // Someone still reads: the log stays, and the next opening takes it in.
    }
  }

  /** Writes all rows that wait. */
  private settle(): void {
    if (!this.waits) return
    this.waits = false
    for (const [into, rows] of this.waiting) this.write(into, rows)
  }

  private write(into: string, { values, width }: { values: Value[]; width: number }): void {
    for (let left = values.length / width; left > 0; ) {
      let size = MOST_ROWS
      while (size > left) size >>= 1
      left -= size
      this.statement(insertOf(into, size, width)).run(...values.splice(0, size * width))
    }
  }

  private settled(sql: string): Database.Statement<unknown[]> {
    this.settle()
    return this.statement(sql)
  }

  private statement(sql: string): Database.Statement<unknown[]> {
    let statement = this.statements.get(sql)
    if (!statement) {
      statement = this.db.prepare(sql)
      this.statements.set(sql, statement)
    }
    return statement
  }
}

const inserts = new Map<string, string>()

function insertOf(into: string, rows: number, width: number): string {
  const name = `${into}/${rows}`
  let sql = inserts.get(name)
  if (!sql) {
    const row = `(${Array(width).fill('?').join(', ')})`
    sql = `INSERT ${into} VALUES ${Array(rows).fill(row).join(', ')}`
    inserts.set(name, sql)
  }
  return sql
}

/**
 * Opens the index where it can be used as it is.
 * @returns null where the file is no index of this version, or damaged
 */
export function openDatabase(path: string, options: { write: boolean }): IndexDatabase | null {
  let database: IndexDatabase | null = null
  try {
    database = new IndexDatabase(path)
    if (options.write) setUp(database)
    const version = database.get<{ value: number }>(`SELECT value FROM meta WHERE name = 'version'`)
    const complete = database.get<{ value: number }>(`SELECT value FROM meta WHERE name = 'complete'`)
    if (version?.value === indexVersion && complete?.value === 1) return database
  } catch {
    // Whatever is wrong with it, the answer is the same: it is derived, so it is made anew.
  }
  database?.close(options.write)
  return null
}

const HASH_BYTES = 32 << 20

/** Makes an empty index; it counts as complete only once `complete` is set. */
export function createDatabase(path: string): IndexDatabase {
  const database = new IndexDatabase(path)
  // Rows of two thousand bytes fill pages of four thousand badly.
  database.exec('PRAGMA page_size = 8192')
  // One that is not complete is thrown away whatever is in it, so nothing waits for the disk before.
  database.all('PRAGMA journal_mode = MEMORY')
  database.exec('PRAGMA synchronous = OFF')
  giveMemory(database)
  database.exec(indexSchema)
  // Words are gathered in memory for longer before they go into the table, which then has less to merge.
  for (const table of ['words', 'titles', 'captions']) {
    database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', ${HASH_BYTES})`)
    database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('automerge', 8)`)
  }
  database.run(`INSERT INTO meta VALUES ('version', ?), ('complete', 0), ('sequence', 0)`, indexVersion)
  database.met = new Set()
  return database
}

/** Survives a killed process, and a power cut without damage; what a cut loses comes back from the journal. */
function setUp(database: IndexDatabase): void {
  database.all('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = NORMAL')
  giveMemory(database)
}

function giveMemory(database: IndexDatabase): void {
  database.exec('PRAGMA temp_store = MEMORY')
  database.exec('PRAGMA cache_size = -32000')
}

/**
 * Says that an index made anew holds everything up to a change. All of it is on the disk before it counts
 * as complete: a power cut in between leaves one that is made anew.
 */
export function finishDatabase(database: IndexDatabase, sequence: number): void {
  setUp(database)
  database.exec('PRAGMA synchronous = FULL')
  database.run(`UPDATE meta SET value = ? WHERE name = 'sequence'`, sequence)
  database.all('PRAGMA wal_checkpoint(TRUNCATE)')
  database.run(`UPDATE meta SET value = 1 WHERE name = 'complete'`)
  database.exec('PRAGMA synchronous = NORMAL')
  database.met = null
}
