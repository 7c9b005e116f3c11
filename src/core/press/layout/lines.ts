import { fold } from '../../text/fold'
import { cleanText } from '../../text/normalise'
import type { SourceBlock, SourceText } from '../source'

export type Use = 'title' | 'lede' | 'body' | 'caption' | 'credit' | 'date' | 'furniture' | 'picture' | 'dropped'

/** A block on its way to its place in the article. */
export interface Line {
  block: SourceBlock
  text: string
  /** Folded for comparing with phrases. */
  key: string
  gap: number
  words: number
  use: Use | null
}

/** Blocks cleaned, one line each; what holds nothing is left out and its gap goes to the next. */
export function linesOf(source: SourceText): Line[] {
  const lines: Line[] = []
  let gap = 0
  for (const block of source.blocks) {
    if (block.kind === 'picture') {
      lines.push({ block, text: '', key: '', gap: block.gap, words: 0, use: 'picture' })
      continue
    }
    const text = oneLine(block.text)
    gap += block.gap
    if (text === '') continue
    lines.push(lineOf({ ...block, text }, gap))
    gap = 0
  }
  return lines
}

const oneLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ').trim()

/** Longer lines are paragraphs: no phrase of a page's frame, no repeated title. */
const LONGEST_KEY = 320

export function lineOf(block: SourceBlock, gap: number): Line {
  const words = block.text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  return {
    block,
    text: block.text,
    key: block.text.length > LONGEST_KEY ? '' : keyOf(block.text),
    gap,
    words,
    use: null,
  }
}

/** A line folded and without its outer punctuation. */
export function keyOf(text: string): string {
  return fold(text, 'iy')
    .replace(/^[\s"'“”«»*•·|>:.…-]+|[\s"'“”«»*•·|<:.…-]+$/gu, '')
    .trim()
}

export const isShouted = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** Lines still without a place, in order, with their index. */
export function openLines(lines: readonly Line[]): Line[] {
  return lines.filter((line) => line.use === null)
}

/** The gap that usually stands between two paragraphs. */
export function usualGap(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .filter((line) => line.use === null || line.use === 'body')
    .map((line) => line.gap)
    .sort((a, b) => a - b)
  return gaps[Math.floor((gaps.length - 1) / 2)] ?? 0
}
