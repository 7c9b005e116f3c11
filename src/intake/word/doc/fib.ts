import { KhoError } from '#core/errors'
import type { Bytes } from './bytes'

/** What the head of a Word 97–2003 document says ([MS-DOC] 2.5); of Word 6 and 95 only what text needs. */
export interface Fib {
  /** Word 6 or 95: no Unicode, single-byte property codes. */
  old: boolean
  /** Name of the stream with the tables. */
  table: string
  /** Characters of the parts that follow one another: text, notes, headers, macros, comments, end notes, text boxes. */
  counts: {
    main: number
    footnotes: number
    headers: number
    macros: number
    comments: number
    endnotes: number
    boxes: number
  }
  /** Where the text of a document saved in one piece begins (Word 6 and 95). */
  textStart: number
  /** Place and length of a table in the table stream. */
  place(name: keyof typeof PLACES): { at: number; length: number }
}

/** Index of each table in the list of the head, and its byte offset in the head of Word 6 and 95. */
const PLACES = {
  styles: [1, 0x60],
  characterRuns: [12, 0xb8],
  paragraphRuns: [13, 0xc0],
  fonts: [15, 0xd0],
  pieces: [33, 0x160],
  shapes: [40, 0],
  drawings: [50, 0],
  lists: [73, 0],
  listOverrides: [74, 0],
} as const

/** @throws KhoError file-damaged, file-encrypted */
export function readFib(document: Bytes, file: string): Fib {
  const magic = document.u16(0)
  if (magic !== 0xa5ec && magic !== 0xa5dc) throw new KhoError('file-damaged', { file, cause: 'no Word head' })
  const flags = document.u16(0x0a)
  if (flags & 0x100) throw new KhoError('file-encrypted', { file })
  const old = magic === 0xa5dc || document.u16(2) < 0xc1
  const count = (index: number) => document.u32((old ? 0x34 : 0x4c) + index * 4)
  return {
    old,
    table: old ? 'WordDocument' : flags & 0x200 ? '1Table' : '0Table',
    counts: {
      main: count(0),
      footnotes: count(1),
      headers: count(2),
      macros: count(3),
      comments: count(4),
      endnotes: count(5),
      boxes: count(6),
    },
    textStart: document.u32(0x18),
    place: (name) => {
      const at = old ? PLACES[name][1] : 154 + PLACES[name][0] * 8
      return at === 0 ? { at: 0, length: 0 } : { at: document.u32(at), length: document.u32(at + 4) }
    },
  }
}
