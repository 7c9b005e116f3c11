import type { SourceText } from '../source'
import type { Line } from './lines'

const LONGEST_LEDE = 1200

/** Takes the paragraph set apart as lede: by role, by a gap or caption after it, by bold type. */
export function takeLede(lines: Line[], origin: SourceText['origin'], usual: number): string | null {
  const byRole = lines.filter((line) => line.use === null && line.block.role === 'lede')
  if (byRole.length > 0) {
    for (const line of byRole) line.use = 'lede'
    return byRole.map((line) => line.text).join(' ')
  }
  const title = lines.findIndex((line) => line.use === 'title')
  const at = lines.findIndex((line, i) => i > title && line.use === null)
  const first = lines[at]
  if (!first || first.text.length > LONGEST_LEDE || first.block.kind !== 'paragraph') return null
  const next = lines.slice(at + 1).find((line) => line.use === null)
  if (!next || !isSetApart(lines, at, next, usual, origin)) return null
  first.use = 'lede'
  return first.text
}

function isSetApart(
  lines: readonly Line[],
  at: number,
  next: Line,
  usual: number,
  origin: SourceText['origin'],
): boolean {
  const first = lines[at]!
  const follower = lines[at + 1]
  if (first.text.length < 40 || /[:;]$/.test(first.text)) return false
  if (first.block.bold && !next.block.bold) return true
  if (first.block.italic && !next.block.italic && origin !== 'text') return true
  if (follower?.use === 'caption' || follower?.use === 'picture') return true
  return follower === next && next.gap > usual
}
