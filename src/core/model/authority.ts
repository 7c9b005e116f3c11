import { z } from 'zod'
import { Id, PartialDate, RecordBase } from './common'
import { EventType } from './vocabulary'

/** What an article reports. */
export const Event = RecordBase.extend({
  type: EventType,
  title: z.string(),
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
  place: z.string().nullable(),
  host: z.string().nullable(),
  parentId: Id.nullable(),
  note: z.string(),
})
export type Event = z.infer<typeof Event>

/** An office held, as far as the archive knows: built from mentions, corrected by people. */
export const OfficeHeld = z.object({
  office: z.string(),
  organization: z.string().nullable(),
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
  /** Dates of articles that name the person in this office. */
  seen: z.array(PartialDate),
})
export type OfficeHeld = z.infer<typeof OfficeHeld>

/** A person; two of one name stay two records. */
export const Person = RecordBase.extend({
  name: z.string(),
  spellings: z.array(z.string()),
  offices: z.array(OfficeHeld),
  note: z.string(),
  portraitId: Id.nullable(),
})
export type Person = z.infer<typeof Person>

const Named = RecordBase.extend({
  name: z.string(),
  spellings: z.array(z.string()),
  abbreviation: z.string(),
  validFrom: PartialDate.nullable(),
  validTo: PartialDate.nullable(),
  successors: z.array(Id),
  parentId: Id.nullable(),
  note: z.string(),
})

/** A body (cơ quan, tổ chức) with its validity and successors. */
export const Organization = Named.extend({})
export type Organization = z.infer<typeof Organization>

/** An administrative unit or named site with its validity and successors. */
export const Place = Named.extend({ kind: z.string() })
export type Place = z.infer<typeof Place>

/** A document cited by articles. */
export const DocumentRecord = RecordBase.extend({
  type: z.string(),
  number: z.string().nullable(),
  date: PartialDate.nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
})
export type DocumentRecord = z.infer<typeof DocumentRecord>
