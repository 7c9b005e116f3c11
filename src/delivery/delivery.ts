import type { Language } from '#core/messages'
import type { Article } from '#core/model/article'
import type { Event, Person } from '#core/model/authority'
import type { Dossier } from '#core/model/custody'
import type { Warning } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import type { Files } from '#platform/ports'
import type { DeliveryRules } from './rules'

/** A photo as a delivery shows it. Bytes are fetched only when the page is written. */
export interface DeliveredPhoto {
  photo: Photo
  caption: string
  /** Its own event, where that is none of its article's. */
  event?: Event | null
  /** File name as received. */
  name: string
  /** Upright JPEG no longer than `maxSide` pixels; null where the picture cannot be shown. */
  picture(maxSide: number): Promise<{ jpeg: Uint8Array; width: number; height: number } | null>
  /** Where the untouched original lies, for copying it out. */
  originalPath: string
  /**
   * The picture as an upright JPEG made from the original, as it is shown here (turned), for formats that a receiver
   * does not take and for copies of a smaller size; null where it cannot be made.
   * @param longest pixels of the longest side at most; its own size where left out
   */
  converted?(longest?: number): Promise<{ jpeg: Uint8Array; width: number; height: number } | null>
}

/** An article with everything a delivery needs, resolved from its ids. */
export interface DeliveredArticle {
  article: Article
  events: Event[]
  people: Person[]
  photos: DeliveredPhoto[]
  /** Where its files lie as they were received, photos apart; only where a delivery hands them on. */
  originals?: { name: string; path: string; digest: string; mediaType: string }[]
  /** The dossier it lies in. */
  dossier?: Dossier | null
  /** The codes (docCode) under which a package lists it and its photos, by their ids; none outside a dossier. */
  itemCodes?(): Promise<ReadonlyMap<string, string>>
}

/** A dossier and the way to its items, in their order. */
export interface DeliveredDossier {
  dossier: Dossier
  items(): AsyncIterable<DeliveredArticle>
}

/** What every exporter is handed. `report` is called after each article; `signal` ends it cleanly. */
export interface DeliveryContext {
  files: Files
  agency: string
  archiveName: string
  fonds: string
  /** For dates printed as "made on": from the clock port, formatted by the exporter; Instant. */
  madeAt: string
  report(done: number, total: number, current: string): void
  signal: AbortSignal
  /** Something a person should know about what was written. */
  warn?(warning: Warning): void
  /** Page, type and columns; the shipped ones where left out. */
  rules?: DeliveryRules
  /** For workbooks that may come back corrected: whose archive it is, and the digest of a record as exported. */
  marks?: { archive: string; versionOf(record: object): Promise<string> }
  /** Of the words around the records; Vietnamese where left out. */
  language?: Language
  /** Article files are counted by pages as they are written. */
  countPages?: boolean
}

/** What an exporter leaves behind. */
export interface WrittenFile {
  path: string
  size: number
  articles: number
  /** Pages, where they were to be counted. */
  pages?: number
}
