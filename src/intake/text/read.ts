import { sourceFromText } from '#core/press/plain'
import type { SourceText } from '#core/press/source'
import { cleanText } from '#core/text/normalise'
import type { EmbeddedPicture } from '../protocol'
import type { Warnings } from '../warnings'
import { decodeText } from './encoding'

/** Reads a text file in any encoding met in offices. Never fails: what cannot be known is guessed and said. */
export function readText(bytes: Uint8Array, warnings: Warnings): { source: SourceText; pictures: EmbeddedPicture[] } {
  const { text, encoding, guessed } = decodeText(bytes)
  if (guessed) warnings.add('encoding-guessed', { encoding })
  return { source: sourceFromText(cleanText(text), 'text'), pictures: [] }
}
