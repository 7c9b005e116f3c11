import type { DeliveredArticle, DeliveryContext, WrittenFile } from '../delivery'
import { Volume } from './volume'
import { writeVolumes } from './volumes'

/** What a book is called; `total` articles, for the progress. */
export interface BookOptions {
  title: string
  total?: number
}

/**
 * Writes articles as one book: cover, contents with page numbers, each article on pages of its own with
 * running heads, people index with the offices held, list of originals with SHA-256. A book that grows
 * past the bounds of the data file goes on in further volumes; memory holds one volume's text.
 * @param path where it should lie
 * @throws KhoError export-nothing-selected, cancelled, or as Files gives it; no volume is left behind then
 */
export async function writeBook(
  articles: AsyncIterable<DeliveredArticle>,
  { title, total }: BookOptions,
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile[]> {
  const options = { path, total, nameOf: ({ article }: DeliveredArticle) => article.title }
  return writeVolumes(articles, (file) => Volume.begin(file, title, context), options, context)
}
