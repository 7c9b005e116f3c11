import type { Bytes } from './bytes'

/** How characters look; `style` values are what a toggle may fall back to. */
export interface CharacterLook {
  font: number
  /** The font of letters beyond ASCII. */
  otherFont: number
  bold: boolean
  italic: boolean
  hidden: boolean
  deleted: boolean
  special: boolean
  picture: number | null
  symbol: { font: number; code: number } | null
}

export interface ParagraphLook {
  style: number
  inTable: boolean
  rowEnd: boolean
  innerCell: boolean
  innerRowEnd: boolean
  alignment: number
  outline: number
  /** Number of the list the paragraph belongs to, 0 for none, and its level there. */
  list: number
  level: number
}

/** One property change: its code ([MS-DOC] 2.6) and where its value lies. */
interface Sprm {
  code: number
  at: number
}

const SIZES = [1, 1, 2, 4, 2, 2, 0, 3]

/** Walks a list of property changes of Word 97–2003. */
function* sprms(list: Bytes): Generator<Sprm> {
  for (let at = 0; at + 2 <= list.length; ) {
    const code = list.u16(at)
    yield { code, at: at + 2 }
    at += 2 + sizeOf(list, code, at + 2)
  }
}

function sizeOf(list: Bytes, code: number, at: number): number {
  const size = SIZES[code >> 13] as number
  if (size > 0) return size
  if (code === 0xd608) return list.u16(at) + 1
  if (code === 0xc615 && list.u8(at) === 255) return list.length
  return list.u8(at) + 1
}

/** The look after a list of changes. @param style what "as the style says" means for toggles */
export function changedCharacters(
  look: CharacterLook,
  list: Bytes,
  style: CharacterLook,
  styleOf: (index: number) => Bytes | null = () => null,
): CharacterLook {
  let next = { ...look }
  const toggle = (value: number, of: boolean) => (value === 0x80 ? of : value === 0x81 ? !of : value !== 0)
  for (const { code, at } of sprms(list)) {
    if (code === 0x0835) next.bold = toggle(list.u8(at), style.bold)
    else if (code === 0x0836) next.italic = toggle(list.u8(at), style.italic)
    else if (code === 0x083c) next.hidden = toggle(list.u8(at), style.hidden)
    else if (code === 0x0800) next.deleted = list.u8(at) !== 0
    else if (code === 0x0855) next.special = list.u8(at) !== 0
    else if (code === 0x4a4f) next.font = list.u16(at)
    else if (code === 0x4a51) next.otherFont = list.u16(at)
    else if (code === 0x6a03) next.picture = list.u32(at)
    else if (code === 0x6a09) next.symbol = { font: list.u16(at), code: list.u16(at + 2) }
    else if (code === 0x4a30) {
      const named = styleOf(list.u16(at))
      if (named) next = changedCharacters(next, named, style)
    }
  }
  return next
}

export function changedParagraph(look: ParagraphLook, list: Bytes): ParagraphLook {
  const next = { ...look }
  for (const { code, at } of sprms(list)) {
    if (code === 0x2416) next.inTable = list.u8(at) !== 0
    else if (code === 0x2417) next.rowEnd = list.u8(at) !== 0
    else if (code === 0x244b) next.innerCell = list.u8(at) !== 0
    else if (code === 0x244c) next.innerRowEnd = list.u8(at) !== 0
    else if (code === 0x2403 || code === 0x2461) next.alignment = list.u8(at)
    else if (code === 0x2640) next.outline = list.u8(at)
    else if (code === 0x460b) next.list = list.u16(at)
    else if (code === 0x260a) next.level = list.u8(at)
  }
  return next
}
