import type { PictureSource } from './source'

/** A text under a name: a chunk of a PNG, a comment of a JPEG or GIF. */
export interface NamedText {
  tag: string
  bytes: Uint8Array
  /** How the container says it is written; found out where it says nothing. */
  encoding: 'utf-8' | null
}

/** What a picture's file carries beside its pixels, by standard, as bytes. */
export interface Blocks {
  /** A TIFF structure: EXIF. A TIFF file is one itself. */
  exif: PictureSource | null
  /** IPTC-IIM. */
  iim: Uint8Array[]
  /** Packets of XMP, the main one first. */
  xmp: Uint8Array[]
  texts: NamedText[]
  /** A manifest of Content Credentials is in the file. */
  credentials: boolean
  /** The file ends too early, or its structure breaks off. */
  damaged: boolean
}

export const noBlocks = (): Blocks => ({
  exif: null,
  iim: [],
  xmp: [],
  texts: [],
  credentials: false,
  damaged: false,
})

/** No block of metadata is larger; what claims to be is a trick. */
export const LARGEST_BLOCK = 16 * 1024 * 1024
