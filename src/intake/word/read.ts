import { KhoError } from '#core/errors'
import type { SourceBlock, SourceText } from '#core/press/source'
import { oneLine } from '../clean'
import { legacyFonts } from '../legacy'
import type { EmbeddedPicture } from '../protocol'
import type { Warnings } from '../warnings'
import { type Container, openContainer } from './container'
import { DocumentReader } from './document'
import { Fields } from './fields'
import { Numbering, NumberingReader } from './numbering'
import { isOdt, readOdt } from './odt'
import { PackagePictures } from './package-pictures'
import { type Relationship, relationshipsOf } from './relationships'
import { readWithMammoth } from './second-opinion'
import { Styles, StylesReader } from './styles'
import { parseXml, type XmlHandler } from './xml'

/** What a Word file gives before anyone looks for title and lede. */
export interface WordRead {
  source: SourceText
  pictures: EmbeddedPicture[]
}

/**
 * Reads a .docx, .docm, .dotx, .dotm or .odt held in memory.
 * @param warnings takes what a person should know: macros, tracked changes, pictures left out
 * @throws KhoError file-damaged, file-hostile, file-encrypted, file-unpacks-too-large, file-type-mismatch
 */
export async function readWord(
  bytes: Uint8Array,
  file: string,
  limits: { unpackedBytes: number },
  warnings: Warnings,
): Promise<WordRead> {
  const container = await openContainer(bytes, limits, file)
  if (await isOdt(container, file)) return readOdt(container, file, warnings)
  const main = await mainPart(container, file)
  if (container.names.some((name) => /vbaproject\.bin$/i.test(name))) warnings.add('word-macros')
  const package_ = new WordPackage(container, main, file, warnings)
  const blocks = await package_.read()
  const pictures = await package_.pictures.take(blocks)
  const nothing = pictures.length === 0 && blocks.every((block) => block.text === '')
  if (nothing) blocks.push(...(await readWithMammoth(bytes, warnings)))
  return { source: { origin: 'word', blocks, meta: await properties(container, file) }, pictures }
}

/** The part the package calls its document, wherever it lies. */
async function mainPart(container: Container, file: string): Promise<string> {
  const relationships = [...(await relationshipsOf(container, '', file)).values()]
  const named = relationships.find((one) => one.type === 'officeDocument' && !one.external)?.target
  const name = [named, 'word/document.xml'].find((one) => one !== undefined && container.part(one))
  if (name && !/^(xl|ppt)\//i.test(name)) return name
  const actual = nameOfPackage(container.names)
  if (actual === null) throw new KhoError('file-damaged', { file, cause: 'no document part' })
  throw new KhoError('file-type-mismatch', { file, args: { actual } })
}

function nameOfPackage(names: string[]): string | null {
  if (names.some((name) => /^xl\//i.test(name))) return 'Excel'
  if (names.some((name) => /^ppt\//i.test(name))) return 'PowerPoint'
  if (names.includes('mimetype') && names.includes('content.xml')) return 'OpenDocument'
  return names.some((name) => name.toLowerCase() === '[content_types].xml') ? null : 'ZIP'
}

/** One document of a package with the parts it leans on. */
class WordPackage {
  private readonly styles = new Styles()
  private readonly numbering = new Numbering()
  private readonly fields: Fields
  readonly pictures: PackagePictures
  private faults = 0

  constructor(
    private readonly container: Container,
    private readonly main: string,
    private readonly file: string,
    private readonly warnings: Warnings,
  ) {
    this.fields = new Fields(warnings)
    this.pictures = new PackagePictures(container, warnings)
  }

  /** All blocks in reading order, notes at the end. */
  async read(): Promise<SourceBlock[]> {
    const relationships = await relationshipsOf(this.container, this.main, this.file)
    const related = (type: string) => [...relationships.values()].find((one) => one.type === type && !one.external)
    await this.parse(related('styles'), new StylesReader(this.styles))
    await this.parse(related('numbering'), new NumberingReader(this.numbering))
    const document = this.documentReader(relationships)
    await this.parse({ target: this.main }, document)
    document.end()
    const blocks = [...document.blocks]
    for (const kind of ['footnotes', 'endnotes']) {
      const part = related(kind)
      if (part) blocks.push(...(await this.notes(part, document.references)))
    }
    if (this.faults > 0 && blocks.length === 0)
      throw new KhoError('file-damaged', { file: this.file, cause: 'faulty XML' })
    if (this.faults > 0) this.warnings.add('word-faulty')
    return blocks
  }

  private async notes(part: Relationship, references: string[]): Promise<SourceBlock[]> {
    const reader = this.documentReader(await relationshipsOf(this.container, part.target, this.file))
    await this.parse(part, reader)
    return references
      .flatMap((reference) => reader.notes.get(reference) ?? [])
      .map((block) => (block.kind === 'picture' ? block : { ...block, kind: 'footnote' }))
  }

  private documentReader(relationships: Map<string, Relationship>): DocumentReader {
    const { styles, numbering, fields, warnings } = this
    return new DocumentReader({
      styles,
      numbering,
      fields,
      warnings,
      legacyFont: legacyFonts(warnings),
      picture: (id) => this.pictureIndex(relationships.get(id)),
    })
  }

  private pictureIndex(relationship: Relationship | undefined): number | null {
    if (relationship?.external) this.warnings.add('remote-left-out')
    return !relationship || relationship.external ? null : this.pictures.meet(relationship.target)
  }

  private async parse(part: { target: string } | undefined, handler: XmlHandler): Promise<void> {
    const found = part && this.container.part(part.target)
    if (found) this.faults += (await parseXml(found.chunks(), handler, this.file)).faults
  }
}

/** Title and author as the document's properties have them; often left over from another document. */
async function properties(container: Container, file: string): Promise<SourceText['meta']> {
  const found: Record<string, string> = {}
  let at = ''
  const handler: XmlHandler = {
    open: (name) => {
      at = name
    },
    close: () => {
      at = ''
    },
    text: (value) => {
      if (at) found[at] = (found[at] ?? '') + value
    },
  }
  const part = container.part('docProps/core.xml')
  if (part) await parseXml(part.chunks(), handler, file)
  const title = oneLine(found['dc:title'] ?? '')
  const author = oneLine(found['dc:creator'] ?? '')
  return { ...(title ? { title } : {}), ...(author ? { author } : {}) }
}
