import type { ISectionOptions } from 'docx'
import type { AsideFile } from '../aside'
import type { DeliveredArticle, DeliveryContext } from '../delivery'
import { SeenPeople } from '../people'
import { BoundArticles } from './articles'
import { Binding } from './binding'
import { contents } from './contents'
import { cover } from './cover'
import { peopleTable } from './indexes'
import type { GrowingVolume } from './volumes'

/** One Word file of a book while it grows. */
export class Volume implements GrowingVolume<DeliveredArticle> {
  private readonly people = new SeenPeople()

  private constructor(
    private readonly title: string,
    private readonly inside: BoundArticles,
  ) {}

  static async begin(file: AsideFile, title: string, context: DeliveryContext): Promise<Volume> {
    return new Volume(title, new BoundArticles(await Binding.begin(file, title, context), context))
  }

  get file(): AsideFile {
    return this.inside.binding.file
  }

  get articles(): number {
    return this.inside.count
  }

  get full(): boolean {
    return this.inside.full
  }

  async add(delivered: DeliveredArticle, number: number): Promise<void> {
    await this.inside.add(delivered, number)
    this.people.add(delivered, number)
  }

  /** Writes cover, contents, people index and list of originals around the articles, and ends the file. */
  async close(volume: number | null): Promise<void> {
    const { binding, rules, words, context, changedAt } = this.inside
    this.addPeople()
    this.inside.addOriginals()
    const list = contents(binding.entries, rules, words)
    const front = { cover: this.cover(volume), contents: list, contentsHead: words.say('delivery.book.contents') }
    await binding.close(front, { title: this.title, agency: context.agency, changedAt })
  }

  private addPeople(): void {
    const { binding, rules, words } = this.inside
    const table = peopleTable(this.people, rules, words)
    const title = words.say('delivery.book.people')
    if (table) binding.add({ bookmark: 'nhan_vat', title }, title, [table], { last: !this.inside.haveOriginals })
  }

  private cover(volume: number | null): ISectionOptions {
    const { dates, numbers, count, photos, changedAt, rules, words, context } = this.inside
    const facts = {
      title: this.title,
      volume,
      dates,
      numbers: { from: numbers[0]!, to: numbers.at(-1)! },
      counts: { articles: count, photos, people: this.people.size },
      changedAt,
    }
    return cover(facts, rules, words, context)
  }
}
