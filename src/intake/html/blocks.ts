import type { SourceBlock } from '#core/press/source'
import { oneLine } from '../clean'
import { BlockList, Flow } from '../flow'
import { type Table, tableBlocks } from '../tables'
import { attribute, type HtmlElement, type HtmlNode, hintsOf, isBlock, isElement, isText, textOf } from './dom'
import { roleOf } from './hints'
import { type Looks, looksOf } from './looks'
import type { MainPart } from './main'
import { hintsTitle } from './title'

/** A block with where it stood, for telling article from page. */
export interface PageBlock {
  block: SourceBlock
  where: 'before' | 'main' | 'after'
  /** Inside what the page's markup calls the article. */
  claimed: boolean
  furniture: boolean
  /** Share of its letters that are links. */
  links: number
  /** What the page calls itself, or what calls itself the headline. */
  title: 'said' | 'hinted' | null
}

type Facts = Omit<PageBlock, 'block'>

/** What building blocks needs to know of the page. */
export interface PageOptions {
  rules: Map<string, Looks>
  part: MainPart
  legacyFont(text: string, font: string | null): string | null
  /** @returns index of the picture, null for one that is not there, undefined for what is no picture of the article */
  picture(element: HtmlElement): number | null | undefined
}

interface Frame {
  looks: Looks
  role: SourceBlock['role']
  furniture: boolean
  link: boolean
  list: boolean
  quote: boolean
  pre: boolean
  heading: number
  title: PageBlock['title']
  claimed: boolean
}

const ROOT: Frame = {
  looks: {},
  role: undefined,
  furniture: false,
  link: false,
  list: false,
  quote: false,
  pre: false,
  heading: 0,
  title: null,
  claimed: false,
}

const UNKNOWN: Facts = { where: 'main', claimed: false, furniture: false, links: 0, title: null }

/** Builds blocks while a page is walked; call `enter` and `leave` for every node. */
export class PageBuilder {
  private readonly frames: Frame[] = [ROOT]
  private flow = new Flow()
  private roles = new Set<SourceBlock['role']>()
  private linked = 0
  private letters = 0
  private title: PageBlock['title'] = null
  private readonly lists: BlockList[] = [new BlockList()]
  private readonly tables: Table[] = []
  private where: PageBlock['where'] = 'before'
  private readonly facts = new WeakMap<SourceBlock, Facts>()
  private readonly options: PageOptions
  private readonly titleText: string

  constructor(options: PageOptions) {
    this.options = options
    this.titleText = options.part.title ? oneLine(textOf(options.part.title)) : ''
  }

  get blocks(): PageBlock[] {
    const list = this.lists[0]?.blocks ?? []
    return list.map((block) => ({ block, ...(this.facts.get(block) ?? UNKNOWN) }))
  }

  enter(node: HtmlNode): boolean {
    if (isText(node)) this.text(node.value)
    if (!isElement(node)) return isText(node)
    if (this.options.part.hidden.has(node)) return false
    if (node === this.options.part.core || this.options.part.tail.has(node)) this.turn('main')
    if (node.tagName === 'br') this.flow.lineBreak()
    if (node.tagName === 'img' || node.tagName === 'amp-img') this.image(node)
    if (isBlock(node) || this.isButton(node)) this.flush()
    this.frames.push(this.frameOf(node))
    if (node.tagName === 'table') this.tables.push([])
    if (node.tagName === 'tr') this.tables.at(-1)?.push([])
    if (isCell(node) && this.tables.at(-1)?.length) this.lists.push(new BlockList())
    return true
  }

  leave(node: HtmlNode): void {
    if (!isElement(node)) return
    if (isBlock(node) || this.isButton(node)) this.flush()
    if (isCell(node) && this.tables.at(-1)?.length && this.lists.length > 1) {
      this.tables
        .at(-1)
        ?.at(-1)
        ?.push((this.lists.pop() as BlockList).blocks)
    }
    if (node.tagName === 'table') this.closeTable()
    this.frames.pop()
    if (node === this.options.part.core || this.options.part.tail.has(node)) this.turn('after')
  }

  /** Links in the frame of a page are buttons side by side, each one thing. */
  private isButton(element: HtmlElement): boolean {
    return this.frame.furniture && (element.tagName === 'a' || element.tagName === 'button')
  }

  end(): void {
    this.flush()
  }

  private get frame(): Frame {
    return this.frames.at(-1) ?? ROOT
  }

  private turn(where: PageBlock['where']): void {
    this.flush()
    this.where = where
  }

  private frameOf(element: HtmlElement): Frame {
    const above = this.frame
    const tag = element.tagName
    const looks = { ...above.looks, ...looksOf(element, this.options.rules) }
    const heading = /^h[1-6]$/.test(tag) ? Number(tag[1]) : 0
    return {
      looks,
      role: roleOf(element) ?? above.role,
      furniture: above.furniture || this.options.part.furniture.has(element),
      link: above.link || (tag === 'a' && attribute(element, 'href') !== ''),
      list:
        above.list ||
        tag === 'li' ||
        /mso-list/.test(attribute(element, 'style')) ||
        /mso ?list/.test(hintsOf(element)),
      quote: above.quote || tag === 'blockquote',
      pre: above.pre || tag === 'pre',
      heading: heading || above.heading,
      title: this.options.part.title === element ? 'said' : (above.title ?? (hintsTitle(element) ? 'hinted' : null)),
      claimed: above.claimed || this.options.part.claimed === element,
    }
  }

  private text(value: string): void {
    const { looks, pre, role, link, title } = this.frame
    const font = this.options.legacyFont(value, looks.font ?? null)
    const letters = value.trim().length
    const other = letters > 0 && role !== undefined && this.roles.size === 1 && !this.roles.has(role)
    // Spans of date and author side by side are two things, with or without a space between them.
    if (other && !this.roles.has(undefined)) this.flush()
    // So are a date and the button after it.
    if (letters > 0 && link && role === undefined && this.roles.size === 1 && this.roles.has('date')) this.flush()
    if (letters > 0) this.roles.add(role)
    if (letters > 0) this.title = title
    this.letters += letters
    if (link) this.linked += letters
    for (const [at, line] of (pre ? value.split('\n') : [value]).entries()) {
      if (at > 0) this.flow.lineBreak()
      this.flow.text(line, { bold: looks.bold ?? false, italic: looks.italic ?? false }, font)
    }
  }

  private image(element: HtmlElement): void {
    if (this.frame.furniture) return
    const index = this.options.picture(element)
    if (index !== undefined) this.flow.picture(index, attribute(element, 'alt'))
  }

  private flush(): void {
    if (this.flow.untouched) return
    const { looks, heading, list, quote, furniture, claimed } = this.frame
    const role = this.roles.size === 1 ? fitting([...this.roles][0], this.letters) : undefined
    const blocks = this.flow.finish({
      kind: heading ? 'heading' : list ? 'list-item' : quote ? 'quote' : 'paragraph',
      ...(heading ? { level: heading } : {}),
      centered: looks.align === 'center' || looks.align === '-webkit-center',
      right: looks.align === 'right' || looks.align === 'end',
      ...(role ? { role } : {}),
    })
    const links = this.letters === 0 ? 0 : this.linked / this.letters
    // White space between tags is no empty paragraph.
    if (blocks.length > 0) this.add(blocks, { where: this.where, claimed, furniture, links, title: this.title })
    this.flow = new Flow()
    this.roles = new Set()
    this.linked = 0
    this.letters = 0
    this.title = null
  }

  private add(blocks: SourceBlock[], facts: Facts): void {
    const list = this.lists.at(-1) as BlockList
    const from = list.blocks.length
    list.add(blocks)
    for (const block of list.blocks.slice(from)) {
      // In a page of line breaks the title is one line of a longer flow.
      const said = this.titleText !== '' && block.text === this.titleText
      this.facts.set(block, said ? { ...facts, title: 'said' } : facts)
    }
  }

  private closeTable(): void {
    const table = this.tables.pop() ?? []
    const inside = table.flat(2).map((block) => this.facts.get(block))
    const blocks = tableBlocks(table)
    for (const block of blocks) {
      if (this.facts.has(block)) continue
      const links = inside.reduce((sum, one) => sum + (one?.links ?? 0), 0) / Math.max(1, inside.length)
      const furniture = inside.every((one) => one?.furniture)
      this.facts.set(block, { ...UNKNOWN, where: this.where, claimed: this.frame.claimed, furniture, links })
    }
    const list = this.lists.at(-1) as BlockList
    for (const block of blocks) list.blocks.push(block)
  }
}

/** A class name around a whole article is no role of each paragraph in it. */
function fitting(role: SourceBlock['role'], letters: number): SourceBlock['role'] {
  const longest = role === 'date' ? 80 : role === 'byline' ? 120 : role === 'caption' ? 600 : 1500
  return letters <= longest ? role : undefined
}

function isCell(element: HtmlElement): boolean {
  return element.tagName === 'td' || element.tagName === 'th'
}
