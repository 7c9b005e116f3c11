import { fold } from '../../text/fold'
import { cleanText } from '../../text/normalise'
import type { SourceBlock, SourceText } from '../source'

export type Use = 'title' | 'lede' | 'body' | 'caption' | 'credit' | 'date' | 'furniture' | 'picture' | 'dropped'

/** A block on its way to its place in the article. */
export interface Line {
  readonly block: SourceBlock
  readonly text: string
  /** Folded for comparing with phrases. */
  readonly key: string
  readonly gap: number
  readonly words: number
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

function oneLine(text: string): string {
  const clean = cleanText(text)
  return /^\s|\s$|\s\s|[^\S ]/u.test(clean) ? clean.replace(/\s+/gu, ' ').trim() : clean
}

/** Longer lines are paragraphs: no phrase of a page's frame, no repeated title. */
const LONGEST_KEY = 320

export function lineOf(block: SourceBlock, gap: number): Line {
  return new TextLine(block, gap)
}

/** A line whose key and words are made when asked for: most paragraphs are never compared with a phrase. */
class TextLine implements Line {
  readonly text: string
  use: Use | null = null
  private folded: string | undefined
  private counted: number | undefined

  constructor(
    readonly block: SourceBlock,
    readonly gap: number,
  ) {
    this.text = block.text
  }

  get key(): string {
    this.folded ??= this.text.length > LONGEST_KEY ? '' : keyOf(this.text)
    return this.folded
  }

  get words(): number {
    this.counted ??= this.text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length
    return this.counted
  }
}

/** More lines than any press release has: what comes after them is body as it stands. */
export const MOST_LINES = 2000

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

const PARAGRAPH = 100
const FEW = 3

/** The gap that usually stands between two paragraphs; captions and headings among them have their own. */
export function usualGap(lines: readonly Line[]): number {
  const open = lines.slice(1).filter((line) => line.use === null || line.use === 'body')
  const between = lines.filter((line, i) => isParagraph(line) && isParagraph(lines[i - 1]))
  const gaps = (between.length >= FEW ? between : open).map((line) => line.gap).sort((a, b) => a - b)
  return gaps[Math.floor((gaps.length - 1) / 2)] ?? 0
}

const isParagraph = (line: Line | undefined): boolean =>
  line !== undefined && (line.use === null || line.use === 'body') && line.text.length >= PARAGRAPH
