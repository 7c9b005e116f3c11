import { Bookmark, type FileChild, type ISectionOptions, type Paragraph } from 'docx'
import type { AsideFile } from '../aside'
import type { DeliveryContext } from '../delivery'
import { type DeliveryRules, shippedRules } from '../rules'
import type { Entry } from './contents'
import { PageCounter } from './layout/pages'
import { type CompiledSection, type DocumentFacts, WordFile } from './pack'
import { pageHeader, pageProperties, runs, styled } from './parts'
import { PictureShelf } from './pictures'

/** What stands before the parts: known only when all of them are there. */
export interface FrontMatter {
  cover: ISectionOptions
  /** The list of the parts, and what stands above it on the right. */
  contents: FileChild[]
  contentsHead: string
}

interface Part {
  entry: Entry
  section: CompiledSection
  pages: number
}

/**
 * A Word file bound of parts that each begin on a new page, after a cover and a list of contents that states
 * their pages. Parts are compiled and their pages counted as they come; pictures go to the disk at once.
 */
export class Binding {
  readonly shelf: PictureShelf
  private readonly counter: PageCounter
  private readonly parts: Part[] = []

  private constructor(
    readonly file: AsideFile,
    private readonly title: string,
    private readonly word: WordFile,
    private readonly rules: DeliveryRules,
    private readonly context: DeliveryContext,
  ) {
    this.shelf = new PictureShelf(word.zip, rules, context)
    this.counter = new PageCounter(rules)
  }

  /** @param title the left running head */
  static async begin(file: AsideFile, title: string, context: DeliveryContext): Promise<Binding> {
    const rules = context.rules ?? shippedRules
    return new Binding(file, title, await WordFile.begin(file, rules), rules, context)
  }

  get entries(): Entry[] {
    return this.parts.map(({ entry }) => entry)
  }

  /** Adds a part under its heading. `last`: nothing comes after it, so nobody asks how long it is. */
  add(entry: Entry, right: string, children: FileChild[], { last = false } = {}): void {
    const section = this.section(right, [heading(entry), ...children])
    const pages = last ? 1 : this.counter.pagesOf(section)
    this.parts.push({ entry, section: this.word.compile(section), pages })
  }

  /** Puts the front before the parts, and ends the file. */
  async close({ cover, contents, contentsHead }: FrontMatter, facts: DocumentFacts): Promise<void> {
    const list = this.section(contentsHead, contents)
    const pages = startsOf(this.parts, 1 + coverPages + this.counter.pagesOf(list))
    const front = [this.word.compile(cover), this.word.compile(list, pages)]
    const sections = [...front, ...this.parts.map(({ section }) => section)]
    await this.word.finish(sections, facts, this.context.signal)
    await this.file.flush()
    // The next volume needs the room.
    this.parts.length = 0
  }

  private section(right: string, children: FileChild[]): ISectionOptions {
    return {
      properties: pageProperties(this.rules, { titlePage: false }),
      headers: { default: pageHeader(this.rules, { left: shortened(this.title), right: shortened(right) }) },
      children,
    }
  }
}

function heading({ bookmark, heading, title }: Entry): Paragraph {
  const text = heading ?? title
  return styled('Heading1', text, { children: [new Bookmark({ id: bookmark, children: runs(text) })] })
}

const coverPages = 1

/** The page each part begins on. */
function startsOf(parts: Part[], first: number): Map<string, number> {
  let page = first
  return new Map(
    parts.map(({ entry, pages }) => {
      page += pages
      return [entry.bookmark, page - pages]
    }),
  )
}

/** What fits on half a running head, cut after a word. */
function shortened(text: string): string {
  const room = 60
  if (text.length <= room) return text
  return `${text.slice(0, text.lastIndexOf(' ', room))}…`
}
