import type { Article } from '#core/model/article'
import type { AnyRecord } from '#core/model/records'
import type { Files } from '#platform/ports'
import type { Layout } from '../format'
import { scanJournal } from '../journal'
import { type AuthorityShown, type Lender, type PhotoLent, readArticle } from './read-article'
import { type ReadPhoto, readRecord, shownAs } from './read-record'
import { WordRowsMaker } from './word-rows'
import type { Touched } from './writer'

// Large enough that a transaction costs little per record, small enough that a change need not wait long and that what
// is on its way between the threads stays within bounds.
const BATCH = 1_000
// Photos are filed with their article or a little before; of others the index asks its own tables.
const MOST_PHOTOS = 20_000

/** A record of the past. */
export type PastRecord = Omit<Touched, 'created'> & {
  /** Null where an earlier batch or nobody knows which change made it. */
  created: number | null
  /** Words first met in an article that could not be read whole. */
  vocabulary?: string[]
}

/** Some records as they were after a change, ready to be put. */
export interface Batch {
  /** The change they reach up to. */
  sequence: number
  records: PastRecord[]
  /** True where the journal has a line that cannot be read: nothing follows. */
  broken: boolean
}

/**
 * What the journal holds up to a change, in order and in batches: of what changed several times within
 * one only the last word. Records are read here, so that another thread can do it.
 * @param most records of a batch; the change that reaches it is the last
 */
export async function* batchesOf(
  layout: Layout,
  files: Files,
  total: number,
  most: number = BATCH,
): AsyncGenerator<Batch> {
  let records = new Map<string, PastRecord>()
  let expected = 1
  const past = new Past()
  for await (const { line } of scanJournal(layout, files, null)) {
    if (expected > total) break
    if (line?.sequence !== expected) {
      yield { sequence: expected - 1, records: [], broken: true }
      return
    }
    for (const { kind, id, before, after } of line.entries) {
      const name = `${kind}/${id}`
      const created = before === null ? line.sequence : (records.get(name)?.created ?? null)
      records.set(name, { kind, id, created, record: after as AnyRecord | null })
    }
    if (records.size >= most) {
      yield { sequence: line.sequence, records: past.read([...records.values()]), broken: false }
      records = new Map()
    }
    expected++
  }
  yield { sequence: expected - 1, records: past.read([...records.values()]), broken: expected <= total }
}

/** What the batches so far have told of: enough to read the articles of the next. */
class Past {
  private readonly words = new WordRowsMaker(true)
  private readonly authorities = new Map<string, AuthorityShown>()
  private photos = new Map<string, ReadPhoto | null>()
  private unknown = false

  private readonly lender: Lender = {
    authority: (kind, id) => this.authorities.get(`${kind}/${id}`) ?? null,
    photo: (id) => this.photo(id),
  }

  /** Reads the records of a batch; articles last, since they show the others as they are at its end. */
  read(records: PastRecord[]): PastRecord[] {
    if (this.photos.size > MOST_PHOTOS) this.photos = new Map()
    const others = records.map((past) => (past.kind === 'article' ? past : this.readOther(past)))
    return others.map((past) => (past.kind === 'article' ? this.readArticle(past) : past))
  }

  private readOther(past: PastRecord): PastRecord {
    const { kind, id, record } = past
    const read = record && readRecord(kind, record, this.lender, this.words)
    if (kind === 'photo') this.photos.set(id, read?.of === 'photo' ? read : null)
    else if (read?.of === 'authority') this.authorities.set(`${kind}/${id}`, shownAs(kind, read))
    else this.authorities.delete(`${kind}/${id}`)
    return read ? { ...past, record: null, read } : past
  }

  private readArticle(past: PastRecord): PastRecord {
    if (!past.record) return past
    this.unknown = false
    const read = readArticle(past.record as Article, this.lender, this.words)
    // Its words have been told of, so they go along whatever it lacks.
    return this.unknown ? { ...past, vocabulary: read.words.vocabulary } : { ...past, record: null, read }
  }

  private photo(id: string): PhotoLent | null {
    const photo = this.photos.get(id)
    if (photo === undefined) this.unknown = true
    if (!photo) return null
    const { text, tags, photographers, people } = photo
    const names = people.flatMap((person) => this.lender.authority('person', person)?.name ?? [])
    return { text, tags, photographers, names }
  }
}
