import type { SourceBlock } from '#core/press/source'
import { BlockList, Flow } from '../../flow'
import { type Table, tableBlocks } from '../../tables'
import type { ParagraphLook } from './properties'

/** The text or picture of one stretch, with how it looks. */
export interface Inline {
  bold: boolean
  italic: boolean
  font: string | null
}

interface CellState {
  cell: BlockList
  row: Table[number]
  rows: Table
}

/** One part of the document (text, notes, text boxes) as blocks: paragraphs, and tables by their cell marks. */
export class Story {
  private readonly list = new BlockList()
  private flow = new Flow()
  private table: CellState | null = null

  text(text: string, look: Inline): void {
    this.flow.text(text, look, look.font)
  }

  /** True where the paragraph has nothing in it yet. */
  get atStart(): boolean {
    return this.flow.untouched
  }

  lineBreak(): void {
    this.flow.lineBreak()
  }

  picture(index: number | null): void {
    this.flow.picture(index, '')
  }

  /** A paragraph ends. */
  end(look: ParagraphLook): void {
    const blocks = this.flow.finish(propsOf(look))
    this.flow = new Flow()
    if (look.inTable) this.open().cell.add(blocks)
    else {
      this.endTable()
      this.list.add(blocks)
    }
  }

  /** The mark that ends a cell, or a whole row where the paragraph says so. */
  endCell(look: ParagraphLook): void {
    if (look.rowEnd) {
      const table = this.open()
      this.flow = new Flow()
      if (table.row.length > 0) table.rows.push(table.row)
      table.row = []
      return
    }
    this.end({ ...look, inTable: true })
    const table = this.open()
    table.row.push(table.cell.blocks)
    table.cell = new BlockList()
  }

  finish(look: ParagraphLook): SourceBlock[] {
    if (!this.flow.untouched) this.end({ ...look, inTable: this.table !== null })
    this.endTable()
    return this.list.blocks
  }

  private open(): CellState {
    this.table ??= { cell: new BlockList(), row: [], rows: [] }
    return this.table
  }

  private endTable(): void {
    if (!this.table) return
    const { cell, row, rows } = this.table
    this.table = null
    if (cell.blocks.length > 0) row.push(cell.blocks)
    if (row.length > 0) rows.push(row)
    const blocks = tableBlocks(rows)
    if (blocks.length > 0) this.list.add(blocks)
  }
}

function propsOf({ outline, list, alignment }: ParagraphLook): Parameters<Flow['finish']>[0] {
  const heading = outline < 9
  return {
    kind: heading ? 'heading' : list > 0 ? 'list-item' : 'paragraph',
    ...(heading ? { level: Math.min(6, outline + 1) } : {}),
    centered: alignment === 1,
    right: alignment === 2,
  }
}
