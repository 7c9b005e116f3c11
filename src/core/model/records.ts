import type { z } from 'zod'
import { Article } from './article'
import { DocumentRecord, Event, Organization, Person, Place } from './authority'
import { Dossier, Fonds, Transfer } from './custody'
import { Draft } from './draft'
import { Learnt } from './learnt'
import { Mapping } from './mapping'
import { Photo } from './photo'
import { SavedSearch } from './search'
import { Template } from './template'
import { Term } from './term'

/** Every kind of record and its schema: the one list that store, journal and checks go by. */
export const recordSchemas = {
  article: Article,
  draft: Draft,
  photo: Photo,
  event: Event,
  person: Person,
  organization: Organization,
  place: Place,
  document: DocumentRecord,
  dossier: Dossier,
  transfer: Transfer,
  learnt: Learnt,
  search: SavedSearch,
  fonds: Fonds,
  term: Term,
  template: Template,
  mapping: Mapping,
} as const

export type RecordKind = keyof typeof recordSchemas
export type RecordOf<K extends RecordKind> = z.infer<(typeof recordSchemas)[K]>
export type AnyRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind]

export const recordKinds = Object.keys(recordSchemas) as RecordKind[]
