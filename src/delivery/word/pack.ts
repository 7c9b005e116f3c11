import { Document, type IPropertiesOptions, Packer } from 'docx'
import type { Instant } from '#core/model/common'
import { stopIfCancelled } from '../aside'
import type { DeliveryRules } from '../rules'
import type { ZipWriter } from '../zip/zip'
import { knownPages } from './layout/exact'
import { pictureName } from './pictures'
import { docxStyles } from './styles'

/**
 * docx's own packer holds every picture and zips in one go; its compiler gives the parts alone. It is
 * private in the types: docx is pinned, and the golden tests fail where it changes.
 */
interface DocxCompiler {
  compile(document: Document): Map<string, string | Uint8Array>
}

const { compiler } = Packer as unknown as { compiler: DocxCompiler }
const media = 'word/media/'
const documentLinks = 'word/_rels/document.xml.rels'
const first = ['_rels/.rels', 'docProps/app.xml', 'word/fontTable.xml']

/** What a Word file says about itself in its properties. */
export interface DocumentFacts {
  title: string
  agency: string
  /** The last change of what is inside: the same records give the same file, whenever it is made. */
  changedAt: Instant
  /** Page of each bookmark that the text refers to. */
  pages?: ReadonlyMap<string, number>
}

/**
 * Writes the parts that are the same in every file. Programs that tell types by the beginning of a file
 * look for them there, and pictures follow before the other parts are known.
 */
export async function beginPackage(zip: ZipWriter): Promise<void> {
  const parts = compiler.compile(new Document({ sections: [] }))
  for (const path of first) await zip.deflate(path, parts.get(path)!)
}

/** Compiles a document and writes its parts; its pictures are in the zip already (PictureShelf). */
export async function writeParts(
  sections: IPropertiesOptions['sections'],
  facts: DocumentFacts,
  rules: DeliveryRules,
  zip: ZipWriter,
  signal: AbortSignal,
): Promise<void> {
  const document = new Document({
    title: facts.title,
    creator: facts.agency,
    lastModifiedBy: facts.agency,
    styles: docxStyles(rules),
    pageNumbers: knownPages(facts.pages ?? new Map()),
    sections,
  })
  const parts = compiler.compile(document)
  parts.set(documentLinks, linkedPictures(parts))
  for (const [path, data] of parts) {
    stopIfCancelled(signal)
    if (first.includes(path) || path.startsWith(media)) continue
    await zip.deflate(path, typeof data === 'string' ? settled(path, data, facts) : data)
  }
}

/** docx numbers pictures by their order in the text; the zip has them under the keys it was given instead. */
function linkedPictures(parts: Map<string, string | Uint8Array>): string {
  const names = new Map<string, string>()
  for (const [path, key] of parts) {
    if (path.startsWith(media))
      names.set(path.slice('word/'.length), pictureName(new TextDecoder().decode(key as Uint8Array)))
  }
  return (parts.get(documentLinks) as string).replace(/Target="(media\/[^"]+)"/g, (whole, target) =>
    names.has(target) ? `Target="${names.get(target)}"` : whole,
  )
}

/** Replaces what differs from run to run: the moment of making, numbers counted over the whole process. */
function settled(path: string, xml: string, { changedAt }: DocumentFacts): string {
  if (path === 'docProps/core.xml') {
    const moment = `${new Date(changedAt).toISOString().slice(0, 19)}Z`
    return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
  }
  return path === 'word/document.xml' ? renumbered(spreadPageReferences(xml)) : xml
}

/** docx puts a whole page reference into one run; LibreOffice shows its number only where each mark has a run. */
function spreadPageReferences(xml: string): string {
  return xml.replace(
    /<w:r>(<w:fldChar [^>]*begin"[^>]*\/>)(<w:instrText[^>]*>PAGEREF.*?)<\/w:r>/g,
    (_, begin, rest) =>
      `<w:r>${begin}</w:r>${rest.replace(/<w:(instrText|t)\b.*?<\/w:\1>|<w:fldChar [^>]*\/>/g, '<w:r>$&</w:r>')}`,
  )
}

function renumbered(xml: string): string {
  const bookmarks = new Map<string, number>()
  const bookmark = (id: string) => bookmarks.get(id) ?? bookmarks.set(id, bookmarks.size + 1).get(id)!
  let drawings = 0
  return xml
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)"/g, (_, head, id) => `${head}${bookmark(id)}"`)
    .replace(/(<wp:docPr\b[^>]*?id=")(\d+)"/g, (_, head) => `${head}${++drawings}"`)
}
