import { z } from 'zod'
import { Region } from '../model/region'

/**
 * Words written inside a picture's file, under the name exiftool gives the tag: `XMP-dc:Description`, `IPTC:By-line`,
 * `IFD0:XPComment`, `PNG:Author`. Fields of structures are lists in the order of the structures
 * (`XMP-iptcExt:LocationShownCity`).
 */
export const Inside = z.object({
  tag: z.string(),
  values: z.array(z.string()),
  /** Of an alternative of XMP in a language; none for `x-default`. */
  language: z.string().optional(),
  /** Written in the .xmp file beside the picture, not in the picture. */
  sidecar: z.literal(true).optional(),
})
export type Inside = z.infer<typeof Inside>

/** Somebody a picture's file names, with the part of the upright picture that shows them where it says so. */
export const NamedInside = z.object({ name: z.string(), region: Region.nullable() })
export type NamedInside = z.infer<typeof NamedInside>

/** The same with where it is written. */
export const NamedUnder = NamedInside.extend({ tag: z.string(), sidecar: z.literal(true).optional() })
export type NamedUnder = z.infer<typeof NamedUnder>

/** Where words inside a picture may stand. */
export const insideSources = ['xmp', 'iptc', 'exif', 'windows', 'png', 'comment', 'sidecar'] as const
export type InsideSource = (typeof insideSources)[number]

/** The source a tag belongs to, as people speak of it. */
export function sourceOf({ tag, sidecar }: Pick<Inside, 'tag' | 'sidecar'>): InsideSource {
  if (sidecar) return 'sidecar'
  if (tag.startsWith('XMP')) return 'xmp'
  if (tag.startsWith('IPTC')) return 'iptc'
  if (tag.startsWith('PNG')) return 'png'
  if (tag.startsWith('IFD0:XP')) return 'windows'
  return /^(IFD0|ExifIFD|GPS)/.test(tag) ? 'exif' : 'comment'
}

/**
 * Content Credentials (C2PA) found in a picture. `intact`: the picture and what was signed are unchanged since;
 * whether the signer can be trusted is another question, asked of no list here. `broken`: something was changed, or
 * the signature is not of it. `unread`: there, but not to be checked (too large, or of a form not known).
 */
export const Credentials = z.object({
  state: z.enum(['intact', 'broken', 'unread']),
  /** The program that made the claim, the title it gave, who signed and when: as written, empty where not said. */
  generator: z.string(),
  title: z.string(),
  signer: z.string(),
  signedAt: z.string(),
  /** Codes of C2PA 2.1 (15.2) for what does not hold. */
  failures: z.array(z.string()),
})
export type Credentials = z.infer<typeof Credentials>
