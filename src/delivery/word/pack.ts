import { Document, type ISectionOptions, Packer } from 'docx'
import type { Instant } from '#core/model/common'
import { type AsideFile, stopIfCancelled } from '../aside'
import type { DeliveryRules } from '../rules'
import { ZipWriter } from '../zip/zip'
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
const first = ['_rels/.rels', 'docProps/app.xml', 'word/fontTable.xml']
const documentPart = 'word/document.xml'
const documentLinks = 'word/_rels/document.xml.rels'
const contentTypes = '[Content_Types].xml'
const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const headerType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml'
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** What a Word file says about itself in its properties. */
export interface DocumentFacts {
  title: string
  agency: string
  /** The last change of what is inside: the same records give the same file, whenever it is made. */
  changedAt: Instant
}

/** A section as Word reads it. It takes a hundredth of what docx's components of it do. */
export interface CompiledSection {
  content: Uint8Array
  properties: string
}

/**
 * A Word file that is put together section by section: each is compiled as soon as it is known, pictures are
 * in the zip by then (PictureShelf), and only the compiled text waits for the end. The same sections give the
 * same bytes.
 */
export class WordFile {
  private readonly links = new Links()
  private readonly headers = new Map<string, string>()
  private readonly bookmarks = new Map<string, number>()
  private drawings = 0

  private constructor(
    readonly zip: ZipWriter,
    private readonly rules: DeliveryRules,
  ) {}

  /**
   * Begins with the parts that are the same in every file: programs that tell types by the beginning of a
   * file look for them there, and pictures follow before the other parts are known.
   */
  static async begin(file: AsideFile, rules: DeliveryRules): Promise<WordFile> {
    const zip = new ZipWriter(file)
    const parts = compiler.compile(new Document({ sections: [] }))
    for (const path of first) await zip.deflate(path, parts.get(path)!)
    return new WordFile(zip, rules)
  }

  /** @param pages the page of each bookmark that the section refers to */
  compile(section: ISectionOptions, pages: ReadonlyMap<string, number> = new Map()): CompiledSection {
    const parts = compiler.compile(new Document({ pageNumbers: knownPages(pages), sections: [section] }))
    const targets = this.linkedAnew(parts)
    const body = between(parts.get(documentPart) as string, '<w:body>', '</w:body>')
    const xml = this.numberedAnew(spreadPageReferences(body)).replace(
      /(r:(?:id|embed)=")(rId\d+)"/g,
      (whole, head, id) => (targets.has(id) ? `${head}${targets.get(id)}"` : whole),
    )
    const end = xml.lastIndexOf('<w:sectPr')
    return { content: encoder.encode(xml.slice(0, end)), properties: xml.slice(end) }
  }

  /** Writes everything that is not in the zip yet, and closes it. */
  async finish(sections: CompiledSection[], facts: DocumentFacts, signal: AbortSignal): Promise<void> {
    const { title, agency } = facts
    const styles = docxStyles(this.rules)
    const parts = compiler.compile(
      new Document({ title, creator: agency, lastModifiedBy: agency, styles, sections: [] }),
    )
    const shell = parts.get(documentPart) as string
    parts.delete(documentPart)
    parts.set(contentTypes, this.withHeaders(parts.get(contentTypes) as string))
    parts.set(documentLinks, this.links.after(parts.get(documentLinks) as string))
    parts.set('docProps/core.xml', dated(parts.get('docProps/core.xml') as string, facts))
    for (const [xml, name] of this.headers) parts.set(`word/${name}`, xml)
    stopIfCancelled(signal)
    await this.zip.deflateParts(documentPart, documentOf(shell, sections, signal))
    for (const [path, data] of parts) {
      stopIfCancelled(signal)
      if (!first.includes(path)) await this.zip.deflate(path, data)
    }
    await this.zip.end()
  }

  /** Gives the pictures and headers of a section links of the whole file; docx counts them anew in each. */
  private linkedAnew(parts: Map<string, string | Uint8Array>): Map<string, string> {
    const targets = new Map<string, string>()
    for (const [, id, type, target] of (parts.get(documentLinks) as string).matchAll(link)) {
      const data = parts.get(`word/${target}`)
      if (type === 'image') targets.set(id!, this.links.to('image', pictureName(decoder.decode(data as Uint8Array))))
      if (type === 'header') targets.set(id!, this.links.to('header', this.headerNamed(data as string)))
    }
    return targets
  }

  /** Equal headers are one. */
  private headerNamed(xml: string): string {
    const known = this.headers.get(xml)
    if (known) return known
    const name = `header${this.headers.size + 1}.xml`
    this.headers.set(xml, name)
    return name
  }

  /** docx counts bookmarks and drawings over the whole process: here they are counted in the file. */
  private numberedAnew(xml: string): string {
    const { bookmarks } = this
    const bookmark = (id: string) => bookmarks.get(id) ?? bookmarks.set(id, bookmarks.size + 1).get(id)!
    return xml
      .replace(/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)"/g, (_, head, id) => `${head}${bookmark(id)}"`)
      .replace(/(<wp:docPr\b[^>]*?id=")(\d+)"/g, (_, head) => `${head}${++this.drawings}"`)
  }

  private withHeaders(types: string): string {
    const overrides = [...this.headers.values()].map(
      (name) => `<Override ContentType="${headerType}" PartName="/word/${name}"/>`,
    )
    return types.replace('</Types>', `${overrides.join('')}</Types>`)
  }
}

const link = /<Relationship Id="(rId\d+)" Type="[^"]*\/([a-zA-Z]+)" Target="([^"]+)"\/>/g

/** Relationships of the main part: each target once, under ids that docx's own do not take. */
class Links {
  private readonly known = new Map<string, { id: string; type: string }>()

  to(type: 'image' | 'header', target: string): string {
    const known = this.known.get(target)
    if (known) return known.id
    const id = `kho${this.known.size + 1}`
    this.known.set(target, { id, type })
    return id
  }

  after(xml: string): string {
    const more = [...this.known].map(
      ([target, { id, type }]) => `<Relationship Id="${id}" Type="${officeTypes}/${type}" Target="${target}"/>`,
    )
    return xml.replace('</Relationships>', `${more.join('')}</Relationships>`)
  }
}

/** The main part, section by section: all but the last end in a paragraph that holds their properties. */
async function* documentOf(
  shell: string,
  sections: CompiledSection[],
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const [head] = shell.split(/<w:body\b/)
  yield encoder.encode(`${head}<w:body>`)
  for (const [index, { content, properties }] of sections.entries()) {
    stopIfCancelled(signal)
    yield content
    const last = index === sections.length - 1
    yield encoder.encode(last ? properties : `<w:p><w:pPr>${properties}</w:pPr></w:p>`)
  }
  yield encoder.encode('</w:body></w:document>')
}

function between(text: string, start: string, end: string): string {
  return text.slice(text.indexOf(start) + start.length, text.lastIndexOf(end))
}

/** The moment of making differs from run to run; the moment of the last change does not. */
function dated(xml: string, { changedAt }: DocumentFacts): string {
  const moment = `${new Date(changedAt).toISOString().slice(0, 19)}Z`
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
}

/** docx puts a whole page reference into one run; LibreOffice shows its number only where each mark has a run. */
function spreadPageReferences(xml: string): string {
  return xml.replace(
    /<w:r>(<w:fldChar [^>]*begin"[^>]*\/>)(<w:instrText[^>]*>PAGEREF.*?)<\/w:r>/g,
    (_, begin, rest) =>
      `<w:r>${begin}</w:r>${rest.replace(/<w:(instrText|t)\b.*?<\/w:\1>|<w:fldChar [^>]*\/>/g, '<w:r>$&</w:r>')}`,
  )
}
