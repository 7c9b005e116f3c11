import { z } from 'zod'
import { ArticleText, Award, CitedDocument, Provenance } from './article'
import { AsReceivedFile, Id, PartialDate, RecordBase, TextSpan } from './common'
import { Offered } from './learnt'
import { EventType } from './vocabulary'

/** Why the reader offers something: a message key with its arguments, words looked up in the locale. */
export const Reason = z.object({ code: z.string(), args: z.record(z.string(), z.string()).default({}) })
export type Reason = z.infer<typeof Reason>

/** An authority record that a suggestion may mean, and why. */
export const Match = z.object({ id: Id, name: z.string(), detail: z.string(), reason: Reason })
export type Match = z.infer<typeof Match>

/**
 * One thing the reader offers. `offered` becomes a tag when the clerk files the draft (it was on
 * screen), `dropped` never does. `chosen` is the authority record to use, null for a new one.
 */
const suggestionOf = <T extends z.ZodType>(value: T) =>
  z.object({
    id: Id,
    value,
    spans: z.array(TextSpan),
    confidence: z.number().min(0).max(1),
    why: z.array(Reason),
    matches: z.array(Match),
    chosen: Id.nullable(),
    state: z.enum(['offered', 'accepted', 'changed', 'dropped']),
  })

export const EventFields = z.object({
  type: EventType,
  title: z.string(),
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
  place: z.string().nullable(),
  host: z.string().nullable(),
})
export type EventFields = z.infer<typeof EventFields>

export const PersonFields = z.object({ name: z.string(), offices: z.array(z.string()) })
export type PersonFields = z.infer<typeof PersonFields>

export const NameFields = z.object({ name: z.string() })
export type NameFields = z.infer<typeof NameFields>

export const EventSuggestion = suggestionOf(EventFields)
export type EventSuggestion = z.infer<typeof EventSuggestion>
export const PersonSuggestion = suggestionOf(PersonFields)
export type PersonSuggestion = z.infer<typeof PersonSuggestion>
export const NameSuggestion = suggestionOf(NameFields)
export type NameSuggestion = z.infer<typeof NameSuggestion>
export const DocumentSuggestion = suggestionOf(CitedDocument)
export type DocumentSuggestion = z.infer<typeof DocumentSuggestion>
export const AwardSuggestion = suggestionOf(Award)
export type AwardSuggestion = z.infer<typeof AwardSuggestion>

/** Something a person should know about a file or a reading; never swallowed. */
export const Warning = z.object({
  code: z.string(),
  file: z.string().nullable(),
  args: z.record(z.string(), z.string()),
})
export type Warning = z.infer<typeof Warning>

/** A filed article or waiting draft that this draft seems to repeat. */
export const Duplicate = z.object({
  of: z.enum(['article', 'draft']),
  id: Id,
  title: z.string(),
  because: z.enum(['same-file', 'same-text']),
})
export type Duplicate = z.infer<typeof Duplicate>

/**
 * Where a photo's caption came from: shown together in the container; the page or the caption names the file; numbers
 * ("Ảnh 1"); words inside the file; words of its name; people it names; the order; the file itself, no caption of the text.
 */
export const CaptionFrom = z.enum(['container', 'named', 'number', 'words', 'file-name', 'people', 'order', 'inside'])
export type CaptionFrom = z.infer<typeof CaptionFrom>

/** A photo waiting with its draft; `captionSure` tells how well the caption was matched. */
export const DraftPhoto = z.object({
  photoId: Id,
  caption: z.string(),
  captionSure: z.number().min(0).max(1),
  /** None on older drafts, and where a person wrote the caption. */
  captionFrom: CaptionFrom.optional(),
  /** Whom the credit of its caption names ("Ảnh: …"). */
  credit: z.array(z.string()).optional(),
})
export type DraftPhoto = z.infer<typeof DraftPhoto>

/** A press release taken in and read, waiting for the clerk's look. */
export const Draft = RecordBase.extend({
  text: ArticleText,
  furniture: z.array(z.string()),
  event: EventSuggestion.nullable(),
  /** Further events that it reports; none on drafts made before there could be more than one. */
  otherEvents: z.array(EventSuggestion).optional(),
  people: z.array(PersonSuggestion),
  organizations: z.array(NameSuggestion),
  places: z.array(NameSuggestion),
  documents: z.array(DocumentSuggestion),
  awards: z.array(AwardSuggestion),
  photos: z.array(DraftPhoto),
  asReceived: z.array(AsReceivedFile),
  warnings: z.array(Warning),
  duplicates: z.array(Duplicate),
  /** Photos that nearly repeat an earlier one, of the archive or of the same draft. */
  nearPhotos: z.array(z.object({ photoId: Id, like: Id })).optional(),
  /** Photos of a burst, each with the first of it; no doubles. */
  bursts: z.array(z.object({ photoId: Id, first: Id })).optional(),
  provenance: Provenance,
  notes: z.string(),
  /** The filed article that this draft replaces when it is filed, where it revises one. */
  replaces: Id.nullable(),
  /** What the reader offered at first; drafts that it did not make have none. */
  offered: Offered.optional(),
})
export type Draft = z.infer<typeof Draft>
