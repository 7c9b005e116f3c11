import type { TextSpan } from '../model/common'
import type { Reason } from '../model/draft'
import { sliceText, type Token, tokenize } from './tokens'
import type { Vocabulary } from './vocabulary'

/** One stretch of the article that names are looked for in. */
export interface Part {
  part: 'title' | 'lede' | 'body' | 'caption'
  index: number
  text: string
  tokens: Token[]
  /** Written in capitals throughout: capitals then tell nothing. */
  shouted: boolean
}

/** The whole article as the name readers see it. */
export interface Scene {
  vocabulary: Vocabulary
  parts: Part[]
  /** Folded full names that stood after a form of address somewhere in the article. */
  people: Set<string>
  /** Folded place names that stood after their kind somewhere in the article. */
  places: Set<string>
}

/** A part with its tokens. */
export function partOf(part: Part['part'], index: number, text: string): Part {
  const tokens = tokenize(text)
  const words = tokens.filter((token) => token.kind === 'word')
  const shouted = words.length > 2 && words.every((token) => !/\p{Ll}/u.test(token.text))
  return { part, index, text, tokens, shouted }
}

/** The span of tokens `from`..`to` (exclusive). */
export function spanOf(part: Part, from: number, to: number): TextSpan {
  const start = part.tokens[from]?.start ?? 0
  return { part: part.part, index: part.index, start, end: part.tokens[to - 1]?.end ?? start }
}

export const textOf = (part: Part, from: number, to: number): string => sliceText(part.text, part.tokens, from, to)

/** Keys of tokens `from`..`to` joined: one name, one key, however its tones are placed. */
export function keyOfRange(tokens: readonly Token[], from: number, to: number): string {
  let key = ''
  for (let i = from; i < to; i++) key += (i > from ? ' ' : '') + tokens[i]?.key
  return key
}

/** Whether token `i` closes a sentence: the point of "PGS.TS" or "TP. Vinh" does not. */
export function endsSentence({ vocabulary }: Scene, { tokens }: Part, i: number): boolean {
  const token = tokens[i]
  if (token?.key === '!' || token?.key === '?') return true
  if (token?.key !== '.') return false
  const next = tokens[i + 1]
  if (next && next.start === token.end && next.kind !== 'mark') return false
  const short = vocabulary.address.longestAt(tokens, i - 1) ?? vocabulary.units.longestAt(tokens, i - 1)
  return short?.end !== i + 1
}

export const reason = (code: string, args: Record<string, string> = {}): Reason => ({ code, args })
