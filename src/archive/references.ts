import type { AsReceivedFile } from '#core/model/common'
import type { AnyRecord, RecordKind, RecordOf } from '#core/model/records'

type Finders = { [K in RecordKind]: (record: RecordOf<K>) => [RecordKind, string | null][] }

const many = (kind: RecordKind, ids: string[]): [RecordKind, string][] => ids.map((id) => [kind, id])

const named = (record: RecordOf<'organization'>, kind: RecordKind): [RecordKind, string | null][] => [
  ...many(kind, record.successors),
  [kind, record.parentId],
]

const finders: Finders = {
  article: (record) => [
    ...many('event', record.events),
    ...many(
      'person',
      record.mentions.map((mention) => mention.personId),
    ),
    ...many(
      'organization',
      record.organizations.map((use) => use.id),
    ),
    ...many(
      'place',
      record.places.map((use) => use.id),
    ),
    ...many(
      'document',
      record.documents.map((cited) => cited.id),
    ),
    ...many(
      'photo',
      record.photos.map((use) => use.photoId),
    ),
    ['dossier', record.dossierId],
  ],
  draft: (record) => [
    ...many(
      'photo',
      record.photos.map((use) => use.photoId),
    ),
    ['article', record.replaces],
  ],
  photo: (record) => [
    ...many(
      'person',
      record.people.map((shown) => shown.personId),
    ),
    ['event', record.eventId],
  ],
  event: (record) => [['event', record.parentId]],
  person: (record) => [['photo', record.portraitId]],
  organization: (record) => named(record, 'organization'),
  place: (record) => named(record, 'place'),
  document: () => [],
  dossier: (record) => many('article', record.items),
  transfer: (record) => [...many('dossier', record.dossiers), ['transfer', record.amends ?? null]],
  learnt: () => [],
  search: () => [],
  fonds: () => [],
  term: () => [],
  template: () => [],
  mapping: () => [],
}

/** Every record that a record points at, as `kind/id`. */
export function referencesOf(kind: RecordKind, record: AnyRecord): string[] {
  const find = finders[kind] as (record: AnyRecord) => [RecordKind, string | null][]
  return find(record).flatMap(([target, id]) => (id === null ? [] : [`${target}/${id}`]))
}

/** Every original that a record names. */
export function filesOf(kind: RecordKind, record: AnyRecord): AsReceivedFile[] {
  if (kind === 'photo') {
    const { file, sidecars = [] } = record as RecordOf<'photo'>
    return [file, ...sidecars]
  }
  if (kind === 'article' || kind === 'draft') return (record as RecordOf<'article'> | RecordOf<'draft'>).asReceived
  if (kind === 'template') return [(record as RecordOf<'template'>).file]
  return []
}
