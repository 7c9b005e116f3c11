import type { Archive } from '#archive/archive'
import type { ExportReport } from '#contract/operations'
import type { PictureCopies } from '#contract/pictures'
import type { TemplateChoice } from '#contract/templates'
import { KhoError } from '#core/errors'
import { fileNameFrom } from '#core/text/words'
import type { DeliveryContext, WrittenFile } from '#delivery/delivery'
import { writeCatalogue } from '#delivery/excel/catalogue'
import { copyPictures, type HowCopied } from '#delivery/pictures/copy'
import { startPictureWriter } from '#delivery/pictures/exiftool'
import { writeArticle } from '#delivery/word/article'
import { writeBook } from '#delivery/word/book'
import type { OperationContext } from '../context'
import { now, openArchiveOf } from '../context'
import { versionOf } from '../corrections/version'
import { fondsOf } from '../custody/settings'
import type { Work } from '../jobs'
import type { Handler } from '../runner'
import { chosenTemplate } from '../templates/open'
import { filledArticle, officeOf } from './filled'
import { photoFile } from './photo-file'
import { deliveredArticles, selectedIds } from './selected'

/** One export under way: where it goes, what it has written, how far it is over all its parts. */
export class Delivery {
  readonly written: WrittenFile[] = []
  private finishedParts = 0

  constructor(
    readonly context: OperationContext,
    readonly archive: Archive,
    readonly ids: string[],
    readonly folder: string,
    private readonly work: Work,
    private readonly parts: number,
  ) {}

  articles() {
    return deliveredArticles(this.context, this.archive, this.ids)
  }

  /** Runs one part with progress over the whole; what it wrote is kept even when a later part fails. */
  async part<T>(phase: string, run: (context: DeliveryContext) => Promise<T>): Promise<T> {
    const before = this.finishedParts
    const { name } = this.archive.identity
    const { agency, fonds } = await fondsOf(this.archive)
    const result = await run({
      files: this.context.platform.files,
      agency,
      archiveName: name,
      fonds,
      marks: { archive: this.archive.identity.id, versionOf: versionOf(this.context) },
      madeAt: now(this.context),
      signal: this.work.signal,
      warn: (warning) => this.work.warn(warning),
      report: (done, _total, current) => {
        // Counted in articles of the whole delivery, so that the bar goes once from end to end.
        const share = (before * this.ids.length + done) / this.parts
        this.work.report({ phase, done: Math.floor(share), total: this.ids.length, unit: 'article', current })
      },
    })
    this.finishedParts += 1
    return result
  }

  async report(): Promise<ExportReport> {
    return { folder: this.folder, files: this.written }
  }
}

/** Starts an export: what is selected, and the folder it goes to. */
export async function begin(
  context: OperationContext,
  input: { selection: Parameters<typeof selectedIds>[1]; folder: string },
  work: Work,
  parts: number,
): Promise<Delivery> {
  const archive = openArchiveOf(context)
  const ids = await selectedIds(archive, input.selection)
  await context.platform.files.makeFolder(input.folder)
  return new Delivery(context, archive, ids, input.folder, work, parts)
}

/** One Word file per article; answers the file of each, relative to the delivery's folder. */
async function articleFiles(
  delivery: Delivery,
  folder: string,
  choice: TemplateChoice = 'in-use',
): Promise<Map<string, string>> {
  const { files } = delivery.context.platform
  const links = new Map<string, string>()
  const template = await chosenTemplate(delivery.context, delivery.archive, choice, 'article')
  const office = await officeOf(delivery.archive)
  await delivery.part('word', async (context) => {
    await files.makeFolder(folder)
    let done = 0
    for await (const item of delivery.articles()) {
      if (context.signal.aborted) throw new KhoError('cancelled')
      const serial = String(item.article.serial).padStart(5, '0')
      const path = files.join(folder, `${serial} ${fileNameFrom(item.article.title)}.docx`)
      const file = template
        ? await filledArticle(template, item, office, path, context)
        : await writeArticle(item, path, context)
      delivery.written.push(file)
      links.set(item.article.id, relative(delivery, file.path))
      context.report(++done, delivery.ids.length, item.article.title)
    }
  })
  return links
}

async function book(delivery: Delivery): Promise<void> {
  const { files } = delivery.context.platform
  await delivery.part('book', async (context) => {
    const title = delivery.archive.identity.name
    const path = files.join(delivery.folder, `${fileNameFrom(title)}.docx`)
    delivery.written.push(
      ...(await writeBook(delivery.articles(), { title, total: delivery.ids.length }, path, context)),
    )
  })
}

async function catalogue(delivery: Delivery, links: Map<string, string>, pictures: Map<string, string>): Promise<void> {
  const { files } = delivery.context.platform
  await delivery.part('excel', async (context) => {
    const path = files.join(delivery.folder, `${fileNameFrom(delivery.archive.identity.name)}.xlsx`)
    delivery.written.push(
      await writeCatalogue(delivery.articles(), { links, pictures, total: delivery.ids.length }, path, context),
    )
  })
}

/**
 * Copies of the pictures; answers the file of each, relative to the delivery's folder.
 * @param only the photos asked for; all where left out
 */
export async function pictures(
  delivery: Delivery,
  folder: string,
  copies: PictureCopies = { kind: 'originals', longest: 0 },
  only: ReadonlySet<string> | null = null,
): Promise<Map<string, string>> {
  return delivery.part('pictures', async (context) => {
    const how = await howCopied(delivery, copies, context)
    const options = { total: delivery.ids.length, only, how }
    try {
      const { files, links } = await copyPictures(delivery.articles(), options, folder, context)
      delivery.written.push(...files)
      return new Map([...links].map(([photoId, path]) => [photoId, relative(delivery, path)]))
    } finally {
      if (how.kind !== 'originals') await how.writer?.close()
    }
  })
}

async function howCopied(
  { context }: Delivery,
  { kind, longest }: PictureCopies,
  { agency, warn }: DeliveryContext,
): Promise<HowCopied> {
  if (kind === 'originals') return { kind }
  const writer = await startPictureWriter({ ...context.platform, agency }, (warning) => warn?.(warning))
  return kind === 'web' ? { kind, longest, writer, digests: context.platform.digests } : { kind, writer }
}

/** A path inside the delivery as a link writes it: forward slashes, from the delivery's folder. */
const relative = (delivery: Delivery, path: string): string =>
  path.slice(delivery.folder.length).replaceAll('\\', '/').replace(/^\/+/, '')

export const exportWord: Handler<'export.word'> = async (context, input, work) => {
  if (input.form === 'photo-sheet' || input.form === 'contact-sheet') {
    const delivery = await begin(context, input, work, 1)
    await photoFile(delivery, input.form)
    return delivery.report()
  }
  const delivery = await begin(context, input, work, input.form === 'both' ? 2 : 1)
  if (input.form !== 'book') await articleFiles(delivery, input.folder, input.template)
  if (input.form !== 'articles') await book(delivery)
  return delivery.report()
}

export const exportExcel: Handler<'export.excel'> = async (context, input, work) => {
  const delivery = await begin(context, input, work, 1)
  await catalogue(delivery, new Map(Object.entries(input.links)), new Map())
  return delivery.report()
}

export const exportPictures: Handler<'export.pictures'> = async (context, input, work) => {
  const delivery = await begin(context, input, work, 1)
  await pictures(delivery, input.folder, input.copies)
  return delivery.report()
}

export const exportPhotos: Handler<'export.photos'> = async (context, input, work) => {
  const archive = openArchiveOf(context)
  const articles = await articlesShowing(archive, input.photos)
  await context.platform.files.makeFolder(input.folder)
  const delivery = new Delivery(context, archive, articles, input.folder, work, 1)
  await pictures(delivery, input.folder, input.copies, new Set(input.photos))
  return delivery.report()
}

/**
 * For each photo the article that shows it, newest first where there are several.
 * @throws KhoError export-nothing-selected where none is shown
 */
export async function articlesShowing(archive: Archive, photos: string[]): Promise<string[]> {
  const uses = await Promise.all(photos.map((photo) => archive.index.usesOfPhoto(photo)))
  const articles = [...new Set(uses.flatMap(([first]) => first ?? []))]
  if (articles.length === 0) throw new KhoError('export-nothing-selected')
  return articles
}

/** Everything for one hand-over, in one folder: Word, book, pictures, and the catalogue that links to them. */
export const exportAll: Handler<'export.all'> = async (context, input, work) => {
  const { files } = context.platform
  const delivery = await begin(context, input, work, 4)
  const links = await articleFiles(delivery, files.join(input.folder, folderNames.word), input.template)
  const copied = await pictures(delivery, files.join(input.folder, folderNames.pictures))
  await book(delivery)
  await catalogue(delivery, links, copied)
  return delivery.report()
}

const folderNames = { word: 'Word', pictures: 'Anh' } as const
