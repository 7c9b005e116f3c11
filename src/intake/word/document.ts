import type { SourceBlock } from '#core/press/source'
import { BlockList } from '../flow'
import type { Table } from '../tables'
import type { Warnings } from '../warnings'
import { closers, openers } from './elements'
import type { Fields } from './fields'
import type { Numbering } from './numbering'
import { newRun, Paragraph, type Run } from './paragraph'
import type { Styles } from './styles'
import type { Attributes, XmlHandler } from './xml'

/** What the document pass needs from the parts around it. */
export interface DocumentContext {
  styles: Styles
  numbering: Numbering
  fields: Fields
  warnings: Warnings
  /** Index of an embedded picture by relationship; null where it is remote or not there. */
  picture(relationship: string): number | null
  /** Takes note of a run in a font; null where the font says nothing about the encoding. */
  legacyFont(text: string, font: string | null): string | null
}

interface Container {
  list: BlockList
  /** A paragraph whose mark was deleted. */
  open: Paragraph | null
  tables: Table[]
}

/**
 * One pass over a part of WordprocessingML (ECMA-376 Part 1, 17) that keeps what a press release
 * needs: text in reading order, alignment, styles, tables, text boxes, pictures in place, tracked
 * changes as accepted, notes. Nothing in it is followed or run.
 */
export class DocumentReader implements XmlHandler {
  readonly containers: Container[] = [newContainer()]
  readonly paragraphs: Paragraph[] = []
  readonly runs: Run[] = []
  readonly context: DocumentContext
  /** Blocks of every note by kind and number, and the notes referred to, in order. */
  readonly notes = new Map<string, SourceBlock[]>()
  readonly references: string[] = []
  note = ''
  /** Counts whatever was put in, so that of two alternatives only the first that gives something is kept. */
  produced = 0
  readonly alternatives: number[] = []
  inRunProperties = false
  floating = false
  alt = ''
  private skipped = 0
  private inText = false
  private inCode = false

  constructor(context: DocumentContext) {
    this.context = context
  }

  get blocks(): SourceBlock[] {
    return this.containers[0]?.list.blocks ?? []
  }

  get container(): Container {
    return this.containers.at(-1) as Container
  }

  get paragraph(): Paragraph | undefined {
    return this.paragraphs.at(-1)
  }

  get run(): Run | undefined {
    return this.runs.at(-1)
  }

  open(name: string, attributes: Attributes): void {
    if (this.skipped > 0) {
      this.skipped += 1
      return
    }
    if (name === 'w:t' || name === 'm:t' || name === 'a:t') this.inText = true
    else if (name === 'w:instrText') this.inCode = true
    else openers[name]?.(this, attributes)
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped -= 1
      return
    }
    if (name === 'w:t' || name === 'm:t' || name === 'a:t') this.inText = false
    else if (name === 'w:instrText') this.inCode = false
    else closers[name]?.(this)
  }

  text(value: string): void {
    if (this.skipped > 0) return
    if (this.inText) this.put(value)
    else if (this.inCode) this.context.fields.code(value)
  }

  /** Leaves out the element just opened with everything inside. */
  skip(): void {
    this.skipped = 1
  }

  put(text: string): void {
    const { styles, legacyFont } = this.context
    const paragraph = this.paragraph
    const run = this.run ?? newRun()
    if (!paragraph || run.hidden) return
    const ask = <K extends 'bold' | 'italic' | 'font'>(question: K) =>
      run[question] ?? styles.ask(run.style, question) ?? styles.ask(paragraph.style, question)
    const font = ask('font') ?? styles.defaults.font ?? null
    const look = { bold: ask('bold') ?? false, italic: ask('italic') ?? false }
    paragraph.flow.text(text, look, legacyFont(text, font))
    this.produced += 1
  }

  lineBreak(): void {
    if (!this.paragraph?.inProperties) this.paragraph?.flow.lineBreak()
  }

  picture(relationship: string | undefined, remote: boolean): void {
    if (relationship === undefined) return
    if (remote) this.context.warnings.add('remote-left-out')
    const index = remote ? null : this.context.picture(relationship)
    const paragraph = this.paragraph
    if (!paragraph) return
    this.produced += 1
    if (!this.floating) paragraph.flow.picture(index, this.alt)
    else
      paragraph.before.push({ kind: 'picture', text: this.alt, gap: 0, ...(index === null ? {} : { picture: index }) })
  }

  openParagraph(): void {
    const { styles } = this.context
    const open = this.container.open
    const paragraph = new Paragraph(styles.defaultParagraph, open?.flow)
    if (open) paragraph.before.push(...open.before)
    if (open) paragraph.after.push(...open.after)
    this.container.open = null
    this.paragraphs.push(paragraph)
  }

  closeParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (!paragraph) return
    if (paragraph.markDeleted) this.container.open = paragraph
    else this.finish(paragraph)
  }

  openContainer(): void {
    this.containers.push(newContainer())
  }

  closeContainer(): SourceBlock[] {
    if (this.container.open) this.finish(this.container.open)
    return this.containers.length > 1 ? (this.containers.pop() as Container).list.blocks : []
  }

  /** Ends the document: a paragraph left open by a tracked deletion still counts. */
  end(): void {
    if (this.container.open) this.finish(this.container.open)
  }

  private finish(paragraph: Paragraph): void {
    const { styles, numbering } = this.context
    const at = paragraph.numbering(styles)
    const label = at && !paragraph.flow.untouched ? numbering.next(at.list, at.level) : ''
    this.container.open = null
    this.container.list.add(paragraph.blocks(styles, label))
  }
}

function newContainer(): Container {
  return { list: new BlockList(), open: null, tables: [] }
}
