import { Numbering } from '../numbering'
import type { Bytes } from './bytes'
import type { Fib } from './fib'

/** Number formats ([MS-OSHARED] 2.2.1.3) under the names Word's newer files have for them. */
const FORMATS: Record<number, string> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
}

interface Level {
  start: number
  format: string
  text: string
}

/** The lists of the document and the numbers they show ([MS-DOC] 2.9.131, 2.9.147). */
export function docNumbering(table: Bytes, fib: Fib): Numbering {
  const numbering = new Numbering()
  if (fib.old) return numbering
  readAbstracts(table, fib, numbering)
  readOverrides(table, fib, numbering)
  return numbering
}

/** The levels lie behind the list of lists, beyond the length given for it. */
function readAbstracts(table: Bytes, fib: Fib, numbering: Numbering): void {
  const { at, length } = fib.place('lists')
  if (length === 0) return
  const count = table.u16(at)
  let from = at + length
  for (let index = 0; index < count && from < table.length; index += 1) {
    const list = at + 2 + index * 28
    const levels = table.u8(list + 26) & 1 ? 1 : 9
    for (let level = 0; level < levels; level += 1) {
      const { value, end } = readLevel(table, from)
      numbering.setLevel(String(table.u32(list)), level, value)
      from = end
    }
  }
}

function readOverrides(table: Bytes, fib: Fib, numbering: Numbering): void {
  const { at, length } = fib.place('listOverrides')
  if (length === 0) return
  const count = Math.min(table.u32(at), Math.floor(table.length / 16))
  let from = at + 4 + count * 16
  for (let index = 0; index < count; index += 1) {
    const override = at + 4 + index * 16
    const starts = new Map<number, number>()
    const levels = new Map<number, Level>()
    from += 4
    for (let turn = table.u8(override + 12); turn > 0 && from < table.length; turn -= 1) {
      const flags = table.u32(from + 4)
      if (flags & 16) starts.set(flags & 15, table.u32(from))
      from += 8
      if ((flags & 32) === 0) continue
      const { value, end } = readLevel(table, from)
      levels.set(flags & 15, value)
      from = end
    }
    numbering.setList(String(index + 1), { abstract: String(table.u32(override)), starts, levels })
  }
}

/** In the text of a level a character of value 0 to 8 stands for the number of that level. */
function readLevel(table: Bytes, at: number): { value: Level; end: number } {
  const text = at + 28 + table.u8(at + 24) + table.u8(at + 25)
  const units = table.u16(text)
  const shown = table
    .utf16(text + 2, units)
    .replaceAll('%', '')
    .replace(/[\0-\x08]/g, (place) => `%${place.charCodeAt(0) + 1}`)
  const format = FORMATS[table.u8(at + 4)] ?? 'decimal'
  return { value: { start: table.u32(at), format, text: shown }, end: text + 2 + units * 2 }
}
