import type { Instant, PartialDate } from '#core/model/common'
import type { DeliveredArticle, DeliveryContext } from '../delivery'
import { dateOf } from '../describe'
import { type DeliveryRules, shippedRules } from '../rules'
import { type DeliveryWords, deliveryWords } from '../words'
import type { Binding } from './binding'
import { articleBody } from './body'
import { OriginalsList } from './indexes'
import { sourceNote } from './note'

/** The articles of a bound file, each a part of it, and what is to be said of all of them. */
export class BoundArticles {
  readonly rules: DeliveryRules
  readonly words: DeliveryWords
  readonly numbers: number[] = []
  readonly dates: PartialDate[] = []
  photos = 0
  changedAt: Instant = '1980-01-01T00:00:00+07:00'
  private readonly originals: OriginalsList

  constructor(
    readonly binding: Binding,
    readonly context: DeliveryContext,
  ) {
    this.rules = context.rules ?? shippedRules
    this.words = deliveryWords(context.language)
    this.originals = new OriginalsList(this.rules, this.words)
  }

  get count(): number {
    return this.numbers.length
  }

  /** True where the next article belongs into a new volume (data: `word.volumes`). */
  get full(): boolean {
    const { articles, pictureMegabytes } = this.rules.word.volumes
    return this.count >= articles || this.binding.shelf.bytes >= pictureMegabytes * 1024 * 1024
  }

  /** Adds an article under its number in the whole. */
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
    this.originals.add(delivered, number)
    if (date !== null) this.dates.push(date)
    this.photos += photos.length
    this.changed(article.updatedAt)
  }

  /** Takes note of a change of something inside. */
  changed(at: Instant): void {
    if (Date.parse(at) > Date.parse(this.changedAt)) this.changedAt = at
  }

  /** Whether any file lies behind the articles. */
  get haveOriginals(): boolean {
    return this.originals.size > 0
  }

  /** The list of originals with their SHA-256, the last part, where there is any. */
  addOriginals(): void {
    const list = this.originals.list()
    const title = this.words.say('delivery.book.originals')
    if (list) this.binding.add({ bookmark: 'tep_goc', title }, title, [list], { last: true })
  }
}
