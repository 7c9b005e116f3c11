import { KhoError } from '#core/errors'
import { AsideFile, stopIfCancelled } from '../aside'
import type { DeliveredArticle, DeliveryContext, WrittenFile } from '../delivery'
import { deliveryWords } from '../words'
import { Volume } from './volume'

/** What a book is called; `total` articles, for the progress. */
export interface BookOptions {
  title: string
  total?: number
}

/**
 * Writes articles as one book: cover, contents with page numbers, each article on pages of its own with
 * running heads, people index with the offices held, list of originals with SHA-256. A book that grows
 * past the bounds of the data file goes on in further volumes; memory holds one volume's text.
 * @param path where it should lie; volumes get their number appended, existing files are never replaced
 * @throws KhoError export-nothing-selected, cancelled, or as Files gives it; no volume is left behind then
 */
export async function writeBook(
  articles: AsyncIterable<DeliveredArticle>,
  options: BookOptions,
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile[]> {
  const volumes: Volume[] = []
  try {
    await fillVolumes(articles, options, path, context, volumes)
    if (volumes.length === 0) throw new KhoError('export-nothing-selected')
    return await nameVolumes(volumes, path, context)
  } catch (thrown) {
    // What stopped the book is the error to tell, not that clearing away failed too.
    for (const { file } of volumes) await file.drop().catch(() => undefined)
    throw thrown
  }
}

async function fillVolumes(
  articles: AsyncIterable<DeliveredArticle>,
  { title, total }: BookOptions,
  path: string,
  context: DeliveryContext,
  volumes: Volume[],
): Promise<void> {
  const { files, signal } = context
  let number = 0
  for await (const delivered of articles) {
    stopIfCancelled(signal)
    const last = volumes.at(-1)
    if (!last || last.full) {
      await last?.close(volumes.length)
      volumes.push(await Volume.begin(await AsideFile.open(files, files.dirName(path)), title, context))
    }
    number += 1
    await volumes.at(-1)!.add(delivered, number)
    context.report(number, total ?? number, delivered.article.title)
  }
  stopIfCancelled(signal)
  await volumes.at(-1)?.close(volumes.length > 1 ? volumes.length : null)
}

/** Only when every volume is whole does the first get its name. */
async function nameVolumes(volumes: Volume[], path: string, context: DeliveryContext): Promise<WrittenFile[]> {
  const { files } = context
  const { say } = deliveryWords(context.language)
  const written: WrittenFile[] = []
  for (const [index, { file, articles }] of volumes.entries()) {
    const title = files.baseName(path).replace(/\.docx$/i, '')
    const name = say('delivery.book.volumeFile', { title, volume: index + 1 })
    const target = volumes.length === 1 ? path : files.join(files.dirName(path), `${name}.docx`)
    written.push({ ...(await file.finish(target)), articles })
  }
  return written
}
