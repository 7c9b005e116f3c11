import { fold, type Rung } from '#core/text/fold'
import { wordsOf } from '#core/text/words'

// A language's worth of syllables and many names; beyond it the memory is begun anew.
const MOST_KNOWN = 60_000
const known = new Map<Rung, Map<string, string>>()

/**
 * The words of a text as the index holds them: folded, and only letters and digits in each, so that
 * SQLite splits them where we do. Texts repeat the same syllables, so each is folded once.
 */
export function indexWords(text: string, rung: Rung): string[] {
  const words: string[] = []
  for (const { text: word } of wordsOf(text)) {
    const folded = foldedWord(word, rung)
    if (folded !== '') words.push(folded)
  }
  return words
}

function foldedWord(word: string, rung: Rung): string {
  let ofRung = known.get(rung)
  if (!ofRung || ofRung.size > MOST_KNOWN) {
    ofRung = new Map()
    known.set(rung, ofRung)
  }
  let folded = ofRung.get(word)
  if (folded === undefined) {
    folded = fold(word, rung).replace(/[^\p{L}\p{N}]/gu, '')
    ofRung.set(word, folded)
  }
  return folded
}
