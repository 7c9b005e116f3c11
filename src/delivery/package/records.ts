import { z } from 'zod'
import { type RecordKind, type RecordOf, recordSchemas } from '#core/model/records'
import type { Files } from '#platform/ports'
import { AsideFile } from '../aside'

const encoder = new TextEncoder()

/**
 * Records as JSON, one list a kind and each record once, written as they come: `metadata/article.json`. Beside them
 * the JSON Schema of each kind.
 */
export class RecordLists {
  private readonly lists = new Map<RecordKind, { file: AsideFile; ids: Set<string> }>()

  constructor(
    private readonly files: Files,
    private readonly folder: string,
  ) {}

  async add<K extends RecordKind>(kind: K, record: RecordOf<K>): Promise<void> {
    const list = await this.listOf(kind)
    if (list.ids.has(record.id)) return
    await list.file.write(encoder.encode(`${list.ids.size === 0 ? '' : ',\n'}${JSON.stringify(record)}`))
    list.ids.add(record.id)
  }

  /** @returns names of the files, in the folder that was given */
  async finish(): Promise<string[]> {
    const names: string[] = []
    for (const [kind, { file }] of this.lists) {
      await file.write(encoder.encode('\n]\n'))
      await file.finish(this.files.join(this.folder, `${kind}.json`))
      names.push(`${kind}.json`)
    }
    return names
  }

  /** The JSON Schema of every kind that was written. */
  schemas(): { kind: RecordKind; text: string }[] {
    return [...this.lists.keys()].map((kind) => ({ kind, text: schemaText(kind) }))
  }

  async drop(): Promise<void> {
    for (const { file } of this.lists.values()) await file.drop()
  }

  private async listOf(kind: RecordKind) {
    const there = this.lists.get(kind)
    if (there) return there
    const made = { file: await AsideFile.open(this.files, this.folder), ids: new Set<string>() }
    this.lists.set(kind, made)
    await made.file.write(encoder.encode('[\n'))
    return made
  }
}

/** JSON Schema 2020-12 of a list of records of one kind. */
export function schemaText(kind: RecordKind): string {
  const schema = z.toJSONSchema(z.array(recordSchemas[kind]), { io: 'input', unrepresentable: 'any' })
  return `${JSON.stringify(schema, null, 2)}\n`
}
