import type { SourceBlock } from '#core/press/source'

/** Rows of cells of blocks, as met in the file. */
export type Table = SourceBlock[][][]

const LONGEST_CAPTION = 400
const LONGEST_CELL = 600

/**
 * A table as blocks: rows of data become `table-row` with tabs between the cells; tables that only
 * place things on the page (one column, pictures with their captions, whole texts) are taken apart.
 */
export function tableBlocks(table: Table): SourceBlock[] {
  const rows = table.filter((row) => row.some((cell) => cell.length > 0))
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const pictured = holdsPictures(rows)
  const blocks: SourceBlock[] = []
  const layout = columns === 1 || placesText(rows)
  for (const row of rows) {
    if (isLetterhead(row)) blocks.push(...row.flat().map(letterheadBlock))
    else if (pictured) blocks.push(...pictureRow(row))
    else if (layout) blocks.push(...row.flat())
    else blocks.push(dataRow(row))
  }
  return blocks
}

const NATION = /^(cộng h(oà|òa) xã hội chủ nghĩa việt nam|đảng cộng sản việt nam)/iu
const DATELINE = /,\s*ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}$/iu

/** The head of an official letter (Decree 30/2020/NĐ-CP, annex I): body and number left, nation and date right. */
function isLetterhead(row: SourceBlock[][]): boolean {
  return row.length === 2 && row.flat().some((block) => NATION.test(block.text))
}

/** Its date is the letter's; the rest is no part of the text. */
function letterheadBlock(block: SourceBlock): SourceBlock {
  return { ...block, role: DATELINE.test(block.text) ? 'date' : 'furniture' }
}

/** True where pictures stand with a few words each, not where a whole page is laid out. */
function holdsPictures(rows: Table): boolean {
  const blocks = rows.flat(2)
  const pictures = blocks.filter((block) => block.kind === 'picture').length
  return pictures > 0 && blocks.reduce((sum, block) => sum + block.text.length, 0) <= pictures * LONGEST_CAPTION
}

/** True where most of the words stand in cells too long for data. */
function placesText(rows: Table): boolean {
  const lengthOf = (cell: SourceBlock[]) => cell.reduce((sum, block) => sum + block.text.length, 0)
  const cells = rows.flat()
  const long = cells.filter((cell) => lengthOf(cell) > LONGEST_CELL || cell.some((block) => block.kind === 'table-row'))
  const inside = (some: Table[number]) => some.reduce((sum, cell) => sum + lengthOf(cell), 0)
  return long.length > 0 && inside(long) * 2 > inside(cells)
}

/** Word and web editors keep a picture and its caption together in a table. */
function pictureRow(row: SourceBlock[][]): SourceBlock[] {
  return row.flat().map((block) => {
    const caption = block.kind === 'paragraph' && !block.role && block.text.length <= LONGEST_CAPTION
    return caption ? { ...block, role: 'caption' } : block
  })
}

function dataRow(row: SourceBlock[][]): SourceBlock {
  const all = row.flat()
  const every = (look: 'bold' | 'italic') => all.length > 0 && all.every((block) => block[look])
  return {
    kind: 'table-row',
    text: row.map((cell) => cell.map((block) => block.text).join(' ')).join('\t'),
    gap: 0,
    ...(every('bold') ? { bold: true } : {}),
    ...(every('italic') ? { italic: true } : {}),
  }
}
