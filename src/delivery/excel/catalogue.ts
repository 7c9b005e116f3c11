import { KhoError } from '#core/errors'
import type { Event } from '#core/model/authority'
import type { Id, Instant } from '#core/model/common'
import { stopIfCancelled, writeAside } from '../aside'
import type { DeliveredArticle, DeliveryContext, WrittenFile } from '../delivery'
import { SeenPeople } from '../people'
import { shippedRules } from '../rules'
import { type DeliveryWords, deliveryWords } from '../words'
import { ZipWriter } from '../zip/zip'
import { articleRow, eventRow, personRow, photoRow } from './rows'
import { CatalogueSheet, type LinkValue } from './sheet'
import { StreamedWorkbook } from './workbook'

/** Where the files of a delivery lie, relative to the folder of the workbook, with `/` between names. */
export interface CatalogueOptions {
  /** Word file by article. */
  links: ReadonlyMap<Id, string>
  /** Exported picture by photo. */
  pictures?: ReadonlyMap<Id, string>
  /** Articles, for the progress. */
  total?: number
}

/**
 * Writes the working catalogue: sheets for articles, photos (fields of EAD_pic, Thông tư 05/2025/TT-BNV),
 * people and events; real dates, text that stays text, links, filter and print set-up. Rows go out as
 * they come. The same records give the same bytes.
 * @param path where it should lie; numbered `(2)` where something is there
 * @throws KhoError export-nothing-selected, cancelled, or as Files gives it; nothing is left behind then
 */
export async function writeCatalogue(
  articles: AsyncIterable<DeliveredArticle>,
  options: CatalogueOptions,
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile> {
  const { files, signal } = context
  const folder = files.dirName(path)
  return writeAside(files, folder, signal, async (file) => {
    const workbook = new StreamedWorkbook(files, folder, context.agency)
    try {
      const catalogue = new Catalogue(workbook, options, context)
      for await (const delivered of articles) {
        stopIfCancelled(signal)
        catalogue.add(delivered)
        await workbook.settle()
        context.report(catalogue.articles, options.total ?? catalogue.articles, delivered.article.title)
      }
      if (catalogue.articles === 0) throw new KhoError('export-nothing-selected')
      const changedAt = catalogue.close()
      const zip = new ZipWriter(file)
      await workbook.writeTo(zip, new Date(changedAt))
      await zip.end()
      stopIfCancelled(signal)
      return { ...(await file.finish(path)), articles: catalogue.articles }
    } finally {
      await workbook.drop()
    }
  })
}

/** The four sheets while they grow. */
class Catalogue {
  private readonly words: DeliveryWords
  private readonly sheets: Record<'articles' | 'photos' | 'people' | 'events', CatalogueSheet>
  private readonly people = new SeenPeople()
  private readonly events = new Map<Id, { event: Event; articles: number[] }>()
  private readonly photos = new Set<Id>()
  private changedAt: Instant = '1980-01-01T00:00:00+07:00'

  constructor(
    workbook: StreamedWorkbook,
    private readonly options: CatalogueOptions,
    context: DeliveryContext,
  ) {
    this.words = deliveryWords(context.language)
    const rules = (context.rules ?? shippedRules).catalogue
    const sheet = (name: 'articles' | 'photos' | 'people' | 'events') =>
      new CatalogueSheet(workbook.book, name, rules, this.words, context)
    this.sheets = {
      articles: sheet('articles'),
      photos: sheet('photos'),
      people: sheet('people'),
      events: sheet('events'),
    }
  }

  get articles(): number {
    return this.sheets.articles.rows
  }

  add(delivered: DeliveredArticle): void {
    const { article, events } = delivered
    const order = this.articles + 1
    this.sheets.articles.add(articleRow(delivered, order, linkTo(this.options.links.get(article.id)), this.words))
    for (const [index, { photo }] of delivered.photos.entries()) {
      // A photo is one record however many articles use it.
      if (this.photos.has(photo.id)) continue
      this.photos.add(photo.id)
      const link = linkTo(this.options.pictures?.get(photo.id))
      this.sheets.photos.add(photoRow(delivered, index, order, link, this.words))
    }
    for (const event of events) {
      const known = this.events.get(event.id)
      if (known) known.articles.push(order)
      else this.events.set(event.id, { event, articles: [order] })
    }
    this.people.add(delivered, order)
    if (Date.parse(article.updatedAt) > Date.parse(this.changedAt)) this.changedAt = article.updatedAt
  }

  /** @returns the last change of what stands in it */
  close(): Instant {
    for (const [index, person] of this.people.sorted().entries()) this.sheets.people.add(personRow(person, index + 1))
    const events = [...this.events.values()].sort((a, b) => compareStart(a.event, b.event))
    for (const [index, { event, articles }] of events.entries()) {
      this.sheets.events.add(eventRow(event, articles, index + 1, this.words))
    }
    for (const sheet of Object.values(this.sheets)) sheet.close()
    return this.changedAt
  }
}

/** Dates sort as text; what has no date stands last, in the order met. */
function compareStart(a: Event, b: Event): number {
  const [left, right] = [a.from ?? '9999', b.from ?? '9999']
  return left < right ? -1 : left > right ? 1 : 0
}

function linkTo(path: string | undefined): LinkValue | null {
  return path === undefined ? null : { text: path.split('/').at(-1) ?? path, to: path }
}
