import type { TextSpan } from '#core/model/common'

type Where = Pick<TextSpan, 'part' | 'index'>

const at = (span: TextSpan, where: Where) => span.part === where.part && span.index === where.index

/**
 * Moves the spans of one text along when its words are changed. What stands before and after the change keeps its
 * words; a span the change lies wholly inside grows or shrinks with it (a name whose spelling is put right);
 * a span cut by the change is let go.
 */
export function shiftSpans(spans: TextSpan[], where: Where, before: string, after: string): TextSpan[] {
  const from = commonStart(before, after)
  const to = before.length - commonEnd(before, after, from)
  const by = after.length - before.length
  return spans.flatMap((span) => {
    if (!at(span, where) || span.end <= from) return [span]
    if (span.start >= to) return [{ ...span, start: span.start + by, end: span.end + by }]
    const around = span.start <= from && span.end >= to && span.end + by > span.start
    return around ? [{ ...span, end: span.end + by }] : []
  })
}

function commonStart(a: string, b: string): number {
  const end = Math.min(a.length, b.length)
  let i = 0
  while (i < end && a[i] === b[i]) i += 1
  return i
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let i = 0
  while (i < most && a[a.length - 1 - i] === b[b.length - 1 - i]) i += 1
  return i
}

/** Where one line of a text lay in it before it was cut into lines. */
export interface Line {
  text: string
  start: number
}

/** The lines of a text that hold words. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ text: line, start })
    start += line.length + 1
  }
  return lines
}

/**
 * Moves spans along when one body block becomes several, or none: each goes to the line it lies in, those of later
 * blocks go to their new place, one that lay across two lines is let go.
 */
export function splitSpans(spans: TextSpan[], index: number, lines: Line[]): TextSpan[] {
  return spans.flatMap((span) => {
    if (span.part !== 'body' || span.index < index) return [span]
    if (span.index > index) return [{ ...span, index: span.index + lines.length - 1 }]
    const line = lines.findIndex(({ text, start }) => span.start >= start && span.end <= start + text.length)
    const start = lines[line]?.start ?? 0
    return line < 0 ? [] : [{ ...span, index: index + line, start: span.start - start, end: span.end - start }]
  })
}
