import type { ISectionOptions } from 'docx'
import type { Instant, PartialDate } from '#core/model/common'
import type { AsideFile } from '../aside'
import type { DeliveredArticle, DeliveryContext } from '../delivery'
import { dateOf } from '../describe'
import { SeenPeople } from '../people'
import { type DeliveryRules, shippedRules } from '../rules'
import { type DeliveryWords, deliveryWords } from '../words'
import { Binding } from './binding'
import { articleBody } from './body'
import { contents } from './contents'
import { cover } from './cover'
import { OriginalsList, peopleTable } from './indexes'
import { sourceNote } from './note'

/** One Word file of a book while it grows. */
export class Volume {
  private readonly rules: DeliveryRules
  private readonly words: DeliveryWords
  private readonly people = new SeenPeople()
  private readonly originals: OriginalsList
  private readonly dates: PartialDate[] = []
  private readonly numbers: number[] = []
  private photos = 0
  private changedAt: Instant = '1980-01-01T00:00:00+07:00'

  private constructor(
    private readonly title: string,
    private readonly binding: Binding,
    private readonly context: DeliveryContext,
  ) {
    this.rules = context.rules ?? shippedRules
    this.words = deliveryWords(context.language)
    this.originals = new OriginalsList(this.rules, this.words)
  }

  static async begin(file: AsideFile, title: string, context: DeliveryContext): Promise<Volume> {
    return new Volume(title, await Binding.begin(file, title, context), context)
  }

  get file(): AsideFile {
    return this.binding.file
  }

  get articles(): number {
    return this.numbers.length
  }

  /** True where the next article belongs into a new volume (data: `word.volumes`). */
  get full(): boolean {
    const { articles, pictureMegabytes } = this.rules.word.volumes
    return this.articles >= articles || this.binding.shelf.bytes >= pictureMegabytes * 1024 * 1024
  }

  /** Adds an article under its number in the whole book. */
  async add(delivered: DeliveredArticle, number: number): Promise<void> {
    const { article, photos } = delivered
    const { say } = this.words
    const placed = await this.binding.shelf.place(delivered)
    const pages = { delivered, placed, rules: this.rules, words: this.words }
    const date = dateOf(delivered)
    const entry = {
      bookmark: `bai_${number}`,
      number,
      title: article.title,
      heading: say('delivery.book.entry', { number, title: article.title }),
      ...(date === null ? {} : { date }),
    }
    this.binding.add(entry, say('delivery.articleNumber', { number }), [
      ...articleBody(pages),
      ...sourceNote(pages, this.context, { appendix: number }),
    ])
    this.numbers.push(number)
    this.people.add(delivered, number)
    this.originals.add(delivered, number)
    if (date !== null) this.dates.push(date)
    this.photos += photos.length
    if (Date.parse(article.updatedAt) > Date.parse(this.changedAt)) this.changedAt = article.updatedAt
  }

  /** Writes cover, contents, people index and list of originals around the articles, and ends the file. */
  async close(volume: number | null): Promise<void> {
    const { title, changedAt } = this
    this.addIndexes()
    const list = contents(this.binding.entries, this.rules, this.words)
    const front = { cover: this.cover(volume), contents: list, contentsHead: this.words.say('delivery.book.contents') }
    await this.binding.close(front, { title, agency: this.context.agency, changedAt })
  }

  /** People index and list of originals, where there is anything to list. */
  private addIndexes(): void {
    const { say } = this.words
    const people = peopleTable(this.people, this.rules, this.words)
    const originals = this.originals.table()
    const named = (bookmark: string, title: string) => [{ bookmark, title }, title] as const
    if (people)
      this.binding.add(...named('nhan_vat', say('delivery.book.people')), [people], { last: originals === null })
    if (originals) this.binding.add(...named('tep_goc', say('delivery.book.originals')), [originals], { last: true })
  }

  private cover(volume: number | null): ISectionOptions {
    const facts = {
      title: this.title,
      volume,
      dates: this.dates,
      numbers: { from: this.numbers[0]!, to: this.numbers.at(-1)! },
      counts: { articles: this.articles, photos: this.photos, people: this.people.size },
      changedAt: this.changedAt,
    }
    return cover(facts, this.rules, this.words, this.context)
  }
}
