import widths from '#resources/delivery/times-new-roman.json'
import type { DeliveryRules, StyleRule } from '../../rules'
import { points } from './units'

/** A style with everything it inherits, in points. */
export interface Look {
  size: number
  bold: boolean
  italic: boolean
  left: number
  right: number
  firstLine: number
  before: number
  after: number
  lineHeight: number
  singleHeight: number
  justified: boolean
  keepNext: boolean
  keepLines: boolean
}

type Face = 'regular' | 'bold' | 'italic'

const faces: Record<Face, Map<string, number>> = {
  regular: byCharacter(widths.regular),
  bold: byCharacter(widths.bold),
  italic: byCharacter(widths.italic),
}

function byCharacter(characters: Record<string, string>): Map<string, number> {
  return new Map(
    Object.entries(characters).flatMap(([width, all]) => [...all].map((one) => [one, Number(width) / 1000] as const)),
  )
}

/** The looks of all styles of the data file, for counting pages. */
export class Looks {
  private readonly known = new Map<string, Look>()
  private readonly rules: Map<string, StyleRule>

  constructor({ word }: DeliveryRules) {
    this.rules = new Map(word.styles.map((rule) => [rule.id, rule]))
  }

  of(style: string): Look {
    const known = this.known.get(style)
    if (known) return known
    const rule = this.inherited(style)
    const { size = 10, line = 1, hangingMm = 0, firstLineMm = 0 } = rule
    const look = {
      size,
      bold: rule.bold ?? false,
      italic: rule.italic ?? false,
      left: points(rule.leftMm ?? 0),
      right: points(rule.rightMm ?? 0),
      firstLine: points(hangingMm > 0 ? -hangingMm : firstLineMm),
      before: rule.before ?? 0,
      after: rule.after ?? 0,
      lineHeight: size * widths.lineHeight * line,
      singleHeight: size * widths.lineHeight * Math.min(line, 1),
      justified: rule.align === 'both',
      keepNext: rule.keepNext ?? false,
      keepLines: rule.keepLines ?? false,
    }
    this.known.set(style, look)
    return look
  }

  private inherited(style: string): Partial<StyleRule> {
    const rule = this.rules.get(style)
    if (!rule) return {}
    return { ...(rule.basedOn ? this.inherited(rule.basedOn) : {}), ...rule }
  }
}

const allLooks = new WeakMap<DeliveryRules, Looks>()

/** The looks of some rules, worked out once. */
export function looksOf(rules: DeliveryRules): Looks {
  const known = allLooks.get(rules)
  if (known) return known
  const looks = new Looks(rules)
  allLooks.set(rules, looks)
  return looks
}

/** Width of a text in points; null where a character has no known width. */
export function textWidth(text: string, { size, bold, italic }: Look): number | null {
  const face = faces[bold ? 'bold' : italic ? 'italic' : 'regular']
  let width = 0
  for (const character of text) {
    const one = face.get(character)
    if (one === undefined) return null
    width += one
  }
  return width * size
}

// After spaces, and after hyphens and dashes inside words.
const pieces = /[^\s–-]*(?:[–-]+|\s+|$)/g

/**
 * How many lines a text fills, broken greedily as Word breaks it; null where a width is not known.
 * @param room width of the lines in points, without the indents of the style
 */
export function linesOf(text: string, look: Look, room: number): number | null {
  let lines = 0
  for (const [index, part] of text.split('\n').entries()) {
    const filled = filledBy(part, look, room - look.left - look.right, index === 0 ? look.firstLine : 0)
    if (filled === null) return null
    lines += filled
  }
  return lines
}

function filledBy(text: string, look: Look, room: number, firstLine: number): number | null {
  const line = { limit: room - firstLine, position: 0, end: 0, spaces: 0 }
  let lines = 1
  for (const piece of text.match(pieces) ?? []) {
    const word = piece.trimEnd()
    const width = textWidth(word, look)
    const space = textWidth(piece.slice(word.length).replace(/\s/g, ' '), look)
    if (width === null || space === null) return null
    const beyond = width > 0 && line.position > 0 && line.position + width > line.limit + tolerance
    if (beyond && !(look.justified && squeezes(line, width))) {
      lines += 1
      Object.assign(line, { limit: room, position: 0, end: 0, spaces: 0 })
    }
    // A word longer than a line goes on below, letter by letter.
    const over = line.position === 0 ? Math.ceil(width / Math.max(line.limit, 1) - tolerance) - 1 : 0
    lines += Math.max(over, 0)
    line.end = line.position + width - Math.max(over, 0) * line.limit
    line.position = line.end + space
    line.spaces += space
  }
  return lines
}

const tolerance = 0.01

/**
 * Whether Word squeezes the spaces of a justified line for one more word: by less than a quarter, and by
 * less than half of what they would stretch without it (the rule docx's layout found in Word).
 */
function squeezes(
  { limit, position, end, spaces }: { limit: number; position: number; end: number; spaces: number },
  width: number,
) {
  if (spaces <= tolerance) return false
  const over = position + width - limit
  if (over / spaces > 0.25) return false
  const between = spaces - (position - end)
  return between <= 0 || (limit - end) / between >= 2.015 * (over / spaces)
}
