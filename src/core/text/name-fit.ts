import { comparable, fold } from './fold'

/**
 * How well a name answers what was typed: 0 the same, 1 the same but for marks, then names that begin with it
 * (word by word before letter by letter, with its marks before without), then names with those words further on.
 * @returns a rank, the lower the better; the last is for a name that does not hold what was typed
 */
export function nameFit(name: string, typed: string): number {
  const [marked, bare] = [comparable, plain].map((of) => fitOf(of(name), of(typed))) as [Fit, Fit]
  const at = order.indexOf(bare)
  return at * 2 + (marked === bare ? 0 : 1)
}

/** Those with a name, the best answer to what was typed first; equals keep their order. */
export const byFit = <T extends { name: string }>(all: readonly T[], typed: string): T[] =>
  all
    .map((one) => ({ one, fit: nameFit(one.name, typed) }))
    .sort((a, b) => a.fit - b.fit)
    .map(({ one }) => one)

const order = ['same', 'first-words', 'begins', 'words', 'word-begins', 'holds', 'none'] as const
type Fit = (typeof order)[number]

const plain = (text: string): string => comparable(fold(text, 'bare'))

function fitOf(name: string, typed: string): Fit {
  if (name === typed) return 'same'
  if (name.startsWith(`${typed} `)) return 'first-words'
  if (name.startsWith(typed)) return 'begins'
  if (` ${name} `.includes(` ${typed} `)) return 'words'
  if (name.includes(` ${typed}`)) return 'word-begins'
  return name.includes(typed) ? 'holds' : 'none'
}
