import { z } from 'zod'

const text = z.string().max(5000)

/** How the captions of many photos are written, each from what it is now. */
export const CaptionRule = z.discriminatedUnion('how', [
  /** The same words before, or after, what each says. */
  z.object({ how: z.literal('before'), text }),
  z.object({ how: z.literal('after'), text }),
  /** Some of its words replaced by others, everywhere in it. */
  z.object({ how: z.literal('replace'), find: z.string().min(1).max(500), text }),
  /** The same words and a number, in the order of the selection: "Ảnh 1", "Ảnh 2". */
  z.object({ how: z.literal('number'), text: z.string().max(500) }),
  /** What the article says of the photo, else the article's title. */
  z.object({ how: z.literal('article') }),
])
export type CaptionRule = z.infer<typeof CaptionRule>

/** What a rule may know of a photo. */
export interface Captioned {
  caption: string
  /** Its place in the selection, 1 for the first. */
  nth: number
  /** What its articles say: the first caption there is, else a title; empty where no article uses it. */
  article: string
}

/**
 * The caption a photo gets by a rule.
 * @returns in NFC, without white space at its ends; the caption as it is where the rule has nothing to say
 */
export function captionBy(rule: CaptionRule, { caption, nth, article }: Captioned): string {
  switch (rule.how) {
    case 'before':
      return tidy(`${rule.text.trim()} ${caption}`)
    case 'after':
      return tidy(`${caption} ${rule.text.trim()}`)
    case 'replace':
      return tidy(caption.normalize('NFC').replaceAll(rule.find.normalize('NFC'), () => rule.text))
    case 'number':
      return tidy(`${rule.text.trim()} ${nth}`)
    case 'article':
      return article === '' ? caption : tidy(article)
  }
}

const tidy = (caption: string): string =>
  caption
    .normalize('NFC')
    .replace(/[ \t]+/gu, ' ')
    .trim()
