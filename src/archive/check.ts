import { KhoError } from '#core/errors'
import { type AnyRecord, type RecordKind, recordKinds, recordSchemas } from '#core/model/records'
import type { Archive } from './archive'
import { DamagedDocument, digestOf } from './catalogue'
import { scanJournal } from './journal'
import { Membership } from './membership'
import { filesOf, referencesOf } from './references'
import { partsOf } from './store'

/** What a check found. Records are named `kind/id`, files by their path in the archive folder. */
export interface CheckReport {
  originals: { checked: number; missing: string[]; altered: string[] }
  records: { checked: number; invalid: string[]; brokenReferences: string[] }
  journal: { lines: number; brokenAt: number | null }
  sound: boolean
}

/** What long work on the files is handed. */
export interface Work {
  /** Called after each file and record. */
  report(done: number, total: number, current: string): void
  signal: AbortSignal
}

type Parts = ReturnType<typeof partsOf>
type Step = (current: string) => void

/**
 * Proves an archive: every original against its SHA-256, every record against its schema and the
 * journal, every reference between records, and the journal's chain of hashes. Changes nothing.
 * @throws KhoError cancelled, or what the disk answers
 */
export async function checkArchive(archive: Archive, work: Work): Promise<CheckReport> {
  const parts = partsOf(archive)
  const journal = await checkJournal(parts, work.signal)
  const stored = await allOriginals(parts)
  const known = await allRecords(parts, journal.last)
  const total = stored.length + known.length
  let done = 0
  const step: Step = (current) => {
    if (work.signal.aborted) throw new KhoError('cancelled', { file: parts.folder })
    work.report(++done, total, current)
  }
  const originals = await checkOriginals(parts, stored, step)
  const records = await checkRecords(parts, known, journal.last, new Set(stored.map((file) => file.path)), step)
  const { lines, brokenAt } = journal
  const report = {
    originals: { ...originals, missing: records.missingFiles },
    records: { checked: known.length, invalid: records.invalid, brokenReferences: records.brokenReferences },
    journal: { lines, brokenAt },
  }
  const faults = [report.originals.missing, originals.altered, records.invalid, records.brokenReferences]
  return { ...report, sound: brokenAt === null && faults.every((list) => list.length === 0) }
}

/** The chain of hashes, and by the way the digest the journal last gave each record (null: removed). */
async function checkJournal({ layout, platform }: Parts, signal: AbortSignal) {
  const last = new Map<string, string | null>()
  let lines = 0
  let brokenAt: number | null = null
  let previous: string | null = null
  for await (const { line, digest, torn } of scanJournal(layout, platform.files, platform.digests)) {
    if (signal.aborted) throw new KhoError('cancelled', { file: layout.journal })
    lines++
    const whole = line !== null && !torn && line.sequence === lines && line.previous === previous
    if (!whole && brokenAt === null) brokenAt = lines
    previous = digest
    for (const { kind, id, after } of line?.entries ?? []) {
      last.set(`${kind}/${id}`, after ? await digestOf(after, platform.digests) : null)
    }
  }
  return { last, lines, brokenAt }
}

/** Every file under `originals/` and the SHA-256 its name says. */
export async function allOriginals({
  layout,
  platform,
}: Pick<Parts, 'layout' | 'platform'>): Promise<{ path: string; sha256: string }[]> {
  const { files } = platform
  const found: { path: string; sha256: string }[] = []
  const hex = (name: string) => /^[0-9a-f]{2}$/.test(name)
  for (const first of (await files.list(layout.originals)).filter(hex)) {
    for (const second of (await files.list(files.join(layout.originals, first))).filter(hex)) {
      const folder = files.join(layout.originals, first, second)
      for (const name of await files.list(folder)) {
        const sha256 = /^[0-9a-f]{64}(?=\.)/.exec(name)?.[0]
        if (sha256) found.push({ path: files.join(folder, name), sha256 })
      }
    }
  }
  return found
}

async function checkOriginals(parts: Parts, stored: { path: string; sha256: string }[], step: Step) {
  const altered: string[] = []
  for (const { path, sha256 } of stored) {
    const actual = await parts.platform.digests.sha256OfFile(path)
    if (actual !== sha256) altered.push(inArchive(parts, path))
    step(path)
  }
  return { checked: stored.length, altered }
}

/** Every record that the catalogue or the journal knows. */
async function allRecords(parts: Parts, last: Map<string, string | null>) {
  const known = new Map<string, { kind: RecordKind; id: string }>()
  for (const kind of recordKinds) {
    for (const id of await parts.catalogue.ids(kind)) known.set(`${kind}/${id}`, { kind, id })
  }
  for (const [key, digest] of last) {
    const slash = key.indexOf('/')
    if (digest !== null) known.set(key, { kind: key.slice(0, slash) as RecordKind, id: key.slice(slash + 1) })
  }
  return [...known.values()]
}

async function checkRecords(
  parts: Parts,
  known: { kind: RecordKind; id: string }[],
  last: Map<string, string | null>,
  stored: Set<string>,
  step: Step,
) {
  const found = { invalid: [] as string[], brokenReferences: [] as string[], missingFiles: [] as string[] }
  const there = new Set(known.map(({ kind, id }) => `${kind}/${id}`))
  const missing = new Set<string>()
  const membership = new Membership()
  for (const { kind, id } of known) {
    const key = `${kind}/${id}`
    const record = await soundRecord(parts, kind, id, last.get(key) ?? null)
    if (!record) found.invalid.push(key)
    else {
      membership.add(kind, id, record)
      const broken = referencesOf(kind, record).filter((target) => !there.has(target))
      found.brokenReferences.push(...broken.map((target) => `${key} → ${target}`))
      for (const file of filesOf(kind, record)) {
        const path = parts.originals.pathOf(file)
        if (!stored.has(path)) missing.add(inArchive(parts, path))
      }
    }
    step(key)
  }
  found.missingFiles.push(...missing)
  found.brokenReferences.push(...membership.disagreements())
  return found
}

/** The record, or null where it is damaged, not what the journal says, or not what its schema wants. */
async function soundRecord(parts: Parts, kind: RecordKind, id: string, expected: string | null) {
  try {
    const document = await parts.catalogue.read(kind, id)
    if (!document || document.digest !== expected) return null
    const parsed = recordSchemas[kind].safeParse(document.record)
    return parsed.success ? (parsed.data as AnyRecord) : null
  } catch (thrown) {
    if (thrown instanceof DamagedDocument) return null
    throw thrown
  }
}

function inArchive({ folder }: Parts, path: string): string {
  return path.startsWith(folder) ? path.slice(folder.length + 1) : path
}
