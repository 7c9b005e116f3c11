import { KhoError } from '#core/errors'
import type { Digests, Files } from '#platform/ports'
import { JournalLine, type Layout, parseJson } from './format'

const CHUNK_BYTES = 4 << 20
const BACKWARDS_BYTES = 64 << 10
const NEWLINE = 10

/** Where the journal stands after a line. */
export interface JournalPosition {
  sequence: number
  digest: string | null
  month: string
  offset: number
}

export const journalStart: JournalPosition = { sequence: 0, digest: null, month: '', offset: 0 }

/** One line as found, or what stands where a line should be. */
export interface ScannedLine {
  /** Null where the bytes are no line of ours. */
  line: JournalLine | null
  digest: string
  month: string
  start: number
  /** End with its newline; for a torn last line the end of the file. */
  end: number
  /** True where the newline is missing: the write never finished. */
  torn: boolean
}

/**
 * Reads the journal from a position to its end, one line at a time; memory is bounded by the longest line.
 * Damaged lines are handed out too: what to do with them is the caller's matter.
 * @param digests null where nobody asks for the digests of lines
 */
export async function* scanJournal(
  layout: Layout,
  files: Files,
  digests: Digests | null,
  from: Pick<JournalPosition, 'month' | 'offset'> = journalStart,
): AsyncGenerator<ScannedLine> {
  for (const month of await journalMonths(layout, files)) {
    if (month < from.month) continue
    const start = month === from.month ? from.offset : 0
    for await (const piece of linesOf(layout.month(month), start, files)) {
      const text = new TextDecoder().decode(piece.bytes)
      const parsed = JournalLine.safeParse(parseJson(text))
      const { start: at, end, torn } = piece
      const digest = digests ? await digests.sha256(piece.bytes) : ''
      yield { line: parsed.data ?? null, digest, month, start: at, end, torn }
    }
  }
}

/** Months that have a journal file, oldest first. */
export async function journalMonths(layout: Layout, files: Files): Promise<string[]> {
  const names = await files.list(layout.journal)
  return names.flatMap((name) => /^(\d{4}-\d{2})\.jsonl$/.exec(name)?.[1] ?? []).sort()
}

async function* linesOf(path: string, from: number, files: Files) {
  const size = (await files.stat(path))?.size ?? 0
  let rest = new Uint8Array()
  let start = from
  for (let at = from; at < size; ) {
    const chunk = await files.readPart(path, at, Math.min(CHUNK_BYTES, size - at))
    if (chunk.length === 0) break
    at += chunk.length
    const joined = new Uint8Array(rest.length + chunk.length)
    joined.set(rest)
    joined.set(chunk, rest.length)
    let begin = 0
    for (let end = joined.indexOf(NEWLINE); end !== -1; end = joined.indexOf(NEWLINE, begin)) {
      yield { bytes: joined.subarray(begin, end), start, end: start + end - begin + 1, torn: false }
      start += end - begin + 1
      begin = end + 1
    }
    rest = joined.slice(begin)
  }
  if (rest.length > 0) yield { bytes: rest, start, end: start + rest.length, torn: true }
}

/** The line that ends, newline included, at a place in a file; null where none does. */
export async function lineEndingAt(path: string, end: number, files: Files): Promise<Uint8Array | null> {
  if (((await files.stat(path))?.size ?? 0) < end) return null
  for (let bytes = BACKWARDS_BYTES; ; bytes *= 4) {
    const start = Math.max(0, end - bytes)
    const read = await files.readPart(path, start, end - start)
    if (read.at(-1) !== NEWLINE) return null
    const before = read.lastIndexOf(NEWLINE, -2)
    if (before !== -1 || start === 0) return read.subarray(before + 1, -1)
  }
}

/** The writing end: keeps where the journal stands and lets no two writers mix their lines. */
export class JournalWriter {
  /** What the last failed append tried to write; the disk may hold any beginning of it. */
  private failed = ''
  private readonly layout: Layout
  private readonly files: Files
  private readonly digests: Digests
  private at: JournalPosition

  constructor(layout: Layout, files: Files, digests: Digests, at: JournalPosition) {
    this.layout = layout
    this.files = files
    this.digests = digests
    this.at = at
  }

  get position(): JournalPosition {
    return this.at
  }

  /**
   * Appends one change; when it returns, the line is on the disk.
   * @throws KhoError archive-locked where another writer was here, or what the disk answers: no line was added
   */
  async append(change: Omit<JournalLine, 'sequence' | 'previous'>): Promise<JournalLine> {
    const line: JournalLine = { sequence: this.at.sequence + 1, ...change, previous: this.at.digest }
    // A clock set back must not put a line into an earlier file: files are read in order.
    const clockMonth = change.at.slice(0, 7)
    const month = [clockMonth, this.at.month].sort().at(-1) ?? clockMonth
    const path = this.layout.month(month)
    const offset = month === this.at.month ? this.at.offset : 0
    await this.restoreTail(path, offset)
    const text = JSON.stringify(line)
    const bytes = new TextEncoder().encode(`${text}\n`)
    this.failed = text
    await this.files.appendDurably(path, bytes)
    this.failed = ''
    this.at = { sequence: line.sequence, digest: await this.digests.sha256(text), month, offset: offset + bytes.length }
    return line
  }

  /** Cuts off what a failed append of ours may have left; anything else there is another writer's. */
  private async restoreTail(path: string, expected: number): Promise<void> {
    const size = (await this.files.stat(path))?.size ?? 0
    if (size === expected) return
    if (size < expected) throw new KhoError('archive-damaged', { file: path })
    const tail = new TextDecoder().decode(await this.files.readPart(path, expected, size - expected))
    if (!`${this.failed}\n`.startsWith(tail)) {
      const line = JournalLine.safeParse(parseJson(tail.split('\n')[0] ?? ''))
      throw new KhoError('archive-locked', { file: path, args: { by: line.data?.who ?? '' } })
    }
    await this.files.truncate(path, expected)
  }
}
