import { z } from 'zod'
import { KhoError } from '#core/errors'
import { Id, Instant } from '#core/model/common'
import { type RecordKind, recordKinds } from '#core/model/records'
import type { Files } from '#platform/ports'

/** Version of everything under the archive folder; docs/on-disk-format.md says what each one holds. */
export const formatVersion = 1

/** What `kho.json` holds. Unknown keys of a newer format are let through, so that it still opens for reading. */
export const IdentityFile = z.object({
  format: z.number().int().positive(),
  id: Id,
  name: z.string(),
  agency: z.string(),
  fonds: z.string(),
  createdAt: Instant,
})
export type IdentityFile = z.infer<typeof IdentityFile>

/** How far the catalogue is known to be complete: opening reads the journal only from there on. */
export const Checkpoint = z.object({
  sequence: z.number().int().nonnegative(),
  /** SHA-256 of the last line, which the next line must name. */
  digest: z.string().nullable(),
  /** Journal file of that line and where it ends, in bytes. */
  month: z.string(),
  offset: z.number().int().nonnegative(),
  /** Highest serial number ever given, so that none comes back after its article is gone. */
  lastSerial: z.number().int().nonnegative(),
})
export type Checkpoint = z.infer<typeof Checkpoint>

/** One line of the journal; `after` is checked against its schema when it is used. */
export const JournalLine = z.object({
  sequence: z.number().int().positive(),
  at: Instant,
  who: z.string(),
  operation: z.string(),
  args: z.record(z.string(), z.string()),
  entries: z.array(
    z.object({
      kind: z.enum(recordKinds as [RecordKind, ...RecordKind[]]),
      id: Id,
      before: z.string().nullable(),
      // Handed on as it was parsed: copies of all records would be felt where a whole journal is read.
      after: z.custom<Record<string, unknown> | null>((value) => typeof value === 'object' && !Array.isArray(value)),
    }),
  ),
  /** The change that this one takes back, or does again after it was taken back. */
  undoes: z.number().int().positive().optional(),
  redoes: z.number().int().positive().optional(),
  previous: z.string().nullable(),
})
export type JournalLine = z.infer<typeof JournalLine>

/** Folder of each kind under `catalogue/`. */
export const kindFolders: Record<RecordKind, string> = {
  article: 'articles',
  draft: 'drafts',
  photo: 'photos',
  event: 'events',
  person: 'people',
  organization: 'organizations',
  place: 'places',
  document: 'documents',
  dossier: 'dossiers',
  transfer: 'transfers',
  learnt: 'learnt',
  search: 'searches',
  fonds: 'fonds',
  term: 'terms',
  template: 'templates',
  mapping: 'mappings',
}

// Windows gives these names to devices, with any extension.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** An id as a file name on every system; ids of our own making stay as they are. */
export function fileNameOf(id: Id): string {
  const encode = (character: string) =>
    [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  const safe = id.replace(/[^a-z0-9_-]/gu, encode)
  return RESERVED.test(safe) ? `%${safe.charCodeAt(0).toString(16)}${safe.slice(1)}` : safe
}

/** The id that `fileNameOf` was given. */
export function idOfFileName(name: string): Id {
  const bytes: number[] = []
  for (let at = 0; at < name.length; at++) {
    if (name[at] === '%') {
      bytes.push(Number.parseInt(name.slice(at + 1, at + 3), 16))
      at += 2
    } else bytes.push(name.charCodeAt(at))
  }
  return new TextDecoder().decode(new Uint8Array(bytes))
}

/** Where everything lies under an archive folder. */
export function layoutOf(folder: string, files: Files) {
  const catalogue = files.join(folder, 'catalogue')
  const journal = files.join(folder, 'journal')
  const originals = files.join(folder, 'originals')
  const index = files.join(folder, 'index')
  return {
    identity: files.join(folder, 'kho.json'),
    lock: files.join(folder, 'kho.lock'),
    lastBackup: files.join(folder, 'last-backup.json'),
    catalogue,
    checkpoint: files.join(catalogue, 'checkpoint.json'),
    /** The last two characters spread records evenly: they are chance in our ids and in digests. */
    document: (kind: RecordKind, id: Id) => {
      const name = fileNameOf(id)
      const shard = name.slice(-2).padStart(2, '0')
      return files.join(catalogue, kindFolders[kind], shard, `${name}.json`)
    },
    kind: (kind: RecordKind) => files.join(catalogue, kindFolders[kind]),
    journal,
    month: (month: string) => files.join(journal, `${month}.jsonl`),
    originals,
    incoming: files.join(originals, 'incoming'),
    original: (sha256: string, extension: string) =>
      files.join(originals, sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.${extension}`),
    index,
    search: files.join(index, 'search.sqlite'),
    history: files.join(index, 'history.sqlite'),
    thumbnails: files.join(index, 'thumbnails'),
    faces: files.join(index, 'faces'),
    recovered: files.join(folder, 'recovered'),
  }
}
export type Layout = ReturnType<typeof layoutOf>

/**
 * Reads who an archive belongs to.
 * @throws KhoError archive-missing, archive-not-one, or what the disk answers
 */
export async function readIdentity(folder: string, files: Files): Promise<IdentityFile> {
  const layout = layoutOf(folder, files)
  if ((await files.stat(layout.identity)) === null) {
    const there = await files.stat(folder)
    throw new KhoError(there?.kind === 'folder' ? 'archive-not-one' : 'archive-missing', { file: folder })
  }
  const parsed = IdentityFile.safeParse(parseJson(await files.readText(layout.identity)))
  if (!parsed.success) throw new KhoError('archive-not-one', { file: folder, cause: parsed.error })
  return parsed.data
}

/** JSON as data, or undefined where the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
