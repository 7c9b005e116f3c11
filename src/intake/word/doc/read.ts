import type { SourceBlock } from '#core/press/source'
import { legacyEncodingOf } from '#core/text/legacy'
import { legacyFonts } from '../../legacy'
import { PictureList } from '../../pictures'
import type { Warnings } from '../../warnings'
import { Fields } from '../fields'
import type { Numbering } from '../numbering'
import type { WordRead } from '../read'
import { Bytes } from './bytes'
import { type CompoundFile, openCompound } from './compound'
import { type Fib, readFib } from './fib'
import { FieldMarks } from './field-marks'
import { docNumbering } from './lists'
import { floatingPictures, inlinePicture } from './pictures'
import { type Piece, textPieces } from './pieces'
import { type CharacterLook, changedCharacters, changedParagraph, type ParagraphLook } from './properties'
import { characterRuns, paragraphRuns, Runs } from './runs'
import { type Inline, Story } from './story'
import { DocStyles, fontNames } from './styles'

/**
 * Reads a Word 97–2003 document ([MS-DOC]): text with its looks, tables, notes, text boxes, pictures in
 * place, old Vietnamese fonts as Unicode. Of Word 6 and 95 the text alone. Headers and footers are left out.
 * @throws KhoError file-damaged, file-encrypted
 */
export function readDoc(bytes: Uint8Array, file: string, warnings: Warnings): WordRead {
  const compound = openCompound(bytes, file)
  const document = compound.stream('WordDocument') ?? EMPTY
  const fib = readFib(document, file)
  if (compound.names.includes('Macros') || compound.names.includes('_VBA_PROJECT')) warnings.add('word-macros')
  if (compound.names.includes('\x03ObjInfo')) warnings.add('word-embedded')
  if (fib.counts.comments > 0) warnings.add('word-comments')
  return new DocReader(compound, document, fib, warnings).read()
}

const EMPTY = new Bytes(new Uint8Array())

type Part = keyof Fib['counts']
const PARTS: Part[] = ['main', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'boxes']
const KEPT: Part[] = ['main', 'boxes', 'footnotes', 'endnotes']

/** Characters that are marks ([MS-DOC] 2.4.1) and what stands for them. */
const MARKS: Record<string, string> = { '\t': ' ', '\x1e': '-', '\x1f': '', '\xa0': ' ' }

class DocReader {
  private readonly table: Bytes
  private readonly data: Bytes
  private readonly styles: DocStyles
  private readonly fonts: string[]
  private readonly characters: Runs
  private readonly paragraphs: Runs
  private readonly pictures = new PictureList()
  private readonly floating: Map<number, Uint8Array>
  private readonly shapes: Map<number, number>
  private pictureBytesLeft: number
  private readonly legacy: ReturnType<typeof legacyFonts>
  private readonly fields: FieldMarks
  private readonly numbering: Numbering
  private readonly stories = new Map<Part, Story>(PARTS.map((part) => [part, new Story()]))
  private characterLooks = new Map<object, Map<number, { look: CharacterLook; inline: Inline }>>()
  private paragraphLooks = new Map<object, ParagraphLook>()

  constructor(
    compound: CompoundFile,
    private readonly document: Bytes,
    private readonly fib: Fib,
    warnings: Warnings,
  ) {
    this.table = compound.stream(fib.table) ?? EMPTY
    this.data = compound.stream('Data') ?? EMPTY
    const of = (name: Parameters<Fib['place']>[0]) => {
      const { at, length } = fib.place(name)
      return fib.old ? EMPTY : this.table.slice(at, length)
    }
    this.styles = new DocStyles(of('styles'))
    this.fonts = fontNames(of('fonts'))
    this.characters = fib.old ? new Runs([]) : characterRuns(document, this.table, fib)
    this.paragraphs = fib.old ? new Runs([]) : paragraphRuns(document, this.table, fib)
    this.pictureBytesLeft = document.length + this.data.length
    this.floating = floatingPictures(of('drawings'), document)
    this.shapes = shapePlaces(of('shapes'))
    this.legacy = legacyFonts(warnings)
    this.numbering = docNumbering(this.table, fib)
    this.fields = new FieldMarks(new Fields(warnings))
  }

  read(): WordRead {
    let place = 0
    for (const piece of textPieces(this.document, this.table, this.fib)) {
      this.take(piece, place)
      place += piece.text.length
    }
    const plain = this.styles.of(0).paragraph
    const blocks: SourceBlock[] = []
    for (const part of KEPT) {
      const found = (this.stories.get(part) as Story).finish(plain)
      const note = part === 'footnotes' || part === 'endnotes'
      for (const block of found) blocks.push(note && block.text !== '' ? { ...block, kind: 'footnote' } : block)
    }
    return { source: { origin: 'word', blocks, meta: {} }, pictures: this.pictures.list }
  }

  /** Reads on through a piece, one stretch of the same look at a time. */
  private take(piece: Piece, place: number): void {
    const { text, width } = piece
    let start = 0
    while (start < text.length) {
      const byte = piece.at + start * width
      const run = this.characters.find(byte)
      const { part, end: partEnd } = this.partAt(place + start)
      const runEnd = run ? Math.max(start + 1, Math.ceil((run.to - piece.at) / width)) : text.length
      const special = nextMark(text, start)
      const end = Math.min(runEnd, text.length, Math.max(start + 1, partEnd - place), Math.max(start + 1, special))
      this.stretch(text.slice(start, end), byte, place + start, part)
      start = end
    }
  }

  private partAt(place: number): { part: Part; end: number } {
    let end = 0
    for (const part of PARTS) {
      end += this.fib.counts[part]
      if (place < end) return { part, end }
    }
    // What lies behind all parts belongs to the headers.
    return { part: 'headers', end: Number.POSITIVE_INFINITY }
  }

  private stretch(text: string, byte: number, place: number, part: Part): void {
    const story = this.stories.get(part) as Story
    const paragraph = this.paragraphAt(byte)
    const { look, inline } = this.lookAt(byte, paragraph)
    const mark = text.charCodeAt(0)
    if (mark === 0x0d || mark === 0x0c) {
      if (!look.deleted) story.end(paragraph)
    } else if (mark === 0x07) story.endCell(paragraph)
    else if (mark >= 0x13 && mark <= 0x15) this.fields.mark(mark)
    else if (look.deleted || look.hidden) return
    else if (this.fields.inCode) this.fields.code(text)
    else this.content(story, text, paragraph, { look, inline, place })
  }

  private content(
    story: Story,
    text: string,
    paragraph: ParagraphLook,
    { look, inline, place }: { look: CharacterLook; inline: Inline; place: number },
  ): void {
    const mark = text.charCodeAt(0)
    if (paragraph.list > 0 && story.atStart) {
      const number = this.numbering.next(String(paragraph.list), paragraph.level)
      if (number !== '') story.text(`${number} `, { ...inline, font: null })
    }
    if (look.symbol && look.special) story.text(...this.symbol(look.symbol, inline))
    else if (mark === 0x0b || mark === 0x0e) story.lineBreak()
    else if (mark === 0x01 && look.picture !== null) this.inline(story, look.picture)
    else if (mark === 0x08) this.shape(story, place)
    else if (mark >= 0x20 || text in MARKS) {
      const shown = this.fontOf(text, inline)
      // An optional hyphen is written over U+00AD, which is the letter ư of TCVN3.
      story.text(mark === 0x1f && shown.font !== null ? '\u00ad' : (MARKS[text] ?? text), shown)
    }
  }

  private fontOf(text: string, inline: Inline): Inline {
    return { ...inline, font: this.legacy(text, inline.font) }
  }

  private symbol({ font, code }: { font: number; code: number }, inline: Inline): [string, Inline] {
    const text = String.fromCharCode(code)
    const name = this.fonts[font] ?? null
    const legacy = this.legacy(text, name)
    return [legacy || code < 0xf000 ? text : ' ', { ...inline, font: legacy }]
  }

  private inline(story: Story, at: number): void {
    this.picture(story, `data ${at}`, () => inlinePicture(this.data, at))
  }

  private shape(story: Story, place: number): void {
    const id = this.shapes.get(place)
    if (id !== undefined) this.picture(story, `shape ${id}`, () => this.floating.get(id) ?? null)
  }

  /** Together pictures are no larger than the file, whatever points at the same bytes again and again. */
  private picture(story: Story, key: string, find: () => Uint8Array | null): void {
    const taken = () => {
      const bytes = find()
      if (!bytes || bytes.length > this.pictureBytesLeft) return null
      this.pictureBytesLeft -= bytes.length
      return bytes.slice()
    }
    const index = this.pictures.indexOf(key, taken, '')
    if (index !== null) story.picture(index)
  }

  private paragraphAt(byte: number): ParagraphLook {
    const run = this.paragraphs.find(byte)
    if (!run) return this.styles.of(0).paragraph
    const known = this.paragraphLooks.get(run)
    if (known) return known
    const style = this.styles.of(run.changes.u16(0)).paragraph
    const look = changedParagraph(style, run.changes.slice(2, run.changes.length))
    this.paragraphLooks.set(run, look)
    return look
  }

  private lookAt(byte: number, { style }: ParagraphLook): { look: CharacterLook; inline: Inline } {
    const run = this.characters.find(byte) ?? NO_RUN
    const known = this.characterLooks.get(run)?.get(style)
    if (known) return known
    const base = this.styles.of(style).character
    const changed = changedCharacters(base, run.changes, base, (index) => this.styles.changes(index))
    const names = [this.fonts[changed.font], this.fonts[changed.otherFont]]
    const font = names.find((name) => name && legacyEncodingOf(name) !== null) ?? names[0] ?? null
    const made = { look: changed, inline: { bold: changed.bold, italic: changed.italic, font } }
    const byStyle = this.characterLooks.get(run) ?? new Map<number, typeof made>()
    this.characterLooks.set(run, byStyle.set(style, made))
    return made
  }
}

const NO_RUN = { changes: EMPTY }

/** The next character from `start` on that is a mark of its own; the end of the text where there is none. */
function nextMark(text: string, start: number): number {
  SPECIAL.lastIndex = start
  const found = SPECIAL.exec(text)
  return found ? found.index : text.length
}

const SPECIAL = /[\0-\x1f\xa0]/g

/** Where the shapes are anchored: place in the text → number of the shape ([MS-DOC] 2.9.253). */
function shapePlaces(list: Bytes): Map<number, number> {
  const count = Math.max(0, Math.floor((list.length - 4) / 30))
  const places = new Map<number, number>()
  for (let index = 0; index < count; index += 1) {
    places.set(list.u32(index * 4), list.u32((count + 1) * 4 + index * 26))
  }
  return places
}
