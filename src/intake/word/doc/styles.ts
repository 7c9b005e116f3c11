import { Bytes } from './bytes'
import { type CharacterLook, changedCharacters, changedParagraph, type ParagraphLook } from './properties'

interface Style {
  base: number
  heading: number
  paragraph: Bytes
  character: Bytes
}

const NO_BYTES = new Bytes(new Uint8Array())
const DEEPEST = 12

/** The style sheet of the document ([MS-DOC] 2.9.271): what paragraphs and characters look like before changes. */
export class DocStyles {
  private readonly styles: (Style | null)[] = []
  private readonly plain: CharacterLook
  private readonly looks = new Map<number, { paragraph: ParagraphLook; character: CharacterLook }>()

  constructor(sheet: Bytes) {
    const head = sheet.slice(2, sheet.u16(0))
    this.plain = plainLook(head.length >= 18 ? head.u16(12) : 0, head.length >= 18 ? head.u16(16) : 0)
    const fixed = head.u16(2)
    const count = Math.min(head.u16(0), 4096)
    let at = 2 + head.length
    for (let index = 0; index < count && at < sheet.length; index += 1) {
      const size = sheet.u16(at)
      this.styles.push(size === 0 ? null : readStyle(sheet.slice(at + 2, size), fixed))
      at += 2 + size
    }
  }

  /** Both looks a paragraph style gives. */
  of(index: number): { paragraph: ParagraphLook; character: CharacterLook } {
    const known = this.looks.get(index)
    if (known) return known
    let paragraph = plainParagraph(index)
    let character = this.plain
    for (const style of this.line(index).reverse()) {
      paragraph = changedParagraph(paragraph, style.paragraph)
      if (style.heading > 0) paragraph.outline = style.heading - 1
      character = changedCharacters(character, style.character, character)
    }
    const looks = { paragraph: { ...paragraph, style: index }, character }
    this.looks.set(index, looks)
    return looks
  }

  /** The changes a character style makes. */
  changes(index: number): Bytes | null {
    return this.styles[index]?.character ?? null
  }

  private line(index: number): Style[] {
    const line: Style[] = []
    for (let style = this.styles[index]; style && line.length < DEEPEST; style = this.styles[style.base])
      line.push(style)
    return line
  }
}

function readStyle(style: Bytes, fixed: number): Style {
  const kind = style.u16(2) & 15
  const sti = style.u16(0) & 0xfff
  let at = fixed + 2 + (style.u16(fixed) + 1) * 2
  const next = () => {
    const size = style.u16(at)
    const found = style.slice(at + 2, size)
    at += 2 + size + (size & 1)
    return found
  }
  const paragraph = kind === 1 ? next() : NO_BYTES
  return {
    base: style.u16(2) >> 4,
    heading: kind === 1 && sti >= 1 && sti <= 9 ? sti : 0,
    paragraph: paragraph.slice(2, paragraph.length),
    character: kind === 1 || kind === 2 ? next() : NO_BYTES,
  }
}

function plainLook(font: number, otherFont: number): CharacterLook {
  const off = { bold: false, italic: false, hidden: false, deleted: false, special: false }
  return { font, otherFont, ...off, picture: null, symbol: null }
}

function plainParagraph(style: number): ParagraphLook {
  const off = { inTable: false, rowEnd: false, innerCell: false, innerRowEnd: false, list: 0, level: 0 }
  return { style, ...off, alignment: 0, outline: 9 }
}

/** Names of the fonts by number ([MS-DOC] 2.9.275). */
export function fontNames(table: Bytes): string[] {
  const names: string[] = []
  const count = Math.min(table.u16(0), 4096)
  let at = 4
  for (let index = 0; index < count && at < table.length; index += 1) {
    const size = table.u8(at)
    const units = Math.max(0, Math.floor((size - 39) / 2))
    names.push((table.utf16(at + 40, units).split('\0', 1)[0] ?? '').trim())
    at += 1 + size
  }
  return names
}
