import type { SourceBlock } from '#core/press/source'
import { BlockList } from '../flow'
import { type Table, tableBlocks } from '../tables'

/** Rows of a table as RTF gives them: cells one after another, each ended by a word of its own. */
export class RtfTable {
  private cell = new BlockList()
  private row: Table[number] = []
  private rows: Table = []

  add(blocks: SourceBlock[]): void {
    this.cell.add(blocks)
  }

  endCell(): void {
    this.row.push(this.cell.blocks)
    this.cell = new BlockList()
  }

  endRow(): void {
    this.rows.push(this.row)
    this.row = []
  }

  /** The table so far as blocks, none where there is no table; then starts anew. */
  take(): SourceBlock[] {
    if (this.row.length > 0) this.endRow()
    const blocks = tableBlocks(this.rows)
    this.rows = []
    return blocks
  }
}
