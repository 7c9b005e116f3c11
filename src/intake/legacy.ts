import { legacyEncodingOf } from '#core/text/legacy'
import { guessLegacy } from '#core/text/legacy-guess'
import type { Warnings } from './warnings'

const LONGEST_PROPOSAL = 200
const SAMPLE = 4000

/**
 * Watches the fonts of a document's runs. The function returned gives back the font where it is one of
 * the old Vietnamese encodings, null for all others, and says once per encoding that it was decoded.
 */
export function legacyFonts(warnings: Warnings): (text: string, font: string | null) => string | null {
  const encodings = new Map<string, string | null>()
  return (text, font) => {
    if (font === null) return null
    if (!encodings.has(font)) encodings.set(font, legacyEncodingOf(font)?.toUpperCase() ?? null)
    const encoding = encodings.get(font) ?? null
    if (encoding === null) return null
    if (/[\u0080-\u00ff\uf080-\uf0ff]/.test(text)) warnings.add('legacy-font', { encoding })
    return font
  }
}

/** Says so where text without font names reads like TCVN3 or VNI; it is offered, never changed silently. */
export function offerLegacy(text: string, warnings: Warnings): void {
  const guess = guessLegacy(text.slice(0, SAMPLE))
  if (!guess) return
  const proposal = guess.text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_PROPOSAL)
  warnings.add('legacy-offered', { encoding: guess.encoding.toUpperCase(), proposal })
}
