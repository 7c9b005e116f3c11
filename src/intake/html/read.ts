import { KhoError } from '#core/errors'
import type { SourceBlock, SourceText } from '#core/press/source'
import { legacyFonts } from '../legacy'
import { PictureList } from '../pictures'
import type { EmbeddedPicture } from '../protocol'
import { decodeText } from '../text/encoding'
import type { Warnings } from '../warnings'
import { arrange } from './arrange'
import { PageBuilder } from './blocks'
import { isElement, parseHtml, walk } from './dom'
import { declaredEncoding } from './encoding'
import { sheetRules } from './looks'
import { findMain } from './main'
import { pageMeta, tabTitle } from './meta'
import { readMhtml } from './mhtml'
import { fileNameOf, PagePictures, type PictureSources } from './pictures'

/** What a web page gives before anyone looks for title and lede. */
export interface HtmlRead {
  source: SourceText
  pictures: EmbeddedPicture[]
}

interface HtmlFile {
  name: string
  bytes: Uint8Array
  beside?: (relativePath: string) => Promise<Uint8Array | null>
}

/**
 * Reads a saved web page or an MHTML file held in memory. No script runs and nothing is fetched.
 * @throws KhoError file-damaged for an MHTML file without a page
 */
export async function readHtml(file: HtmlFile, kind: 'html' | 'mhtml', warnings: Warnings): Promise<HtmlRead> {
  const mhtml = kind === 'mhtml' ? readMhtml(file.bytes) : null
  if (kind === 'mhtml' && !mhtml) throw new KhoError('file-damaged', { file: file.name, cause: 'no HTML part' })
  const bytes = mhtml?.page ?? file.bytes
  const { text, encoding, guessed } = decodeText(bytes, {
    declared: mhtml?.charset ?? declaredEncoding(bytes),
    fonts: true,
  })
  if (guessed) warnings.add('encoding-guessed', { encoding })
  const sources = { origin: 'html' as const, parts: mhtml?.parts ?? null, beside: file.beside ?? null }
  const read = await readHtmlText(text, sources, warnings)
  const { meta } = read.source
  if (mhtml?.address && /^https?:/i.test(mhtml.address)) meta.address ??= mhtml.address
  return read
}

/**
 * Reads HTML already decoded.
 * @param from what it is, and where its pictures may be taken from
 */
export async function readHtmlText(
  text: string,
  from: { origin: 'html' | 'paste'; parts?: PictureSources['parts']; beside: PictureSources['beside'] },
  warnings: Warnings,
): Promise<HtmlRead> {
  const document = parseHtml(text)
  const rules = sheetRules(document)
  const meta = pageMeta(document, text)
  const part = findMain(document, rules, { stated: meta.title ?? '', tab: tabTitle(document) })
  const met = new PagePictures()
  const builder = new PageBuilder({
    rules,
    part,
    legacyFont: legacyFonts(warnings),
    picture: (element) => met.meet(element),
  })
  walk(document, {
    enter: (node) => (isElement(node) || node.nodeName === '#text' ? builder.enter(node) : false),
    leave: (node) => builder.leave(node),
  })
  builder.end()
  const blocks = arrange(builder.blocks, from.origin === 'paste')
  if (from.origin === 'html' && !part.sure) warnings.add('main-part-unsure')
  const pictures = new PictureList()
  await pointAtPictures(blocks, met, { parts: from.parts ?? null, beside: from.beside }, pictures, warnings)
  return { source: { origin: from.origin, blocks, meta }, pictures: pictures.list }
}

async function pointAtPictures(
  blocks: SourceBlock[],
  met: PagePictures,
  sources: PictureSources,
  pictures: PictureList,
  warnings: Warnings,
): Promise<void> {
  const taken = await met.take(sources, pictures, warnings)
  for (const block of blocks) {
    if (block.picture === undefined) continue
    const name = fileNameOf(met.addresses[block.picture] ?? '')
    if (name !== '') block.name = name
    const index = taken[block.picture] ?? null
    if (index === null) delete block.picture
    else block.picture = index
  }
}
