import type { SourceText } from '#core/press/source'
import { BlockList, Flow } from '../flow'
import { legacyFonts } from '../legacy'
import { PictureList } from '../pictures'
import type { EmbeddedPicture } from '../protocol'
import type { Warnings } from '../warnings'
import { RtfFonts } from './rtf-fonts'
import { RtfTable } from './rtf-table'
import { type RtfToken, rtfTokens } from './rtf-tokens'
import { CHARACTERS, SKIPPED } from './rtf-words'

/** What a group inherits from the one around it. */
interface State {
  /** `property` is a value of a shape: no text, but it may hold a picture. */
  destination: 'text' | 'fonts' | 'picture' | 'note' | 'property' | 'skip'
  font: number
  bold: boolean
  italic: boolean
  hidden: boolean
  /** How many bytes stand for a Unicode character in readers that know none. */
  fallback: number
}

interface ParagraphState {
  alignment: string
  outline: number
  list: boolean
  inTable: boolean
}

/**
 * Reads a Rich Text file: text with bold, italic, alignment, tables, notes, pictures in place; old
 * Vietnamese fonts as Unicode. Never fails: what is cut off is simply not there.
 */
export function readRtf(bytes: Uint8Array, warnings: Warnings): { source: SourceText; pictures: EmbeddedPicture[] } {
  const reader = new RtfReader(warnings)
  for (const token of rtfTokens(bytes)) reader.take(token)
  return reader.finish()
}

class RtfReader {
  private state: State = { destination: 'text', font: 0, bold: false, italic: false, hidden: false, fallback: 1 }
  private readonly groups: State[] = []
  private readonly fonts = new RtfFonts()
  private readonly pictures = new PictureList()
  private readonly notes = new BlockList()
  private readonly list = new BlockList()
  private paragraph: ParagraphState = newParagraph()
  private flow = new Flow()
  private noteFlow = new Flow()
  private readonly table = new RtfTable()
  private pendingBytes: number[] = []
  private skipBytes = 0
  private hex = ''
  private starred = false

  constructor(
    private readonly warnings: Warnings,
    private readonly legacyFont = legacyFonts(warnings),
  ) {}

  take(token: RtfToken): void {
    if (token.kind !== 'byte') this.flushBytes()
    switch (token.kind) {
      case 'open':
        this.groups.push({ ...this.state })
        return
      case 'close':
        this.closeGroup()
        return
      case 'word':
        this.word(token.name, token.value)
        return
      case 'byte':
        this.byte(token.value)
        return
      case 'binary':
        this.binary(token.bytes)
        return
      case 'text':
        this.plain(token.value)
    }
  }

  finish(): { source: SourceText; pictures: EmbeddedPicture[] } {
    this.flushBytes()
    this.endParagraph()
    this.endTable()
    const blocks = [...this.list.blocks]
    for (const block of this.notes.blocks) blocks.push({ ...block, kind: 'footnote' })
    return { source: { origin: 'word', blocks, meta: {} }, pictures: this.pictures.list }
  }

  private closeGroup(): void {
    const { destination } = this.state
    this.state = this.groups.pop() ?? this.state
    if (destination === 'picture' && this.state.destination !== 'picture') this.endPicture()
    if (destination === 'note' && this.state.destination !== 'note') {
      this.notes.add(this.noteFlow.finish({ kind: 'paragraph' }))
      this.noteFlow = new Flow()
    }
  }

  private word(name: string, value: number | null): void {
    const { state } = this
    if (name === '*') {
      this.starred = true
      return
    }
    const starred = this.starred
    this.starred = false
    if (name === 'fonttbl') state.destination = 'fonts'
    else if (name === 'pict') this.beginPicture()
    else if (name === 'footnote') state.destination = 'note'
    else if (SKIPPED.has(name) || (starred && !['shppict', 'shptxt', 'shpinst'].includes(name))) this.skip(name)
    else if (state.destination === 'skip') return
    else if (name === 'f') this.font(value ?? 0)
    else if (name === 'fcharset') this.fonts.charset(state.font, value ?? 0)
    else if (name === 'ansicpg') this.fonts.codePage(value ?? 1252)
    else if (name === 'sv') state.destination = 'property'
    else if (name === 'uc') state.fallback = value ?? 1
    else if (name === 'u') this.unicode(value ?? 0)
    else this.format(name, value)
  }

  private format(name: string, value: number | null): void {
    const { state, paragraph } = this
    const on = value !== 0
    const character = CHARACTERS[name]
    if (character !== undefined) this.put(character)
    else if (name === 'par' || name === '\n' || name === 'sect') this.endParagraph()
    else if (name === 'line' || name === 'page') this.target.lineBreak()
    else if (name === 'nestcell') this.endParagraph()
    else if (name === 'cell') this.endCell()
    else if (name === 'row') this.table.endRow()
    else if (name === 'b') state.bold = on
    else if (name === 'i') state.italic = on
    else if (name === 'v' || name === 'deleted') state.hidden = on
    else if (name === 'plain') Object.assign(state, { bold: false, italic: false, hidden: false })
    else if (name === 'pard') this.paragraph = newParagraph()
    else if (name === 'qc' || name === 'qr') paragraph.alignment = name
    else if (name === 'ql' || name === 'qj') paragraph.alignment = ''
    else if (name === 'outlinelevel') paragraph.outline = value ?? 9
    else if (name === 'ls' || name === 'pnlvlbody') paragraph.list = true
    else if (name === 'intbl') paragraph.inTable = true
  }

  private skip(name: string): void {
    if (name === 'object' || name === 'objdata') this.warnings.add('word-embedded')
    this.state.destination = 'skip'
  }

  private font(number: number): void {
    this.state.font = number
    if (this.state.destination === 'fonts') this.fonts.begin(number)
  }

  private unicode(value: number): void {
    this.put(String.fromCharCode(value < 0 ? value + 65536 : value))
    this.skipBytes = this.state.fallback
  }

  /** Bytes are collected, since a letter may take two in some code pages. */
  private byte(value: number): void {
    if (this.skipBytes > 0) this.skipBytes -= 1
    else this.pendingBytes.push(value)
  }

  private plain(text: string): void {
    const rest = text.slice(this.skipBytes)
    this.skipBytes = Math.max(0, this.skipBytes - text.length)
    if (this.state.destination === 'picture') this.hex += rest.replace(/[^0-9a-f]/gi, '')
    else if (this.state.destination === 'fonts') this.fonts.name(this.state.font, rest)
    else if (/[\x80-\xff]/.test(rest)) this.put(this.decoded([...rest].map((letter) => letter.charCodeAt(0))))
    else this.put(rest)
  }

  private flushBytes(): void {
    if (this.pendingBytes.length === 0) return
    const text = this.decoded(this.pendingBytes)
    this.pendingBytes = []
    if (this.state.destination !== 'fonts') this.put(text)
  }

  private decoded(bytes: number[]): string {
    const { font } = this.state
    return this.fonts.decode(bytes, font, this.legacyFont('', this.fonts.nameOf(font)) !== null)
  }

  private get target(): Flow {
    return this.state.destination === 'note' ? this.noteFlow : this.flow
  }

  private put(text: string): void {
    const { destination, hidden, bold, italic } = this.state
    if (hidden || (destination !== 'text' && destination !== 'note')) return
    this.target.text(text, { bold, italic }, this.legacyFont(text, this.fonts.nameOf(this.state.font)))
  }

  private beginPicture(): void {
    if (this.state.destination === 'skip') return
    this.state.destination = 'picture'
    this.hex = ''
  }

  private binary(bytes: Uint8Array): void {
    if (this.state.destination === 'picture') this.addPicture(bytes)
  }

  private endPicture(): void {
    if (this.hex.length < 64) return
    const bytes = new Uint8Array(Buffer.from(this.hex, 'hex'))
    this.hex = ''
    this.addPicture(bytes)
  }

  private addPicture(bytes: Uint8Array): void {
    const index = this.pictures.indexOf(`rtf ${this.pictures.list.length} ${bytes.length}`, () => bytes.slice(), '')
    if (index !== null) this.flow.picture(index, '')
  }

  private endParagraph(): void {
    if (this.state.destination === 'note') {
      this.noteFlow.lineBreak()
      return
    }
    const { alignment, outline, list, inTable } = this.paragraph
    const blocks = this.flow.finish({
      kind: outline < 9 ? 'heading' : list ? 'list-item' : 'paragraph',
      ...(outline < 9 ? { level: Math.min(6, outline + 1) } : {}),
      centered: alignment === 'qc',
      right: alignment === 'qr',
    })
    this.flow = new Flow()
    if (inTable) this.table.add(blocks)
    else {
      this.endTable()
      this.list.add(blocks)
    }
  }

  private endCell(): void {
    this.paragraph.inTable = true
    this.endParagraph()
    this.table.endCell()
  }

  private endTable(): void {
    const blocks = this.table.take()
    if (blocks.length > 0) this.list.add(blocks)
  }
}

function newParagraph(): ParagraphState {
  return { alignment: '', outline: 9, list: false, inTable: false }
}
