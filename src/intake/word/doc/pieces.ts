import type { Bytes } from './bytes'
import type { Fib } from './fib'

/** A stretch of text as it lies in the document stream: its characters, and the byte where each stands. */
export interface Piece {
  text: string
  at: number
  /** Bytes per character. */
  width: 1 | 2
}

const ansi = new TextDecoder('windows-1252')

/**
 * The text of all parts of the document one after another ([MS-DOC] 2.4.1). No more characters come out
 * than the stream has bytes, whatever the piece table repeats.
 */
export function textPieces(document: Bytes, table: Bytes, fib: Fib): Piece[] {
  const found = pieceTable(table, fib)
  if (!found) return [piece(document, fib.textStart, total(fib), fib.old ? 1 : 2)]
  const count = Math.max(0, Math.floor((found.length - 4) / 12))
  const pieces: Piece[] = []
  let budget = document.length
  for (let index = 0; index < count && budget > 0; index += 1) {
    const characters = found.u32(index * 4 + 4) - found.u32(index * 4)
    const fc = found.u32((count + 1) * 4 + index * 8 + 2)
    if (characters <= 0) continue
    const packed = (fc & 0x4000_0000) !== 0
    const most = Math.min(characters, budget)
    if (fib.old) pieces.push(piece(document, fc, most, 1))
    else if (packed) pieces.push(piece(document, (fc & 0x3fff_ffff) >>> 1, most, 1))
    else pieces.push(piece(document, fc & 0x3fff_ffff, most, 2))
    budget -= most
  }
  return pieces
}

function piece(document: Bytes, at: number, characters: number, width: 1 | 2): Piece {
  const bytes = document.slice(at, characters * width)
  return { text: width === 1 ? ansi.decode(bytes.all) : bytes.utf16(0, characters), at, width }
}

function total({ counts }: Fib): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** The PlcPcd inside the Clx: property lists (1) come first, then the one table of pieces (2). */
function pieceTable(table: Bytes, fib: Fib): Bytes | null {
  const { at, length } = fib.place('pieces')
  const clx = table.slice(at, length)
  let from = 0
  while (from < clx.length && clx.u8(from) === 1) from += 3 + clx.u16(from + 1)
  if (clx.u8(from) !== 2) return null
  const pieces = clx.slice(from + 5, clx.u32(from + 1))
  return pieces.length >= 16 ? pieces : null
}
