import { type Adapter, Low } from 'lowdb'
import { z } from 'zod'
import { KhoError } from '#core/errors'
import { Id } from '#core/model/common'
import type { RecordKind } from '#core/model/records'
import type { Digests, Files } from '#platform/ports'
import { idOfFileName, type Layout, parseJson } from './format'

/** One record on the disk, with the change that wrote it: opening sees by it what is missing. */
export const StoredDocument = z.object({
  kind: z.string(),
  id: Id,
  /** Sequence of the change that made the record, and of the one that wrote it last. */
  created: z.number().int().positive(),
  sequence: z.number().int().positive(),
  /** SHA-256 of the record as compact JSON: bit rot and half writes show. */
  digest: z.string(),
  record: z.record(z.string(), z.unknown()),
})
export type StoredDocument = z.infer<typeof StoredDocument>

/** lowdb's door to the disk. Its own writer has no fsync and one fixed temporary name; ours has neither fault. */
class DurableAdapter implements Adapter<StoredDocument> {
  private readonly files: Files
  private readonly path: string

  constructor(files: Files, path: string) {
    this.files = files
    this.path = path
  }

  async read(): Promise<StoredDocument | null> {
    const text = await readIfThere(this.files, this.path)
    if (text === null) return null
    const parsed = StoredDocument.safeParse(parseJson(text))
    if (!parsed.success) throw new DamagedDocument(this.path)
    return parsed.data
  }

  async write(document: StoredDocument): Promise<void> {
    await this.files.makeFolder(this.files.dirName(this.path))
    await this.files.writeWhole(this.path, `${JSON.stringify(document, null, 1)}\n`)
  }
}

/** Null where there is nothing; asked in one step, since a change may remove it at any moment. */
async function readIfThere(files: Files, path: string): Promise<string | null> {
  try {
    return await files.readText(path)
  } catch (thrown) {
    if (thrown instanceof KhoError && thrown.code === 'file-missing') return null
    throw thrown
  }
}

/** Internal: a document that is there but says nothing, or not what it said when it was written. */
export class DamagedDocument extends Error {
  override readonly name = 'DamagedDocument'
  readonly path: string

  constructor(path: string) {
    super(`damaged document: ${path}`)
    this.path = path
  }
}

/** SHA-256 of a record as the journal and the catalogue name it. */
export function digestOf(record: object, digests: Digests): Promise<string> {
  return digests.sha256(JSON.stringify(record))
}

/**
 * The catalogue: one lowdb document per record, so that saving one costs the same in an archive of
 * any size. Knows nothing of order or meaning; the journal decides what belongs here.
 */
export function openCatalogue(layout: Layout, files: Files, digests: Digests) {
  const lowOf = (kind: RecordKind, id: Id) =>
    new Low<StoredDocument | null>(
      new DurableAdapter(files, layout.document(kind, id)) as Adapter<StoredDocument | null>,
      null,
    )
  return {
    /** @throws DamagedDocument where the document is not what was written */
    async read(kind: RecordKind, id: Id): Promise<StoredDocument | null> {
      const low = lowOf(kind, id)
      await low.read()
      if (low.data && (await digestOf(low.data.record, digests)) !== low.data.digest) {
        throw new DamagedDocument(layout.document(kind, id))
      }
      return low.data
    },

    /**
     * A record as its document has it, unproved: for showing it among many others.
     * @returns null where there is none that can be read
     */
    async glance(kind: RecordKind, id: Id): Promise<unknown> {
      const text = await readIfThere(files, layout.document(kind, id))
      return text === null ? null : ((parseJson(text) as { record?: unknown } | undefined)?.record ?? null)
    },

    async write(document: StoredDocument & { kind: RecordKind }): Promise<void> {
      const low = lowOf(document.kind, document.id)
      low.data = document
      await low.write()
    },

    async remove(kind: RecordKind, id: Id): Promise<void> {
      await files.remove(layout.document(kind, id))
    },

    /** All ids that have a document, in no order; walks the folders, so only for rebuilding and checks. */
    async ids(kind: RecordKind): Promise<Id[]> {
      const found: Id[] = []
      const folder = layout.kind(kind)
      for (const shard of await files.list(folder)) {
        for (const name of await files.list(files.join(folder, shard))) {
          if (name.endsWith('.json')) found.push(idOfFileName(name.slice(0, -'.json'.length)))
        }
      }
      return found
    },
  }
}
export type Catalogue = ReturnType<typeof openCatalogue>
