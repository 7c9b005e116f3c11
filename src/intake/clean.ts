import { cleanText } from '#core/text/normalise'

/** One line of text as it is kept: cleaned as every text is, white space folded to single spaces. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
