import { z } from 'zod'

/** One piece of a press release as its container laid it out, before anyone knows what it is. */
export const SourceBlock = z.object({
  kind: z.enum(['paragraph', 'heading', 'list-item', 'quote', 'table-row', 'footnote', 'picture']),
  text: z.string(),
  /** Empty lines (plain text) or their like before this block. */
  gap: z.number().int().nonnegative().default(0),
  /** Heading level 1–6, where the container says so. */
  level: z.number().int().optional(),
  /** How the whole block looks, where the container says so. */
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  centered: z.boolean().optional(),
  right: z.boolean().optional(),
  /** What the container's own markup claims: a figcaption, a byline class, a navigation list. */
  role: z.enum(['title', 'lede', 'caption', 'byline', 'date', 'furniture']).optional(),
  /** For `picture`: index into the pictures that came along. */
  picture: z.number().int().nonnegative().optional(),
  /** For `picture`: the name its file has where the page points, also of one that did not come along. */
  name: z.string().optional(),
})
export type SourceBlock = z.infer<typeof SourceBlock>

/** A press release as text with layout, the same for every container. */
export const SourceText = z.object({
  origin: z.enum(['text', 'html', 'word', 'paste']),
  blocks: z.array(SourceBlock),
  /** What the container states about itself (document properties, meta tags); hints, not facts. */
  meta: z.object({
    title: z.string().optional(),
    author: z.string().optional(),
    publishedOn: z.string().optional(),
    address: z.string().optional(),
    siteName: z.string().optional(),
  }),
})
export type SourceText = z.infer<typeof SourceText>
