import type { Archive } from '#archive/archive'
import type { FieldChange } from '#archive/history/read'
import { nameOf } from '#archive/history/read'
import type { RecordKind } from '#core/model/records'

/** The kind of record that the ids in a field are of; `own` is the kind of the record that has the field. */
const pointing: Record<string, RecordKind | 'own'> = {
  events: 'event',
  eventId: 'event',
  dossierId: 'dossier',
  dossiers: 'dossier',
  items: 'article',
  replaces: 'article',
  portraitId: 'photo',
  photoId: 'photo',
  personId: 'person',
  parentId: 'own',
  successors: 'own',
}

const MOST = 300

/** The names of the records that changed fields point at by id, by that id; those that are gone have none. */
export async function namesFor(
  archive: Archive,
  changes: FieldChange[],
  own?: RecordKind,
): Promise<Record<string, string>> {
  const wanted = new Map<string, RecordKind>()
  for (const { field, before, after } of changes) {
    for (const value of [before, after]) {
      for (const [at, id] of idsIn(field, value)) {
        const kind = pointing[at]
        if (kind && wanted.size < MOST) wanted.set(id, kind === 'own' ? (own ?? 'place') : kind)
      }
    }
  }
  const named = await Promise.all(
    [...wanted].map(async ([id, kind]) => [
      id,
      nameOf((await archive.get(kind, id)) as Record<string, unknown> | null),
    ]),
  )
  return Object.fromEntries(named.filter(([, name]) => name))
}

/** Every piece of text in a value, with the field it stands in. */
function idsIn(field: string, value: unknown): [field: string, text: string][] {
  if (typeof value === 'string') return field in pointing ? [[field, value]] : []
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(field, item))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([inner, item]) => idsIn(inner, item))
}
