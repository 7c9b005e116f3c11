import type { FileChild } from 'docx'

/** What a part of a page takes up, kept beside what docx is given for it. */
export type Block =
  | { kind: 'text'; style: string; text: string; keepNext?: boolean }
  | { kind: 'picture'; style: string; height: number; keepNext: boolean }
  | { kind: 'table'; columnWidths: number[]; padding: number; head: Row[]; rows: Row[]; together: boolean }
  | { kind: 'group'; blocks: Block[] }

/** Cells of paragraphs. */
export interface Row {
  cells: Block[][]
  whole: boolean
}

const blocks = new WeakMap<FileChild, Block>()

/** Remembers what a component takes up. */
export function taking<T extends FileChild>(child: T, block: Block): T {
  blocks.set(child, block)
  return child
}

/** What the components of a section take up; null where one is not known. */
export function blocksOf(children: readonly FileChild[]): Block[] | null {
  const known = children.map((child) => blocks.get(child))
  return known.every((block) => block !== undefined) ? known : null
}
