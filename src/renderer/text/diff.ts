import { diffArrays } from 'diff'

/** A stretch of text that stayed, went or came. */
export interface DiffPiece {
  words: string
  what: 'same' | 'gone' | 'come'
}

/** Lines of a value before and after; a changed line has its words told apart. */
export type DiffLine = { what: 'gone' | 'come'; pieces: DiffPiece[] }

/**
 * The lines that differ, in order: what went before what came. A line that went where one came is compared with it
 * word by word, so that a changed word does not hide in a paragraph.
 */
export function diffLines(before: string[], after: string[]): DiffLine[] {
  const lines: DiffLine[] = []
  const parts = diffArrays(before, after)
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]
    const next = parts[at + 1]
    if (!part || (!part.added && !part.removed)) continue
    if (part.removed && next?.added) {
      lines.push(...paired(part.value, next.value))
      at += 1
    } else lines.push(...part.value.map((line) => whole(line, part.removed ? 'gone' : 'come')))
  }
  return lines
}

function paired(gone: string[], come: string[]): DiffLine[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => {
    const [from, to] = [gone[at], come[at]]
    if (from === undefined || to === undefined) {
      return [whole(from ?? to ?? '', from === undefined ? 'come' : 'gone')]
    }
    return worded(from, to)
  }).flat()
}

const whole = (line: string, what: 'gone' | 'come'): DiffLine => ({ what, pieces: [{ words: line, what }] })

function worded(from: string, to: string): DiffLine[] {
  const parts = diffArrays(from.split(/(\s+)/), to.split(/(\s+)/))
  const side = (what: 'gone' | 'come'): DiffLine => ({
    what,
    pieces: parts
      .filter((part) => !(what === 'gone' ? part.added : part.removed))
      .map((part) => ({ words: part.value.join(''), what: part.added || part.removed ? what : 'same' })),
  })
  return [side('gone'), side('come')]
}
