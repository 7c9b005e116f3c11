import type { Article } from '#core/model/article'
import { type RecordKind, type RecordOf, recordKinds } from '#core/model/records'
import type { Note } from '#core/model/views'
import type { Archive } from '../archive'
import { findArticles, type TextOf } from './article-query'
import { findAuthorities } from './authority-query'
import { authorityContent, isAuthority, readText } from './content'
import { finishDatabase, type IndexDatabase } from './database'
import { eventsBegun, monthsOfEvents } from './event-query'
import { countFacets } from './facets'
import type { PastRecord } from './feed'
import { keyIfKnown, keyOf } from './keys'
import { countLinkedTo, countPhotoMonths, findPhotoEvents, findPhotos, idsOfPhotos, photosLinkedTo } from './photo-list'
import { countAll } from './statistics'
import { putRecord, type Touched } from './writer'

export type { Touched } from './writer'

/** Reads a record as it is now. */
export type LookUp = <K extends RecordKind>(kind: K, id: string) => Promise<RecordOf<K> | null>

// So many articles follow a new name in the same step; the others follow in the background.
const AT_ONCE = 20
const MOST_TEXTS = 400

// What articles show of a record must be in the index before the articles are.
const order: RecordKind[] = [...recordKinds].sort((a, b) => Number(a === 'article') - Number(b === 'article'))

/** The search index as the archive uses it: derived from the catalogue, always one step behind the journal. */
export class SearchIndex {
  private readonly db: IndexDatabase
  /** Changes that could not be written at their time, kept for the next. */
  private missed = new Map<string, Touched>()

  private readonly write: boolean
  private readonly glance: (articleId: string) => Promise<Article | null>
  private readonly texts = new Map<string, string>()
  private dataVersion = 0
  /** Records changed while the index is made anew, which must not go back to what they were. */
  private readonly overtaken = new Set<string>()
  /** How far the index has got where it is being made anew; null once it is complete. */
  rebuilding: { done: number; total: number } | null = null

  /** @param glance reads an article, for the text around a hit */
  constructor(db: IndexDatabase, write: boolean, glance: (articleId: string) => Promise<Article | null>) {
    this.db = db
    this.write = write
    this.glance = glance
  }

  /** The last change the index holds. */
  get sequence(): number {
    return this.db.get<{ value: number }>(`SELECT value FROM meta WHERE name = 'sequence'`)?.value ?? 0
  }

  /** Takes in the records of a change, and the articles whose shown names it alters. One transaction. */
  async apply(touched: Touched[], sequence: number, lookUp: LookUp): Promise<void> {
    for (const { kind, id } of touched) {
      if (this.rebuilding) this.overtaken.add(`${kind}/${id}`)
      this.texts.delete(id)
    }
    for (const entry of touched) this.missed.set(`${entry.kind}/${entry.id}`, entry)
    for (const entry of await this.affected([...this.missed.values()], lookUp)) {
      this.missed.set(`article/${entry.id}`, entry)
    }
    const sorted = [...this.missed.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    this.db.transaction(() => {
      for (const entry of sorted) putRecord(this.db, entry)
      this.db.run(`UPDATE meta SET value = ? WHERE name = 'sequence'`, sequence)
    })
    this.missed.clear()
  }

  /** Takes in records of the past while the index is made anew; what changed since then is left as it is. */
  async replay(records: PastRecord[], rebuilding: { done: number; total: number }): Promise<void> {
    const sorted = records
      .filter(({ kind, id }) => !this.overtaken.has(`${kind}/${id}`))
      .map((past) => ({ ...past, created: past.created ?? this.createdOf(past.kind, past.id) }))
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    this.db.transaction(() => {
      // Later batches do not tell of these words again, whatever becomes of their article here.
      for (const { read, vocabulary = [] } of records) {
        this.db.vocabulary.add(read?.of === 'article' ? read.words.vocabulary : vocabulary)
      }
      for (const entry of sorted) {
        const known = entry.kind !== 'article' && keyIfKnown(this.db, entry.kind, entry.id) > 0
        const links = known && this.altersArticles(entry) ? this.linkedTo(entry) : []
        putRecord(this.db, entry)
        for (const { record } of links) this.db.put('OR IGNORE INTO stale', record)
        if (this.showsOvertaken(entry)) this.db.put('OR IGNORE INTO stale', keyOf(this.db, 'article', entry.id))
      }
    })
    this.rebuilding = rebuilding
  }

  /**
   * Brings some articles up to names that changed.
   * @returns false where none is left
   */
  async freshen(lookUp: LookUp): Promise<boolean> {
    const sql = `SELECT r.id FROM stale s JOIN records r ON r.key = s.record LIMIT ${AT_ONCE}`
    const ids = this.db.all<{ id: string }>(sql).map((row) => row.id)
    if (ids.length === 0) return false
    const entries = await this.recordsOf(ids, lookUp)
    this.db.transaction(() => {
      for (const entry of entries) {
        putRecord(this.db, entry)
        this.db.run('DELETE FROM stale WHERE record = ?', keyOf(this.db, 'article', entry.id))
      }
    })
    return true
  }

  /** True where articles still have to follow a name. */
  get hasStale(): boolean {
    return this.db.get('SELECT 1 FROM stale LIMIT 1') !== undefined
  }

  /** Says that everything up to a change is in; from now on the index is used as it is. */
  complete(sequence: number): void {
    finishDatabase(this.db, sequence)
    this.rebuilding = null
    this.overtaken.clear()
  }

  /** All ids of a kind, oldest first. */
  ids(kind: RecordKind): string[] {
    const sql = 'SELECT id FROM records WHERE kind = ? AND created IS NOT NULL ORDER BY created, key'
    return this.db.all<{ id: string }>(sql, kind).map((row) => row.id)
  }

  has(kind: RecordKind, id: string): boolean {
    const sql = 'SELECT 1 FROM records WHERE kind = ? AND id = ? AND created IS NOT NULL'
    return this.db.get(sql, kind, id) !== undefined
  }

  /** Sequence of the change that made a record; 0 where the index does not know it. */
  createdOf(kind: RecordKind, id: string): number {
    const sql = 'SELECT created FROM records WHERE id = ? AND kind = ?'
    return this.db.get<{ created: number | null }>(sql, id, kind)?.created ?? 0
  }

  articleOfSerial(serial: number): string | null {
    return this.db.get<{ id: string }>('SELECT id FROM articles WHERE serial = ?', serial)?.id ?? null
  }

  lastSerial(): number {
    return this.db.get<{ serial: number | null }>('SELECT max(serial) AS serial FROM articles')?.serial ?? 0
  }

  /** Puts on the disk what SQLite may still hold back. */
  makeDurable(): void {
    this.db.all('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  close(): void {
    this.db.close(this.write)
  }

  readonly articles: Archive['index']['articles'] = async (query) => {
    this.heedOthers()
    const page = await findArticles(this.db, query, this.textOf)
    return { ...page, notes: [...this.progress(), ...page.notes] }
  }

  readonly facets: Archive['index']['facets'] = async (query) => {
    this.heedOthers()
    return countFacets(this.db, query)
  }

  readonly photos: Archive['index']['photos'] = async (query) => {
    this.heedOthers()
    const page = findPhotos(this.db, query)
    return { ...page, notes: [...this.progress(), ...page.notes] }
  }

  readonly photoMonths: Archive['index']['photoMonths'] = async (text) => {
    this.heedOthers()
    const counted = countPhotoMonths(this.db, text)
    return { ...counted, notes: [...this.progress(), ...counted.notes] }
  }

  readonly photoEvents: Archive['index']['photoEvents'] = async (query) => {
    this.heedOthers()
    const page = findPhotoEvents(this.db, query)
    return { ...page, notes: [...this.progress(), ...page.notes] }
  }

  readonly photoIds: Archive['index']['photoIds'] = async (text, limit) => {
    this.heedOthers()
    return idsOfPhotos(this.db, text, limit)
  }

  readonly nearPhotos: Archive['index']['nearPhotos'] = async (likeness, limit, cuts = []) => {
    this.heedOthers()
    return this.db.likenesses.near(likeness, cuts, limit).flatMap(({ key, distance }) => {
      const row = this.db.get<{ id: string }>('SELECT id FROM records WHERE key = ? AND created IS NOT NULL', key)
      return row ? [{ id: row.id, distance }] : []
    })
  }

  readonly photosWithoutLikeness: Archive['index']['photosWithoutLikeness'] = async () => {
    const sql = 'SELECT r.id FROM photos p JOIN records r ON r.key = p.record WHERE p.unprinted = 1'
    return this.db.all<{ id: string }>(sql).map(({ id }) => id)
  }

  readonly photosStarting: Archive['index']['photosStarting'] = async (start) => {
    const sql = `SELECT id FROM records WHERE id >= ? AND id < ? AND kind = 'photo' AND created IS NOT NULL`
    return this.db.all<{ id: string }>(sql, start, `${start}g`).map(({ id }) => id)
  }

  readonly authorities: Archive['index']['authorities'] = async (query) => findAuthorities(this.db, query)

  readonly statistics: Archive['index']['statistics'] = async (query, most) => {
    this.heedOthers()
    return countAll(this.db, query, most)
  }

  readonly eventMonths: Archive['index']['eventMonths'] = async () => monthsOfEvents(this.db)

  readonly eventsBegun: Archive['index']['eventsBegun'] = async (first, last) => eventsBegun(this.db, first, last)

  readonly sameText: Archive['index']['sameText'] = async (digest) => {
    // Too little text to compare has no digest.
    if (digest === '') return []
    const sql = `SELECT kind AS 'of', id, title FROM sources JOIN records ON key = record WHERE text_digest = ? ORDER BY key`
    return this.db.all<{ of: 'article' | 'draft'; id: string; title: string }>(sql, digest)
  }

  readonly sameFile: Archive['index']['sameFile'] = async (sha256) => {
    const sql = `SELECT kind AS 'of', id, title FROM source_files f JOIN sources s ON s.record = f.record
      JOIN records ON key = f.record WHERE f.digest = ? ORDER BY key`
    return this.db.all<{ of: 'article' | 'draft'; id: string; title: string }>(sql, sha256)
  }

  readonly usesOfPhoto: Archive['index']['usesOfPhoto'] = async (photoId) => {
    const sql = `SELECT a.id FROM records p JOIN photo_uses u ON u.photo = p.key JOIN articles a ON a.record = u.article
      WHERE p.kind = 'photo' AND p.id = ? ORDER BY a.key DESC`
    return this.db.all<{ id: string }>(sql, photoId).map((row) => row.id)
  }

  readonly photosOf: Archive['index']['photosOf'] = async (kind, id, limit) => {
    this.heedOthers()
    return photosLinkedTo(this.db, keyIfKnown(this.db, kind, id), limit)
  }

  readonly countPhotosOf: Archive['index']['countPhotosOf'] = async (kind, id) => {
    this.heedOthers()
    return countLinkedTo(this.db, keyIfKnown(this.db, kind, id))
  }

  /** How many there are of each kind; articles without those in the bin. */
  readonly counts: Archive['index']['counts'] = async () => {
    this.heedOthers()
    this.db.counted ??= this.count()
    return { ...this.db.counted }
  }

  private count(): Record<RecordKind, number> {
    const counts = Object.fromEntries(recordKinds.map((kind) => [kind, 0])) as Record<RecordKind, number>
    const sql = 'SELECT kind, count(*) AS count FROM records WHERE created IS NOT NULL GROUP BY kind'
    for (const row of this.db.all<{ kind: RecordKind; count: number }>(sql)) counts[row.kind] = row.count
    const binned = this.db.get<{ count: number }>(`SELECT count(*) AS count FROM articles WHERE status = 'binned'`)
    counts.article -= binned?.count ?? 0
    return counts
  }

  /** While someone types, the same articles are shown again and again. */
  private readonly textOf: TextOf = async (id) => {
    let text = this.texts.get(id)
    if (text === undefined) {
      const article = await this.glance(id)
      text = article ? readText(article).normalize('NFC') : ''
      if (this.texts.size >= MOST_TEXTS) this.texts.clear()
      this.texts.set(id, text)
    }
    return text
  }

  private progress(): Note[] {
    if (!this.rebuilding) return []
    const { done, total } = this.rebuilding
    return [{ code: 'index-rebuilding', args: { done: String(done), total: String(total) } }]
  }

  /** Another process may be writing: what it added is only in the tables. */
  private heedOthers(): void {
    if (this.write) return
    const version = this.db.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0
    if (version !== this.dataVersion) {
      this.db.forget()
      this.texts.clear()
    }
    this.dataVersion = version
  }

  /**
   * Articles not in the change themselves that show a name, date or caption the change alters. Where they
   * are many, all are noted as stale and none has to be waited for.
   */
  private async affected(touched: Touched[], lookUp: LookUp): Promise<Touched[]> {
    const ids = new Map<string, number>()
    for (const entry of touched) {
      if (entry.kind === 'article' || !this.altersArticles(entry)) continue
      for (const { id, record } of this.linkedTo(entry)) ids.set(id, record)
    }
    const missing = [...ids].filter(([id]) => !this.missed.has(`article/${id}`))
    if (missing.length <= AT_ONCE)
      return this.recordsOf(
        missing.map(([id]) => id),
        lookUp,
      )
    this.db.transaction(() => {
      for (const [, record] of missing) this.db.run('INSERT OR IGNORE INTO stale VALUES (?)', record)
    })
    return []
  }

  /** True for an article that was read when what it shows had not been changed yet. */
  private showsOvertaken({ read }: Touched): boolean {
    if (this.overtaken.size === 0 || read?.of !== 'article') return false
    const photos = read.photos.map(({ id }) => `photo/${id}`)
    return [...photos, ...read.links.map(({ kind, id }) => `${kind}/${id}`)].some((name) => this.overtaken.has(name))
  }

  private linkedTo({ kind, id }: Touched): { id: string; record: number }[] {
    const [table, column] = kind === 'photo' ? ['photo_uses', 'photo'] : ['links', 'authority']
    const sql = `SELECT a.id, a.record FROM ${table} l JOIN articles a ON a.record = l.article WHERE l.${column} = ?`
    return this.db.all<{ id: string; record: number }>(sql, keyOf(this.db, kind, id))
  }

  private recordsOf(ids: string[], lookUp: LookUp): Promise<Touched[]> {
    return Promise.all(
      ids.map(async (id) => {
        const record = await lookUp('article', id)
        return { kind: 'article' as const, id, created: this.createdOf('article', id), record }
      }),
    )
  }

  private altersArticles({ kind, id, record, read }: Touched): boolean {
    if (kind === 'photo') return true
    if (!isAuthority(kind)) return false
    const sql = 'SELECT name, detail, date FROM authorities WHERE kind = ? AND id = ?'
    const old = this.db.get<{ name: string; detail: string; date: string | null }>(sql, kind, id)
    const now = read?.of === 'authority' ? read : record && authorityContent(kind, record)
    if (!old || !now) return true
    const { name, detail, date } = now
    return name !== old.name || (kind === 'event' && (detail !== old.detail || date !== old.date))
  }
}
