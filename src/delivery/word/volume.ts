import { Bookmark, type FileChild, type ISectionOptions, type Paragraph } from 'docx'
import type { Instant, PartialDate } from '#core/model/common'
import type { AsideFile } from '../aside'
import type { DeliveredArticle, DeliveryContext } from '../delivery'
import { dateOf } from '../describe'
import { SeenPeople } from '../people'
import type { DeliveryRules } from '../rules'
import type { DeliveryWords } from '../words'
import { ZipWriter } from '../zip/zip'
import { articleBody } from './body'
import { contents, type Entry } from './contents'
import { cover } from './cover'
import { OriginalsList, peopleTable } from './indexes'
import { PageCounter } from './layout/pages'
import { sourceNote } from './note'
import { beginPackage, writeParts } from './pack'
import { pageHeader, pageProperties, runs, styled } from './parts'
import { PictureShelf } from './pictures'

/** What a book is called and which of its volumes this is; null where there is only one. */
export interface VolumeTitle {
  title: string
  volume: number | null
}

/** A part of a book that begins on a page of its own. */
interface Part {
  entry: Entry
  children: FileChild[]
  pages: number
}

/** One Word file of a book while it grows: pictures go to the disk at once, the text stays until the end. */
export class Volume {
  private readonly zip: ZipWriter
  private readonly shelf: PictureShelf
  private readonly counter: PageCounter
  private readonly people = new SeenPeople()
  private readonly originals: OriginalsList
  private readonly chapters: Part[] = []
  private readonly dates: PartialDate[] = []
  private count = 0
  private photos = 0
  private changedAt: Instant = '1980-01-01T00:00:00+07:00'

  constructor(
    readonly file: AsideFile,
    private readonly rules: DeliveryRules,
    private readonly words: DeliveryWords,
    private readonly context: DeliveryContext,
  ) {
    this.zip = new ZipWriter(file)
    this.shelf = new PictureShelf(this.zip, rules, context)
    this.counter = new PageCounter(rules)
    this.originals = new OriginalsList(rules, words)
  }

  get articles(): number {
    return this.count
  }

  /** True where the next article belongs into a new volume (data: `word.volumes`). */
  get full(): boolean {
    const { articles, pictureMegabytes } = this.rules.word.volumes
    return this.articles >= articles || this.shelf.bytes >= pictureMegabytes * 1024 * 1024
  }

  /** Adds an article under its number in the whole book. */
  async add(delivered: DeliveredArticle, number: number): Promise<void> {
    if (this.articles === 0) await beginPackage(this.zip)
    const { article, photos } = delivered
    const placed = await this.shelf.place(delivered)
    const pages = { delivered, placed, rules: this.rules, words: this.words }
    const date = dateOf(delivered)
    const dated = date === null ? {} : { date }
    const entry = { bookmark: `bai_${number}`, number, title: article.title, ...dated }
    const children = [
      heading(entry.bookmark, this.words.say('delivery.book.entry', { number, title: article.title })),
      ...articleBody(pages),
      ...sourceNote(pages, this.context, { appendix: number }),
    ]
    this.chapters.push(this.part(entry, children))
    this.count += 1
    this.people.add(delivered, number)
    this.originals.add(delivered, number)
    if (date !== null) this.dates.push(date)
    this.photos += photos.length
    if (Date.parse(article.updatedAt) > Date.parse(this.changedAt)) this.changedAt = article.updatedAt
  }

  /** Writes cover, contents, articles, people index and list of originals, and closes the file's zip. */
  async close({ title, volume }: VolumeTitle): Promise<void> {
    const parts = [...this.chapters, ...this.back()]
    const heading = this.words.say('delivery.book.contents')
    const list = contents(
      parts.map(({ entry }) => entry),
      this.rules,
      this.words,
    )
    const first = 1 + coverPages + this.counter.pagesOf(this.section(title, heading, list))
    const sections = [
      this.coverSection({ title, volume }),
      this.section(title, heading, list),
      ...parts.map(({ entry, children }) => this.section(title, this.runningHead(entry), children)),
    ]
    const pages = startsOf(parts, first)
    const facts = { title, agency: this.context.agency, changedAt: this.changedAt, pages }
    await writeParts(sections, facts, this.rules, this.zip, this.context.signal)
    await this.zip.end()
    await this.file.flush()
    // The next volume needs the room.
    this.chapters.length = 0
  }

  /** People index and list of originals, where there is anything to list. */
  private back(): Part[] {
    const { say } = this.words
    return [
      {
        bookmark: 'nhan_vat',
        title: say('delivery.book.people'),
        table: peopleTable(this.people, this.rules, this.words),
      },
      { bookmark: 'tep_goc', title: say('delivery.book.originals'), table: this.originals.table() },
    ]
      .flatMap(({ table, ...entry }) =>
        table ? [{ entry, children: [heading(entry.bookmark, entry.title), table] }] : [],
      )
      .map(({ entry, children }, index, { length }) =>
        // Nothing comes after the last, so nobody asks how long it is.
        index === length - 1 ? { entry, children, pages: 1 } : this.part(entry, children),
      )
  }

  private part(entry: Entry, children: FileChild[]): Part {
    return { entry, children, pages: this.counter.pagesOf(this.section('', this.runningHead(entry), children)) }
  }

  private runningHead({ number, title }: Entry): string {
    return number === undefined ? title : this.words.say('delivery.articleNumber', { number })
  }

  private coverSection(title: VolumeTitle): ISectionOptions {
    const numbers = this.chapters.map(({ entry }) => entry.number ?? 0)
    const facts = {
      ...title,
      dates: this.dates,
      numbers: { from: numbers[0]!, to: numbers.at(-1)! },
      counts: { articles: this.articles, photos: this.photos, people: this.people.size },
      changedAt: this.changedAt,
    }
    return cover(facts, this.rules, this.words, this.context)
  }

  /** A part of the book on pages of its own, with its running head. */
  private section(title: string, right: string, children: FileChild[]): ISectionOptions {
    return {
      properties: pageProperties(this.rules, { titlePage: false }),
      headers: { default: pageHeader(this.rules, { left: shortened(title), right: shortened(right) }) },
      children,
    }
  }
}

function heading(bookmark: string, text: string): Paragraph {
  return styled('Heading1', text, [new Bookmark({ id: bookmark, children: runs(text) })])
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
