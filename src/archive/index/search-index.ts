import { type AnyRecord, type RecordKind, type RecordOf, recordKinds } from '#core/model/records'
import type { Digests } from '#platform/ports'
import type { Archive } from '../archive'
import { findArticles } from './article-query'
import { findAuthorities } from './authority-query'
import { authorityContent, isAuthority } from './content'
import type { IndexDatabase } from './database'
import { keyOf, putRecord, sameTextOf, type Touched } from './writer'

export type { Touched } from './writer'

/** Reads a record as it is now. */
export type LookUp = <K extends RecordKind>(kind: K, id: string) => Promise<RecordOf<K> | null>

// What articles show of a record must be in the index before the articles are.
const order: RecordKind[] = [...recordKinds].sort((a, b) => Number(a === 'article') - Number(b === 'article'))

/** The search index as the archive uses it: derived from the catalogue, always one step behind the journal. */
export class SearchIndex {
  private readonly db: IndexDatabase
  private readonly digests: Digests
  /** Changes that could not be written at their time, kept for the next. */
  private missed = new Map<string, Touched>()

  private readonly write: boolean

  constructor(db: IndexDatabase, digests: Digests, write: boolean) {
    this.db = db
    this.write = write
    this.digests = digests
  }

  /** The last change the index holds. */
  get sequence(): number {
    return this.db.get<{ value: number }>(`SELECT value FROM meta WHERE name = 'sequence'`)?.value ?? 0
  }

  /** Takes in the records of a change, and the articles whose shown names it alters. One transaction. */
  async apply(touched: Touched[], sequence: number, lookUp: LookUp): Promise<void> {
    for (const entry of touched) this.missed.set(`${entry.kind}/${entry.id}`, entry)
    for (const entry of await this.affected([...this.missed.values()], lookUp)) {
      this.missed.set(`article/${entry.id}`, entry)
    }
    const sorted = [...this.missed.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    const digests = await Promise.all(sorted.map((entry) => this.sameTextDigest(entry)))
    this.db.transaction(() => {
      for (const [at, entry] of sorted.entries()) putRecord(this.db, entry, digests[at] ?? '')
      this.db.run(`UPDATE meta SET value = ? WHERE name = 'sequence'`, sequence)
    })
    this.missed.clear()
  }

  /** Says that everything up to a change is in; from now on the index is used as it is. */
  complete(sequence: number): void {
    this.db.run(`UPDATE meta SET value = ? WHERE name = 'sequence'`, sequence)
    this.db.run(`UPDATE meta SET value = 1 WHERE name = 'complete'`)
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
    // Another process may be writing: what it added is only in the table.
    if (!this.write) this.db.vocabulary.forget()
    return findArticles(this.db, query)
  }
  readonly authorities: Archive['index']['authorities'] = async (query) => findAuthorities(this.db, query)

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

  /** How many there are of each kind; articles without those in the bin. */
  readonly counts: Archive['index']['counts'] = async () => {
    const counts = Object.fromEntries(recordKinds.map((kind) => [kind, 0])) as Record<RecordKind, number>
    const sql = 'SELECT kind, count(*) AS count FROM records WHERE created IS NOT NULL GROUP BY kind'
    for (const row of this.db.all<{ kind: RecordKind; count: number }>(sql)) counts[row.kind] = row.count
    const binned = this.db.get<{ count: number }>(`SELECT count(*) AS count FROM articles WHERE status = 'binned'`)
    counts.article -= binned?.count ?? 0
    return counts
  }

  /** Articles not in the change themselves that show a name, date or caption the change alters. */
  private async affected(touched: Touched[], lookUp: LookUp): Promise<Touched[]> {
    const ids = new Set<string>()
    for (const entry of touched) {
      if (entry.kind === 'photo' || (isAuthority(entry.kind) && this.altersArticles(entry))) {
        const table = entry.kind === 'photo' ? 'photo_uses' : 'links'
        const column = entry.kind === 'photo' ? 'photo' : 'authority'
        const sql = `SELECT a.id FROM ${table} l JOIN articles a ON a.record = l.article WHERE l.${column} = ?`
        for (const { id } of this.db.all<{ id: string }>(sql, keyOf(this.db, entry.kind, entry.id))) ids.add(id)
      }
    }
    const missing = [...ids].filter((id) => !this.missed.has(`article/${id}`))
    return Promise.all(
      missing.map(async (id) => {
        const record = await lookUp('article', id)
        return { kind: 'article' as const, id, created: this.createdOf(id), record }
      }),
    )
  }

  private altersArticles({ kind, id, record }: Touched): boolean {
    if (!isAuthority(kind)) return false
    const sql = 'SELECT name, detail, date FROM authorities WHERE kind = ? AND id = ?'
    const old = this.db.get<{ name: string; detail: string; date: string | null }>(sql, kind, id)
    if (!old || !record) return true
    const { name, detail, date } = authorityContent(kind, record as AnyRecord)
    return name !== old.name || (kind === 'event' && (detail !== old.detail || date !== old.date))
  }

  private createdOf(articleId: string): number {
    const sql = `SELECT created FROM records WHERE kind = 'article' AND id = ?`
    return this.db.get<{ created: number | null }>(sql, articleId)?.created ?? 0
  }

  private async sameTextDigest(entry: Touched): Promise<string> {
    const words = sameTextOf(entry)
    return words ? this.digests.sha256(words) : ''
  }
}
