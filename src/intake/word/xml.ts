import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { KhoError } from '#core/errors'

/** The namespaces we look into, by the prefix we call them; strict and transitional alike. */
const NAMESPACES: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'manifest',
  'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0': 'svg',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
}

/** Attributes without their prefix; where two share a name, the prefixed one (`r:id` before `id`). */
export type Attributes = Record<string, string>

export interface XmlHandler {
  /** @param name with our prefix, or the bare local name for namespaces we do not know */
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(value: string): void
}

/**
 * Parses XML as it comes, in any encoding it declares. Declarations of a document type, and with them
 * every entity trick, are refused. Faults in well-formedness are counted and read over.
 * @returns how many faults there were
 * @throws KhoError file-hostile on a DOCTYPE, whatever `chunks` throws
 */
export async function parseXml(
  chunks: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  file: string,
): Promise<{ faults: number }> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  const names = new Names()
  let faults = 0
  parser.on('error', () => {
    faults += 1
  })
  parser.on('doctype', () => {
    throw new KhoError('file-hostile', { file, cause: 'document type declared' })
  })
  parser.on('opentag', (tag: SaxesTagPlain) =>
    handler.open(names.enter(tag.name, tag.attributes), plain(tag.attributes)),
  )
  parser.on('closetag', (tag: SaxesTagPlain) => handler.close(names.leave(tag.name)))
  parser.on('text', (text) => handler.text(text))
  parser.on('cdata', (text) => handler.text(text))
  let decoder: InstanceType<typeof TextDecoder> | null = null
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(xmlEncoding(chunk))
    parser.write(decoder.decode(chunk, { stream: true }))
  }
  parser.close()
  return { faults }
}

/** Byte-order mark, zero bytes of UTF-16, else the XML declaration, else UTF-8 (XML 1.0, appendix F). */
function xmlEncoding(start: Uint8Array): string {
  const [a, b] = start
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
  const head = new TextDecoder('latin1').decode(start.subarray(0, 200))
  const declared = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(declared).encoding
  } catch {
    return 'utf-8'
  }
}

function plain(attributes: Record<string, string>): Attributes {
  const found: Attributes = {}
  for (const name in attributes) {
    const colon = name.indexOf(':')
    if (colon >= 0 || !(name in found)) found[colon < 0 ? name : name.slice(colon + 1)] = attributes[name] as string
  }
  return found
}

/** Turns the prefixes a file happens to use into ours. */
class Names {
  private scopes: { depth: number; prefixes: Map<string, string> }[] = [{ depth: 0, prefixes: new Map() }]
  private depth = 0

  enter(name: string, attributes: Record<string, string>): string {
    this.depth += 1
    let scope: Map<string, string> | null = null
    for (const attribute in attributes) {
      if (!attribute.startsWith('xmlns')) continue
      scope ??= new Map(this.prefixes)
      scope.set(attribute.slice(6), NAMESPACES[attributes[attribute] as string] ?? '')
    }
    if (scope) this.scopes.push({ depth: this.depth, prefixes: scope })
    return this.named(name)
  }

  leave(name: string): string {
    const named = this.named(name)
    if (this.scopes.length > 1 && this.scopes.at(-1)?.depth === this.depth) this.scopes.pop()
    this.depth -= 1
    return named
  }

  private get prefixes(): Map<string, string> {
    return this.scopes.at(-1)?.prefixes as Map<string, string>
  }

  private named(name: string): string {
    const colon = name.indexOf(':')
    const prefix = this.prefixes.get(colon < 0 ? '' : name.slice(0, colon))
    const local = colon < 0 ? name : name.slice(colon + 1)
    return prefix ? `${prefix}:${local}` : local
  }
}
