import { catalogueSheets, rowMark, type CatalogueSheet as SheetName, sheetMark } from '#core/corrections/marks'
import { KhoError } from '#core/errors'
import type { Event, Person } from '#core/model/authority'
import type { Id, Instant } from '#core/model/common'
import { numberInWordsCapital } from '#core/text/numbers'
import { stopIfCancelled, writeAside } from '../aside'
import type { DeliveredArticle, DeliveryContext, WrittenFile } from '../delivery'
import { fondsName } from '../describe'
import { SeenPeople } from '../people'
import { type DeliveryRules, shippedRules } from '../rules'
import { type DeliveryWords, deliveryWords } from '../words'
import { ZipWriter } from '../zip/zip'
import type { LinkValue, RowValues } from './cells'
import { articleRow, eventRow, personRow, photoRow } from './rows'
import { type Line, markField, TableSheet } from './sheet'
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
 * they come. With `context.marks` the workbook can come back corrected. The same records give the same bytes.
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
        await catalogue.add(delivered)
        await workbook.settle()
        context.report(catalogue.articles, options.total ?? catalogue.articles, delivered.article.title)
      }
      if (catalogue.articles === 0) throw new KhoError('export-nothing-selected')
      const changedAt = await catalogue.close()
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
  private readonly rules: DeliveryRules
  private readonly sheets: Record<SheetName, TableSheet>
  private readonly people = new SeenPeople()
  private readonly events = new Map<Id, { event: Event; articles: number[] }>()
  private readonly photos = new Set<Id>()
  private changedAt: Instant = '1980-01-01T00:00:00+07:00'

  constructor(
    private readonly workbook: StreamedWorkbook,
    private readonly options: CatalogueOptions,
    private readonly context: DeliveryContext,
  ) {
    this.words = deliveryWords(context.language)
    this.rules = context.rules ?? shippedRules
    this.sheets = Object.fromEntries(catalogueSheets.map((name) => [name, this.sheet(name)])) as typeof this.sheets
  }

  get articles(): number {
    return this.sheets.articles.rows
  }

  async add(delivered: DeliveredArticle): Promise<void> {
    const { article, events } = delivered
    const { links, pictures } = this.options
    const order = this.articles + 1
    const row = articleRow(delivered, order, linkTo(links.get(article.id)), this.words)
    this.sheets.articles.add(await this.marked(row, { article }))
    for (const [index, { photo }] of delivered.photos.entries()) {
      // A photo is one record however many articles use it.
      if (this.photos.has(photo.id)) continue
      this.photos.add(photo.id)
      const link = linkTo(pictures?.get(photo.id))
      this.sheets.photos.add(
        await this.marked(await photoRow(delivered, index, order, link, this.words), { photo, article }),
      )
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
  async close(): Promise<Instant> {
    for (const [index, person] of this.people.sorted().entries()) {
      const { record } = person
      this.sheets.people.add(await this.marked(personRow(person, index + 1), record ? { person: record } : {}))
    }
    const events = [...this.events.values()].sort((a, b) => compareStart(a.event, b.event))
    for (const [index, { event, articles }] of events.entries()) {
      this.sheets.events.add(await this.marked(eventRow(event, articles, index + 1, this.words), { event }))
    }
    for (const name of catalogueSheets) this.sheets[name].close(this.closing(name))
    return this.changedAt
  }

  private sheet(name: SheetName): TableSheet {
    const { columns, printColumns } = this.rules.catalogue.sheets[name]
    const { marks } = this.context
    return new TableSheet(
      this.workbook,
      {
        name: this.words.say(`delivery.catalogue.sheet.${name}`),
        look: 'list',
        orientation: 'landscape',
        columns,
        printColumns,
        top: this.titleLines(name, Math.min(printColumns, columns.length)),
        numbered: false,
        filter: true,
        ...(marks ? { mark: sheetMark(name, marks.archive) } : {}),
      },
      this.rules.excel,
      this.words,
    )
  }

  private titleLines(name: SheetName, to: number): Line[] {
    const { say } = this.words
    const { agency, archiveName, fonds } = this.context
    const key = name === 'articles' ? 'title' : (`${name}Title` as const)
    const named = [
      archiveName,
      fonds === '' ? '' : say('delivery.catalogue.fonds', { fonds: fondsName(fonds) }),
    ].filter(Boolean)
    const size = this.rules.excel.looks.list.titleSize
    return [
      { height: 18, spans: [{ from: 1, to, text: agency.toLocaleUpperCase('vi'), bold: true }] },
      {
        height: 26,
        spans: [{ from: 1, to, text: say(`delivery.catalogue.${key}`), bold: true, size, align: 'center' }],
      },
      { height: 18, spans: [{ from: 1, to, text: named.join(' – '), italic: true, align: 'center' }] },
    ]
  }

  private closing(name: SheetName): Line[] {
    const { say } = this.words
    const count = this.sheets[name].rows
    const words = numberInWordsCapital(count, this.rules.page.numbers)
    const to = Math.min(this.rules.catalogue.sheets[name].printColumns, 8)
    return [
      { spans: [{ from: 1, to, text: say(`delivery.catalogue.closing.${name}`, { count }) }] },
      { spans: [{ from: 1, to, text: say(`delivery.catalogue.closing.${name}InWords`, { words }), italic: true }] },
    ]
  }

  private async marked(
    row: RowValues,
    records: Partial<Record<'article' | 'photo' | 'event' | 'person', { id: Id } & (object | Person)>>,
  ): Promise<RowValues> {
    const { marks } = this.context
    if (!marks) return row
    const all = await Promise.all(
      Object.entries(records).map(async ([kind, record]) => ({
        kind: kind as 'article',
        id: record.id,
        version: await marks.versionOf(record),
      })),
    )
    return { ...row, [markField]: rowMark(all) }
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
