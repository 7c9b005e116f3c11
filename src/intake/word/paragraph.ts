import type { SourceBlock } from '#core/press/source'
import { Flow, type ParagraphProps } from '../flow'
import type { Styles } from './styles'

/** A run's own formatting; null where it leaves the matter to its styles. */
export interface Run {
  style: string | null
  bold: boolean | null
  italic: boolean | null
  font: string | null
  hidden: boolean
}

/** A run that says nothing of its own. */
export function newRun(): Run {
  return { style: null, bold: null, italic: null, font: null, hidden: false }
}

const LONGEST_CAPTION = 400

/** A paragraph while it is read. */
export class Paragraph {
  readonly flow: Flow
  style: string | null
  alignment: string | null = null
  outline: number | null = null
  list: string | null = null
  level: number | null = null
  inProperties = false
  /** A tracked deletion of the paragraph mark: the next paragraph goes on in this one. */
  markDeleted = false
  /** Floating pictures stand before the text they are anchored to, text boxes after it. */
  readonly before: SourceBlock[] = []
  readonly after: SourceBlock[] = []

  constructor(style: string | null, flow = new Flow()) {
    this.style = style
    this.flow = flow
  }

  blocks(styles: Styles, label: string): SourceBlock[] {
    const blocks = this.flow.finish(this.props(styles))
    const first = blocks.find((block) => block.kind !== 'picture')
    if (first && label) first.text = `${label} ${first.text}`
    // A floating picture with a text box beside it: the box holds its caption.
    const captions = this.before.length > 0 && this.after.every(({ text }) => text.length <= LONGEST_CAPTION)
    if (!captions) return [...this.before, ...blocks, ...this.after]
    return [...this.before, ...this.after.map((block) => ({ role: 'caption' as const, ...block })), ...blocks]
  }

  /** List and level this paragraph is numbered by, its own or its style's; null for none. */
  numbering(styles: Styles): { list: string; level: number } | null {
    const list = this.list ?? styles.ask(this.style, 'list') ?? null
    if (list === null || list === '0') return null
    return { list, level: this.level ?? styles.ask(this.style, 'level') ?? 0 }
  }

  private props(styles: Styles): ParagraphProps {
    const name = this.style === null ? '' : styles.nameOf(this.style)
    const outline = this.outline ?? styles.ask(this.style, 'outline') ?? 9
    const alignment = this.alignment ?? styles.ask(this.style, 'alignment') ?? styles.defaults.alignment
    const heading = name === 'title' || outline < 9 || /^heading \d/.test(name)
    const level = name === 'title' ? 1 : Math.min(6, outline < 9 ? outline + 1 : Number(/\d/.exec(name)?.[0] ?? 1))
    return {
      kind: heading ? 'heading' : this.kindByName(name, styles),
      ...(heading ? { level } : {}),
      ...(alignment === 'center' ? { centered: true } : {}),
      ...(alignment === 'right' || alignment === 'end' ? { right: true } : {}),
      ...(name === 'title' ? { role: 'title' as const } : {}),
      ...(name === 'caption' ? { role: 'caption' as const } : {}),
    }
  }

  private kindByName(name: string, styles: Styles): ParagraphProps['kind'] {
    if (/quote$/.test(name)) return 'quote'
    if (/^(foot|end)note text$/.test(name)) return 'footnote'
    return this.numbering(styles) ? 'list-item' : 'paragraph'
  }
}
