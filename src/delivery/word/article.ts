import { writeAside } from '../aside'
import type { DeliveredArticle, DeliveryContext, WrittenFile } from '../delivery'
import { serialOf } from '../describe'
import { shippedRules } from '../rules'
import { deliveryWords } from '../words'
import { articleBody, officeHead } from './body'
import { PageCounter } from './layout/pages'
import { sourceNote } from './note'
import { WordFile } from './pack'
import { pageHeader, pageProperties, styled } from './parts'
import { PictureShelf } from './pictures'

/**
 * Writes one article as a Word file (A4 and type by Nghị định 30/2020/NĐ-CP): text, pictures with their
 * captions, byline, and a note of its source and custody. The same article gives the same bytes.
 * @param path where it should lie; numbered `(2)` where something is there
 * @returns where it lies
 * @throws KhoError cancelled, or as Files gives it; nothing is left behind then
 */
export async function writeArticle(
  delivered: DeliveredArticle,
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile> {
  const { files, signal } = context
  const rules = context.rules ?? shippedRules
  const words = deliveryWords(context.language)
  return writeAside(files, files.dirName(path), signal, async (file) => {
    const word = await WordFile.begin(file, rules)
    const placed = await new PictureShelf(word.zip, rules, context).place(delivered)
    const pages = { delivered, placed, rules, words }
    const children = [
      ...officeHead(context.agency, words.say('delivery.serial', { serial: serialOf(delivered) }), rules),
      styled('Title', delivered.article.title),
      ...articleBody(pages),
      ...sourceNote(pages, context, 'here'),
    ]
    const section = {
      properties: pageProperties(rules, { titlePage: true }),
      headers: { default: pageHeader(rules) },
      children,
    }
    const { title, updatedAt } = delivered.article
    await word.finish([word.compile(section)], { title, agency: context.agency, changedAt: updatedAt }, signal)
    const counted = context.countPages ? { pages: new PageCounter(rules).pagesOf(section) } : {}
    return { ...(await file.finish(path)), articles: 1, ...counted }
  })
}
