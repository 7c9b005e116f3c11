import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ChangeEntry } from '#archive/archive'
import { layoutOf } from '#archive/format'
import { nodeFiles } from '#platform/node/files'
import { authorities, dayOf, filed, textBytesOf } from './records'

// Raised whenever the corpus changes, so that an old one is not taken for the new.
const version = 2

export interface Corpus {
  folder: string
  size: number
  people: string[]
  /** UTF-8 bytes of titles, texts and captions. */
  textBytes: number
}

/**
 * An archive of some size, made by chance that never changes, straight in the format of the disk: journal,
 * catalogue and checkpoint, without the syncs of single changes and without an index. Made once and kept.
 */
export function corpusOf(size: number): Corpus {
  const home = process.env.KHO_BENCH_CORPUS ?? join(tmpdir(), 'kho-corpus')
  const folder = join(home, String(size))
  const noted = join(home, `${size}.json`)
  const { people, entries } = authorities(size)
  if (existsSync(noted)) {
    const known = JSON.parse(readFileSync(noted, 'utf8')) as { version: number; textBytes: number }
    if (known.version === version) return { folder, size, people, textBytes: known.textBytes }
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const writer = new Writer(folder)
  writer.commit(dayOf(0, size), entries)
  let textBytes = 0
  for (let at = 0; at < size; at++) {
    const change = filed(at, size, people)
    const last = change.at(-1)
    if (last?.kind === 'article' && last.after) textBytes += textBytesOf(last.after)
    writer.commit(dayOf(at, size), change)
  }
  writer.close(size)
  writeFileSync(noted, JSON.stringify({ version, textBytes }))
  return { folder, size, people, textBytes }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

class Writer {
  private readonly layout: ReturnType<typeof layoutOf>
  private readonly folders = new Set<string>()
  private journal = { month: '', file: -1, offset: 0 }
  private previous: string | null = null
  private sequence = 0

  constructor(folder: string) {
    this.layout = layoutOf(folder, nodeFiles())
    const createdAt = '2015-01-01T00:00:00.000+07:00'
    const identity = { format: 1, id: 'corpus', name: 'Kho thử', agency: '', fonds: '', createdAt }
    writeFileSync(this.layout.identity, `${JSON.stringify(identity)}\n`)
    mkdirSync(this.layout.journal, { recursive: true })
  }

  commit(day: string, changes: ChangeEntry[]): void {
    this.sequence += 1
    const at = `${day}T09:00:00.000+07:00`
    const entries = changes.map(({ kind, id, after }) => ({ kind, id, before: null, after }))
    const { sequence, previous } = this
    const line = JSON.stringify({ sequence, at, who: 'bench', operation: 'draft.file', args: {}, entries, previous })
    this.append(day.slice(0, 7), line)
    this.previous = sha256(line)
    for (const { kind, id, after } of changes) {
      const digest = sha256(JSON.stringify(after))
      const path = this.layout.document(kind, id)
      this.makeFolder(dirname(path))
      writeFileSync(path, JSON.stringify({ kind, id, created: sequence, sequence, digest, record: after }))
    }
  }

  close(lastSerial: number): void {
    closeSync(this.journal.file)
    const { month, offset } = this.journal
    const checkpoint = { sequence: this.sequence, digest: this.previous, month, offset, lastSerial }
    writeFileSync(this.layout.checkpoint, `${JSON.stringify(checkpoint)}\n`)
  }

  private append(month: string, line: string): void {
    if (month !== this.journal.month) {
      if (this.journal.file !== -1) closeSync(this.journal.file)
      this.journal = { month, file: openSync(this.layout.month(month), 'w'), offset: 0 }
    }
    this.journal.offset += writeSync(this.journal.file, `${line}\n`)
  }

  private makeFolder(folder: string): void {
    if (this.folders.has(folder)) return
    mkdirSync(folder, { recursive: true })
    this.folders.add(folder)
  }
}
