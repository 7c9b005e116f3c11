import type { SourceBlock } from '#core/press/source'
import { BlockList, Flow, type ParagraphProps } from '../flow'
import { type Table, tableBlocks } from '../tables'
import type { Warnings } from '../warnings'
import type { OdtStyles } from './odt-styles'
import type { PackagePictures } from './package-pictures'
import type { Attributes, XmlHandler } from './xml'

export interface OdtContext {
  styles: OdtStyles
  pictures: PackagePictures
  warnings: Warnings
  legacyFont(text: string, font: string | null): string | null
}

interface OpenParagraph {
  flow: Flow
  style: string
  level: number
  after: SourceBlock[]
}

/** Content that is not text of the document: deletions kept for tracking, comments, the numbers of notes. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note-citation',
  'office:forms',
  'text:hidden-text',
  'text:sequence-decls',
  'draw:object',
  'svg:title',
])

/** One pass over the body of an OpenDocument text (ODF 1.3 part 3), in reading order. */
export class OdtReader implements XmlHandler {
  readonly notes: SourceBlock[] = []
  private readonly lists: BlockList[] = [new BlockList()]
  private readonly tables: Table[] = []
  private readonly paragraphs: OpenParagraph[] = []
  private readonly spans: string[] = []
  private inBody = false
  private skipped = 0
  private listDepth = 0
  private alt = ''
  private describing = false
  private image: string | null = null

  constructor(private readonly context: OdtContext) {}

  get blocks(): SourceBlock[] {
    return this.lists[0]?.blocks ?? []
  }

  open(name: string, attributes: Attributes): void {
    if (this.skipped > 0 || SKIPPED.has(name)) this.skipped += 1
    else if (name === 'office:text') this.inBody = true
    else if (this.inBody) this.openInBody(name, attributes)
  }

  close(name: string): void {
    if (this.skipped > 0) this.skipped -= 1
    else if (this.inBody) this.closeInBody(name)
  }

  text(value: string): void {
    if (this.skipped > 0 || !this.inBody) return
    if (this.describing) this.alt += value
    else this.put(value)
  }

  private openInBody(name: string, attributes: Attributes): void {
    const style = attributes['style-name'] ?? ''
    if (name === 'text:p' || name === 'text:h') {
      const level = name === 'text:h' ? Math.max(1, Number(attributes['outline-level'] ?? 1)) : 0
      this.paragraphs.push({ flow: new Flow(), style: `paragraph/${style}`, level, after: [] })
    } else if (name === 'text:span') this.spans.push(`text/${style}`)
    else if (name === 'text:s') this.put(' ')
    else if (name === 'text:tab') this.put(' ')
    else if (name === 'text:line-break') this.paragraph?.flow.lineBreak()
    else if (name === 'text:list-item') this.listDepth += 1
    else if (name === 'table:table') this.tables.push([])
    else if (name === 'table:table-row') this.tables.at(-1)?.push([])
    else if (CONTAINERS.has(name)) this.lists.push(new BlockList())
    else if (name === 'draw:frame') this.alt = ''
    else if (name === 'svg:desc') this.describing = true
    else if (name === 'draw:image') this.image = attributes.href ?? null
    else if (name === 'text:deletion') this.context.warnings.add('word-tracked-changes')
    else if (name === 'draw:object-ole') this.context.warnings.add('word-embedded')
  }

  private closeInBody(name: string): void {
    if (name === 'text:p' || name === 'text:h') this.closeParagraph()
    else if (name === 'text:span') this.spans.pop()
    else if (name === 'text:list-item') this.listDepth -= 1
    else if (name === 'draw:frame') this.closeFrame()
    else if (name === 'svg:desc') this.describing = false
    else if (name === 'table:table') this.list.add(tableBlocks(this.tables.pop() ?? []))
    else if (CONTAINERS.has(name) && this.lists.length > 1)
      this.closeContainer(name, (this.lists.pop() as BlockList).blocks)
  }

  private closeContainer(name: string, blocks: SourceBlock[]): void {
    if (name === 'table:table-cell') this.tables.at(-1)?.at(-1)?.push(blocks)
    else if (name === 'text:note-body')
      this.notes.push(...blocks.map((block): SourceBlock => ({ ...block, kind: 'footnote' })))
    else if (this.paragraph) this.paragraph.after.push(...blocks)
    else this.list.add(blocks)
  }

  private get list(): BlockList {
    return this.lists.at(-1) as BlockList
  }

  private get paragraph(): OpenParagraph | undefined {
    return this.paragraphs.at(-1)
  }

  private put(text: string): void {
    const { styles, legacyFont } = this.context
    const { paragraph } = this
    if (!paragraph) return
    const ask = <K extends 'bold' | 'italic' | 'font'>(question: K) =>
      styles.ask(this.spans.at(-1) ?? null, question) ??
      styles.ask(paragraph.style, question) ??
      styles.defaults[question]
    const look = { bold: ask('bold') ?? false, italic: ask('italic') ?? false }
    paragraph.flow.text(text, look, legacyFont(text, ask('font') ?? null))
  }

  /** Known at the end of its frame, after the words that describe it. */
  private closeFrame(): void {
    const { image } = this
    this.image = null
    if (image === null) return
    const remote = /^[a-z][a-z0-9+.-]*:/i.test(image)
    if (remote) this.context.warnings.add('remote-left-out')
    const index = remote ? null : this.context.pictures.meet(image.replace(/^\.\//, ''))
    if (this.paragraph) this.paragraph.flow.picture(index, this.alt)
    else this.list.add([{ kind: 'picture', text: this.alt, gap: 0, ...(index === null ? {} : { picture: index }) }])
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (!paragraph) return
    this.list.add([...paragraph.flow.finish(this.props(paragraph)), ...paragraph.after])
  }

  private props({ style, level }: OpenParagraph): ParagraphProps {
    const { styles } = this.context
    const name = styles.nameOf(style)
    const alignment = styles.ask(style, 'alignment') ?? styles.defaults.alignment
    const heading = level > 0 || name === 'title'
    return {
      kind: heading ? 'heading' : this.listDepth > 0 ? 'list-item' : 'paragraph',
      ...(heading ? { level: Math.min(6, level || 1) } : {}),
      ...(alignment === 'center' ? { centered: true } : {}),
      ...(alignment === 'end' || alignment === 'right' ? { right: true } : {}),
      ...(name === 'title' ? { role: 'title' as const } : {}),
      ...(/^(caption|illustration|figure|drawing)$/.test(name) ? { role: 'caption' as const } : {}),
    }
  }
}

const CONTAINERS = new Set(['table:table-cell', 'draw:text-box', 'text:note-body'])
