import type { SourceBlock } from '#core/press/source'
import { decodeRuns, legacyEncodingOf } from '#core/text/legacy'
import { oneLine } from './clean'

/** How a paragraph looks and what it claims to be; the same for Word and web pages. */
export type ParagraphProps = Pick<SourceBlock, 'level' | 'centered' | 'right' | 'role'> & {
  kind: Exclude<SourceBlock['kind'], 'picture'>
}

interface Look {
  bold: boolean
  italic: boolean
}

interface Piece extends Look {
  text: string
  font: string | null
}

interface Line {
  pieces: Piece[]
  pictures: { index: number | null; alt: string; afterText: boolean }[]
}

/** The inline content of one paragraph while it is read; becomes one block or more. */
export class Flow {
  private lines: Line[] = [{ pieces: [], pictures: [] }]

  /** @param font as the container names it; letters of old Vietnamese fonts become Unicode in the end */
  text(text: string, look: Look, font: string | null): void {
    const before = this.last().pieces.at(-1)
    const same = before && before.font === font && before.bold === look.bold && before.italic === look.italic
    // In one piece, since a letter of an old font is told by the letters around it.
    if (same) before.text += text
    else if (text !== '') this.last().pieces.push({ text, font, ...look })
  }

  lineBreak(): void {
    this.lines.push({ pieces: [], pictures: [] })
  }

  /** @param index of the picture taken along, null where only its place is known */
  picture(index: number | null, alt: string): void {
    const line = this.last()
    line.pictures.push({ index, alt, afterText: line.pieces.some((piece) => piece.text.trim() !== '') })
  }

  /** True where nothing was put in: not even a break. */
  get untouched(): boolean {
    const only = this.lines[0]
    return this.lines.length === 1 && only?.pieces.length === 0 && only.pictures.length === 0
  }

  /** The blocks of this paragraph; an empty one gives none. `gap` counts empty lines inside. */
  finish(props: ParagraphProps): SourceBlock[] {
    const blocks: SourceBlock[] = []
    let group: Line[] = []
    let gap = 0
    const flush = () => {
      if (group.length > 0) blocks.push(textBlock(group, props, gap))
      if (group.length > 0) gap = 0
      group = []
    }
    for (const line of this.lines) {
      const text = lineText(line)
      if (text === '' && line.pictures.length === 0) {
        flush()
        gap += 1
        continue
      }
      if (line.pictures.length > 0 || (group.length > 0 && !continues(group.at(-1) as Line, line, props))) flush()
      for (const picture of line.pictures.filter((one) => !one.afterText)) blocks.push(pictureBlock(picture, gap))
      if (text !== '') group.push(line)
      if (line.pictures.length > 0) flush()
      for (const picture of line.pictures.filter((one) => one.afterText)) blocks.push(pictureBlock(picture, 0))
    }
    flush()
    return blocks
  }

  private last(): Line {
    return this.lines[this.lines.length - 1] as Line
  }
}

/**
 * Whether a line goes on with the sentence or title before it. Offices type Shift+Enter both inside
 * a centred title and between paragraphs.
 */
function continues(before: Line, line: Line, props: ParagraphProps): boolean {
  const a = lookOf([before])
  const b = lookOf([line])
  if (a.bold !== b.bold || a.italic !== b.italic) return false
  if (props.kind === 'heading' || props.centered || props.kind === 'table-row') return true
  return !/[.!?…:;”"»)]$/.test(lineText(before)) && /^[\p{Ll},;)]/u.test(lineText(line))
}

function lineText(line: Line): string {
  const old = line.pieces.some((piece) => piece.font !== null && legacyEncodingOf(piece.font) !== null)
  const texts = old
    ? decodeRuns(line.pieces.map(({ text, font }) => ({ text, font: font ?? '' })))
    : line.pieces.map((piece) => piece.text)
  return oneLine(texts.join(''))
}

/** Bold or italic only where every visible letter is. */
function lookOf(lines: Line[]): Look {
  const seen = lines.flatMap((line) => line.pieces).filter((piece) => piece.text.trim() !== '')
  return {
    bold: seen.length > 0 && seen.every((piece) => piece.bold),
    italic: seen.length > 0 && seen.every((piece) => piece.italic),
  }
}

function textBlock(lines: Line[], props: ParagraphProps, gap: number): SourceBlock {
  const look = lookOf(lines)
  return {
    kind: props.kind,
    text: lines.map(lineText).join(' '),
    gap,
    ...(props.level ? { level: props.level } : {}),
    ...(look.bold ? { bold: true } : {}),
    ...(look.italic ? { italic: true } : {}),
    ...(props.centered ? { centered: true } : {}),
    ...(props.right ? { right: true } : {}),
    ...(props.role ? { role: props.role } : {}),
  }
}

function pictureBlock(picture: { index: number | null; alt: string }, gap: number): SourceBlock {
  const block: SourceBlock = { kind: 'picture', text: oneLine(picture.alt), gap }
  return picture.index === null ? block : { ...block, picture: picture.index }
}

/** Blocks in a row, with empty paragraphs counted into the gap of the next one. */
export class BlockList {
  readonly blocks: SourceBlock[] = []
  private gap = 0

  add(blocks: SourceBlock[]): void {
    if (blocks.length === 0) {
      this.gap += 1
      return
    }
    const [first, ...rest] = blocks
    if (first) this.blocks.push({ ...first, gap: first.gap + this.gap })
    for (const block of rest) this.blocks.push(block)
    this.gap = 0
  }
}
