import type { Award, Block, CitedDocument } from '../model/article'
import type { PartialDate, TextSpan } from '../model/common'
import type { EventFields, NameFields, PersonFields, Reason } from '../model/draft'
import type { Genre } from '../model/vocabulary'

/** A value the reader found: the words it came from, how sure it is (0–1) and why. */
export interface Found<T> {
  value: T
  spans: TextSpan[]
  confidence: number
  why: Reason[]
}

/** A caption and, where the container showed it, the picture it stands with. */
export interface CaptionFound {
  text: string
  picture: number | null
  /** How many body blocks stand before it. */
  after?: number
  /** Numbers it gives its pictures: "Ảnh 1:", "Ảnh 2, 3:". */
  numbers?: number[]
  /** Names its picture's file has, as the caption or the page it stands on says. */
  files?: string[]
  /** Whom its own credit names. */
  photographers?: string[]
}

/**
 * Everything the reader took from one press release. Spans point into title, lede, body blocks
 * (index into `body`), captions (index into `captions`); offsets are UTF-16 units of the NFC text.
 */
export interface PressReading {
  title: string
  lede: string | null
  genre: Genre
  publishedOn: PartialDate | null
  /** With a figure block for each picture of the source, `photo` being its index there. */
  body: Block[]
  captions: CaptionFound[]
  authors: string[]
  photographers: string[]
  outlet: string | null
  event: Found<EventFields> | null
  people: Found<PersonFields>[]
  organizations: Found<NameFields>[]
  places: Found<NameFields>[]
  documents: Found<CitedDocument>[]
  awards: Found<Award>[]
  furniture: string[]
}
