import { comparable } from '#core/text/fold'
import { sameTextKey } from '#core/text/folded-words'
import { parseSyllable } from '#core/text/syllable'
import { initials } from '#core/text/words'

/** A short form and what it stands for, as `resources/vocabulary/abbreviations.json` lists them. */
export interface Abbreviation {
  short: string
  full: string
}

/**
 * Key of a name in which short and full forms are one: UBND huyện = Ủy ban nhân dân huyện. Case, white
 * space, tone placement and kinds of dash are folded too.
 */
export function expandedKey(name: string, abbreviations: readonly Abbreviation[] = []): string {
  const key = comparable(name.replace(/[\u2010-\u2015\u2212]/g, '-')).replace(/\s*-\s*/g, ' - ')
  return foldedPairs(abbreviations).reduce((text, [short, full]) => replaceWord(text, short, full), key)
}

/** One list serves thousands of names: it is folded once for as long as it is in use. */
const folded = new WeakMap<readonly Abbreviation[], [short: string, full: string][]>()

function foldedPairs(abbreviations: readonly Abbreviation[]): [short: string, full: string][] {
  const known = folded.get(abbreviations)
  if (known) return known
  const pairs = [...abbreviations]
    .sort((a, b) => b.short.length - a.short.length)
    .map(({ short, full }): [string, string] => [comparable(short), comparable(full)])
  folded.set(abbreviations, pairs)
  return pairs
}

/** Replaces a word or phrase where it stands alone, not inside another word. */
function replaceWord(text: string, from: string, to: string): string {
  let result = ''
  let rest = text
  for (let at = rest.indexOf(from); from !== '' && at >= 0; at = rest.indexOf(from)) {
    const after = rest.slice(at + from.length)
    const alone = !endsInWord(result + rest.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(after)
    result += rest.slice(0, at) + (alone ? to : from)
    rest = after
  }
  return result + rest
}

function endsInWord(text: string): boolean {
  return /[\p{L}\p{M}\p{N}]$/u.test(text.slice(-2))
}

/**
 * The words of two names, each with its abbreviations spelt out as the other has them, so that BTV meets
 * Ban Thường vụ without a list. A syllable (Ban, Tu) is never taken for an abbreviation.
 */
export function alignedWords(
  a: string,
  b: string,
  abbreviations: readonly Abbreviation[] = [],
): [a: string[], b: string[]] {
  const [left, right] = [a, b].map((name) => expandedKey(name, abbreviations).split(' ')) as [string[], string[]]
  return [spelledAs(left, right), spelledAs(right, left)]
}

/** Whether two names are one in all but case, tone placement, dashes and abbreviation. */
export function sameExpanded(a: string, b: string, abbreviations: readonly Abbreviation[] = []): boolean {
  const [left, right] = alignedWords(a, b, abbreviations)
  return left.join(' ') === right.join(' ')
}

function spelledAs(words: readonly string[], full: readonly string[]): string[] {
  return words.flatMap((word) => {
    if (word.length < 2 || !/^\p{L}+$/u.test(word) || parseSyllable(word)) return [word]
    for (let at = 0; at + word.length <= full.length; at++) {
      const meant = full.slice(at, at + word.length)
      if (initials(meant.join(' ')).toLowerCase() === word) return meant
    }
    return [word]
  })
}

/**
 * What to ask the index for so that every record a name may mean is among the answers: the bare name,
 * and its full form where it holds short ones. Judging is left to the matchers.
 */
export function searchTexts(name: string, abbreviations: readonly Abbreviation[] = []): string[] {
  const texts = [name, expandedKey(name, abbreviations)].map(sameTextKey)
  return [...new Set(texts)].filter((text) => text !== '')
}
