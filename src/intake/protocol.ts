import type { Warning } from '#core/model/draft'
import type { Region, Turn } from '#core/model/photo'
import type { Credentials, Inside, NamedUnder } from '#core/pictures/inside'
import { mostPixels } from '#core/pictures/limits'
import type { SourceText } from '#core/press/source'
import type { RowRead } from './excel/sheet'

export type { CellRead, RowRead } from './excel/sheet'

/** What the reader process is asked. Paths are of files already stored or on the user's disk; only read. */
export type ReaderRequest =
  | { kind: 'release'; path: string; name: string }
  | { kind: 'paste'; text: string; html: string | null }
  | { kind: 'picture'; path: string; name: string; sidecars?: string[] }
  | { kind: 'workbook'; path: string; name: string }
  | { kind: 'thumbnail'; path: string; sizes: number[]; turned: Turn; quality?: number }
  | { kind: 'look'; path: string; sizes: number[]; turned: Turn }
  | { kind: 'print'; preview: string }
  | { kind: 'cuts'; preview: string }
  | { kind: 'same'; preview: string; others: string[] }
  | { kind: 'faces'; path: string; turned: Turn }
  | { kind: 'template'; path: string; name: string }
  | { kind: 'entries'; path: string; name: string }
  | { kind: 'entry'; path: string; name: string; entry: number }

/** A file inside a ZIP, or attached to a letter. */
export interface BundleEntry {
  name: string
  size: number
}

/** A picture that lay inside a Word file or web page. */
export interface EmbeddedPicture {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** One part of a Word file. */
export interface TemplatePart {
  path: string
  bytes: Uint8Array
}

/** A Word template that may be filled, part by part. */
export interface TemplateRead {
  parts: TemplatePart[]
  /** Ties to files of other machines that were cut. */
  cut: string[]
}

/** A press release taken out of its container. */
export interface ReleaseRead {
  format: 'word' | 'html' | 'text' | 'paste'
  /** What the file itself is. */
  mediaType: string
  source: SourceText
  pictures: EmbeddedPicture[]
  warnings: Warning[]
}

/** A sheet as rows of values; rows and cells with nothing in them are left out. */
export interface SheetRead {
  name: string
  rows: RowRead[]
}

/** A workbook taken out of its container. */
export interface WorkbookRead {
  sheets: SheetRead[]
  warnings: Warning[]
}

/**
 * A picture's measures upright and everything written inside it. Which of the words become fields of a record is not
 * the reader's matter (`core/pictures/mapping`).
 */
export interface PictureRead {
  mediaType: string
  /** 0 where the picture is too damaged to be measured. */
  width: number
  height: number
  /** As EXIF has it, 1 to 8; width and height are those of the picture upright. */
  orientation: number
  gps: { latitude: number; longitude: number } | null
  inside: Inside[]
  named: NamedUnder[]
  credentials: Credentials | null
  warnings: Warning[]
}

/** A picture's file, read where it is needed: metadata is a few kilobytes of a file of many megabytes. */
export interface PictureSource {
  size: number
  /** The bytes from `at`, fewer where the file ends before. */
  read(at: number, length: number): Promise<Uint8Array>
}

/** Upright previews, one per size asked (longest side in pixels), as JPEG with its own measures. Null where none could be made. */
export type ThumbnailsMade = Preview[] | null

/** A preview; `size` as it was asked for. */
export interface Preview {
  size: number
  width: number
  height: number
  bytes: Uint8Array
}

/** A look at a picture: previews and its fingerprints. Null where it cannot be decoded. */
export type LookedAt = { previews: Preview[]; likeness: string } | null

/** Faces in a picture, from left to right, as parts of it upright. Null where it could not be looked at. */
export type FacesFound = Region[] | null

/** Limits of the reader process; sizes in bytes, times in milliseconds. */
export const readerLimits = {
  timeMs: 10_000,
  memoryBytes: 600 * 1024 * 1024,
  fileBytes: 200 * 1024 * 1024,
  unpackedBytes: 300 * 1024 * 1024,
  pictureBytes: 500 * 1024 * 1024,
  sidecarBytes: 16 * 1024 * 1024,
  pixels: mostPixels,
} as const
