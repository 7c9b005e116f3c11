import type { Block, Row } from './blocks'
import { type Look, type Looks, linesOf } from './type'

/** One thing that goes onto a page: some lines, or a row. */
interface Item {
  before: number
  after: number
  lineHeight: number
  lines: number
  /** What of the last line may hang over the foot of the page: line spacing beyond single. */
  overhang: number
  keepNext: boolean
  keepLines: boolean
  /** Height of a head to repeat where the item begins a page. */
  head: number
}

/** What is taken for granted: the room may be a little larger or smaller than Word's. */
export interface Room {
  width: number
  height: number
}

const ruleWidth = 0.5

/**
 * How many pages blocks fill: lines broken greedily, larger of the spaces between paragraphs, two lines
 * at least at the foot and head of a page, what belongs together kept so. Null where a width is not known.
 */
export function pagesFilled(blocks: readonly Block[], looks: Looks, room: Room): number | null {
  const items = itemsOf(blocks, looks, room.width)
  return items && new Pages(room.height).filledBy(items)
}

function itemsOf(blocks: readonly Block[], looks: Looks, width: number): Item[] | null {
  const items: Item[] = []
  for (const block of blocks) {
    const more = itemsOfBlock(block, looks, width)
    if (!more) return null
    items.push(...more)
  }
  return items
}

function itemsOfBlock(block: Block, looks: Looks, width: number): Item[] | null {
  if (block.kind === 'group') return itemsOf(block.blocks, looks, width)
  if (block.kind === 'table') return tableItems(block, looks)
  const look = looks.of(block.style)
  if (block.kind === 'picture') {
    return [{ ...paragraph(look, 1), lineHeight: block.height, overhang: 0, keepNext: block.keepNext }]
  }
  const lines = linesOf(block.text, look, width)
  if (lines === null) return null
  const made = paragraph(look, lines)
  return [block.keepNext ? { ...made, keepNext: true } : made]
}

function paragraph(look: Look, lines: number): Item {
  const { before, after, lineHeight, singleHeight, keepNext, keepLines } = look
  return { before, after, lineHeight, lines, overhang: lineHeight - singleHeight, keepNext, keepLines, head: 0 }
}

/** How high blocks are on a page without end; null where a width is not known. */
export function heightOf(blocks: readonly Block[], looks: Looks): number | null {
  const items = itemsOf(blocks, looks, Number.POSITIVE_INFINITY)
  return items && stacked(items)
}

function tableItems(
  { columnWidths, padding, head, rows, together }: Extract<Block, { kind: 'table' }>,
  looks: Looks,
): Item[] | null {
  const widths = columnWidths.map((width) => width - 2 * padding)
  const heights = head.map((row) => rowHeight(row, widths, looks))
  if (heights.includes(null)) return null
  const headHeight = heights.reduce<number>((sum, height) => sum + (height ?? 0), 0)
  const items: Item[] = head.length > 0 ? [{ ...rowItem(headHeight, 0), keepNext: true }] : []
  for (const [index, row] of rows.entries()) {
    const tall = rowHeight(row, widths, looks)
    if (tall === null) return null
    const keepNext = together && index < rows.length - 1
    if (row.whole || together) items.push({ ...rowItem(tall, headHeight), keepNext })
    else items.push(...splitRow(tall, headHeight))
  }
  items.push(rowItem(ruleWidth, 0))
  return items
}

function rowItem(height: number, head: number): Item {
  return { before: 0, after: 0, lineHeight: height, lines: 1, overhang: 0, keepNext: false, keepLines: true, head }
}

// A row that may break does so between its lines, which are about so high.
const slice = 13

function splitRow(height: number, head: number): Item[] {
  const count = Math.max(1, Math.round(height / slice))
  return Array.from({ length: count }, () => rowItem(height / count, head))
}

function rowHeight({ cells }: Row, widths: number[], looks: Looks): number | null {
  let tallest = 0
  for (const [column, cell] of cells.entries()) {
    const items = itemsOf(cell, looks, widths[column]!)
    if (!items) return null
    tallest = Math.max(tallest, stacked(items))
  }
  return tallest + ruleWidth
}

/** Height of paragraphs one under the other in a cell, with the space above the first and below the last. */
function stacked(items: Item[]): number {
  let height = items[0]?.before ?? 0
  for (const [index, item] of items.entries()) {
    const next = items[index + 1]
    height += item.lines * item.lineHeight + (next ? Math.max(item.after, next.before) : item.after)
  }
  return height
}

/** Pages of one height being filled. */
class Pages {
  private count = 1
  private used = 0
  private after = 0

  constructor(private readonly height: number) {}

  filledBy(items: Item[]): number {
    for (let at = 0; at < items.length; at++) {
      if (items[at - 1]?.keepNext !== true && this.used > 0 && !this.fits(this.together(items, at))) this.turn()
      this.put(items[at]!)
    }
    return this.count
  }

  /** An item with all that must stay with it: what it is kept with, and the first lines of what ends the chain. */
  private together(items: Item[], start: number): number {
    let need = 0
    let after = this.after
    for (let at = start; at < items.length; at++) {
      const item = items[at]!
      need += Math.max(after, item.before)
      if (!item.keepNext) return need + item.lineHeight * this.firstLines(item) - item.overhang
      need += item.lineHeight * item.lines
      after = item.after
    }
    return need
  }

  /** Lines that may not be parted from the beginning of a paragraph. */
  private firstLines({ lines, keepLines }: Item): number {
    return keepLines || lines <= 3 ? lines : 2
  }

  private fits(need: number): boolean {
    return this.used + need <= this.height
  }

  private turn(head = 0): void {
    this.count += 1
    this.used = head
    this.after = 0
  }

  private put(item: Item): void {
    // Space above is left out where a page begins by itself.
    const fresh = this.used === 0 && this.count > 1
    this.used += fresh ? item.head : Math.max(this.after, item.before)
    for (let left = item.lines; left > 0; ) {
      const room = Math.floor((this.height + item.overhang - this.used) / item.lineHeight + 1e-6)
      if (room >= left || this.used === 0) {
        const now = this.used === 0 ? Math.max(1, Math.min(left, room)) : left
        this.used += now * item.lineHeight
        left -= now
        if (left > 0) this.turn()
        continue
      }
      // Not one line alone on the next page.
      const now = left - room === 1 ? room - 1 : room
      if (now > 0) left -= now
      this.turn(item.head)
    }
    this.after = item.after
  }
}
