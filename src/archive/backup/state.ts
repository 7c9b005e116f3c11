import { KhoError } from '#core/errors'
import { type AnyRecord, type RecordKind, recordKinds } from '#core/model/records'
import type { Platform } from '#platform/ports'
import { type Catalogue, DamagedDocument, digestOf } from '../catalogue'
import type { Layout } from '../format'
import { type JournalPosition, journalStart, scanJournal } from '../journal'
import { filesOf } from '../references'

/** All records as the journal has them at one change. */
export interface StateAt {
  position: JournalPosition
  records: { count: number; sha256: string }
  /** SHA-256 of every original that a record names. */
  files: Set<string>
  /** Lines that cannot be read; what they said is not in `records`. */
  damaged: number
}

/**
 * Replays the journal up to a change, keeping digests only.
 * @param upTo the last change that counts; null for all whole lines
 * @throws KhoError cancelled
 */
export async function stateAt(
  layout: Layout,
  platform: Platform,
  upTo: number | null,
  signal: AbortSignal,
): Promise<StateAt> {
  const last = new Map<string, { digest: string; files: string[] }>()
  let position = journalStart
  let damaged = 0
  for await (const { line, torn, digest, month, end } of scanJournal(layout, platform.files, platform.digests)) {
    if (signal.aborted) throw new KhoError('cancelled', { file: layout.journal })
    if (torn) continue
    if (!line) {
      damaged++
      continue
    }
    if (upTo !== null && line.sequence > upTo) break
    position = { sequence: line.sequence, digest, month, offset: end }
    for (const { kind, id, after } of line.entries) {
      if (!after) last.delete(`${kind}/${id}`)
      else {
        const files = filesNamed(kind, after)
        last.set(`${kind}/${id}`, { digest: await digestOf(after, platform.digests), files })
      }
    }
  }
  const lines = [...last].map(([key, { digest }]) => `${key} ${digest}`)
  const records = await summed(lines, platform)
  return { position, records, files: new Set([...last.values()].flatMap(({ files }) => files)), damaged }
}

/**
 * The same sum over the documents of a catalogue.
 * @throws KhoError archive-damaged where one cannot be read
 */
export async function stateOfCatalogue(catalogue: Catalogue, platform: Platform): Promise<StateAt['records']> {
  const lines: string[] = []
  for (const kind of recordKinds) {
    for (const id of await catalogue.ids(kind)) {
      const document = await readWhole(catalogue, kind, id)
      if (document) lines.push(`${kind}/${id} ${document.digest}`)
    }
  }
  return summed(lines, platform)
}

async function readWhole(catalogue: Catalogue, kind: RecordKind, id: string) {
  try {
    return await catalogue.read(kind, id)
  } catch (thrown) {
    if (thrown instanceof DamagedDocument) throw new KhoError('archive-damaged', { file: thrown.path })
    throw thrown
  }
}

async function summed(lines: string[], { digests }: Platform): Promise<StateAt['records']> {
  return { count: lines.length, sha256: await digests.sha256(lines.sort().join('\n')) }
}

function filesNamed(kind: RecordKind, record: Record<string, unknown>): string[] {
  return filesOf(kind, record as AnyRecord).map(({ digest }) => digest.hex)
}
