import ExcelJS from 'exceljs'
import type { Files } from '#platform/ports'
import type { ZipWriter } from '../zip/zip'
import { Spool } from './spool'

/** What exceljs's streaming writer calls to get rid of the parts of a workbook (exceljs 4.4, pinned). */
interface Insides {
  zip: { append(text: string, part: { name: string }): void }
  _openStream(path: string): SheetStream
  created: Date
  modified: Date
}

/** What exceljs writes a sheet to: text, or its own buffer, which it uses again afterwards. */
class SheetStream {
  constructor(private readonly spool: Spool) {}

  write(data: string | { toBuffer(): { toString(encoding: 'utf8'): string } }): void {
    this.spool.write(asText(typeof data === 'string' ? data : data.toBuffer().toString('utf8')))
  }

  pause(): void {}
  on(): void {}
  end(): void {}
}

/**
 * exceljs's streaming workbook with everything it would zip kept in our hands: sheets go to spools, so
 * that several can grow at once in bounded memory; styles are put right; the zip is reproducible.
 */
export class StreamedWorkbook {
  readonly book: ExcelJS.stream.xlsx.WorkbookWriter
  private readonly texts = new Map<string, string>()
  private readonly sheets = new Map<string, Spool>()

  /** @param folder where temporary files may lie */
  constructor(files: Files, folder: string, creator: string) {
    this.book = new ExcelJS.stream.xlsx.WorkbookWriter({ useStyles: true, useSharedStrings: false })
    this.book.creator = creator
    this.book.lastModifiedBy = creator
    const insides = this.book as unknown as Insides
    insides.zip = { append: (text, { name }) => void this.texts.set(withoutSlash(name), text) }
    insides._openStream = (path) => {
      made += 1
      const spool = new Spool(files, files.join(folder, `.kho-tin-sheet-${made}.part`))
      this.sheets.set(withoutSlash(path), spool)
      return new SheetStream(spool)
    }
  }

  /** To be awaited between rows. */
  async settle(): Promise<void> {
    for (const spool of this.sheets.values()) await spool.settle()
  }

  /** Writes all parts; every sheet must be committed. */
  async writeTo(zip: ZipWriter, changedAt: Date): Promise<void> {
    const { book } = this
    const insides = book as unknown as Insides
    insides.created = changedAt
    insides.modified = changedAt
    for (const add of [
      'ContentTypes',
      'OfficeRels',
      'WorkbookRels',
      'Workbook',
      'Styles',
      'Themes',
      'App',
      'Core',
    ] as const) {
      await book[`add${add}`]()
    }
    for (const [path, text] of this.texts) {
      await zip.deflate(path, path === 'xl/styles.xml' ? withFontsInOrder(text) : text)
    }
    for (const [path, spool] of this.sheets) await zip.deflateParts(path, spool.parts())
  }

  /** Takes temporary files away. */
  async drop(): Promise<void> {
    for (const spool of this.sheets.values()) await spool.drop()
  }
}

let made = 0

const withoutSlash = (name: string) => name.replace(/^\/+/, '')

/** exceljs marks text as the result of a formula (`t="str"`); a text of its own is `inlineStr` (ECMA-376, 18.18.11). */
function asText(xml: string): string {
  return xml.replace(/ t="str"><v>([^<]*)<\/v>/g, ' t="inlineStr"><is><t xml:space="preserve">$1</t></is>')
}

// CT_Font as Microsoft's validator wants it; exceljs writes name before size.
const fontOrder = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ')

function withFontsInOrder(styles: string): string {
  return styles.replace(/<font>(.*?)<\/font>/gs, (_, inside: string) => {
    const rank = (element: string) => fontOrder.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '')
    const elements = inside.match(/<\w+[^>]*\/>/g) ?? []
    return `<font>${elements.sort((a, b) => rank(a) - rank(b)).join('')}</font>`
  })
}
