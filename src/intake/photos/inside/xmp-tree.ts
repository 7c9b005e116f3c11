import { SaxesParser, type SaxesTagNS } from 'saxes'
import { looksUtf16 } from '../../sniff'

/** An element of XMP with its namespaces resolved. */
export interface XmlNode {
  uri: string
  prefix: string
  local: string
  attributes: { uri: string; prefix: string; local: string; value: string }[]
  children: XmlNode[]
  text: string
}

const DEEPEST = 40
const MOST_NODES = 50_000

/** Ends the parsing with what was read so far. */
class Enough extends Error {}

/**
 * The tree of a packet of XMP. A document type, and with it every trick with entities, ends the reading; so do more
 * elements, or deeper ones, than any program writes. Faults in well-formedness are read over.
 */
export function xmpTree(bytes: Uint8Array): { root: XmlNode; whole: boolean } {
  const root: XmlNode = { uri: '', prefix: '', local: '', attributes: [], children: [], text: '' }
  const open: XmlNode[] = [root]
  let whole = true
  let nodes = 0
  const parser = new SaxesParser({ position: false, xmlns: true })
  parser.on('error', () => {
    whole = false
  })
  parser.on('doctype', () => {
    throw new Enough()
  })
  parser.on('opentag', (tag) => {
    nodes += 1
    if (nodes > MOST_NODES || open.length > DEEPEST) throw new Enough()
    const node = nodeOf(tag)
    open[open.length - 1]!.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => {
    if (open.length > 1) open.pop()
  })
  const text = (value: string) => {
    open[open.length - 1]!.text += value
  }
  parser.on('text', text)
  parser.on('cdata', text)
  try {
    parser.write(packetText(bytes)).close()
  } catch {
    whole = false
  }
  return { root, whole }
}

function nodeOf({ uri, prefix, local, attributes }: SaxesTagNS): XmlNode {
  return {
    uri,
    prefix,
    local,
    attributes: Object.values(attributes).map((one) => ({
      uri: one.uri,
      prefix: one.prefix,
      local: one.local,
      value: one.value,
    })),
    children: [],
    text: '',
  }
}

/** A packet is UTF-8 nearly always, UTF-16 by its mark or zero bytes; what stands around the XML goes. */
function packetText(bytes: Uint8Array): string {
  const [a, b] = bytes
  const marked = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null
  const text = new TextDecoder(marked ?? looksUtf16(bytes) ?? 'utf-8').decode(bytes)
  const from = text.search(/<(?:[\w-]+:)?(?:xmpmeta|xapmeta|RDF|!DOCTYPE)\b/)
  const to = text.lastIndexOf('>')
  // The end of the packet, and instructions before it, are no element.
  return from < 0 ? '' : text.slice(from, to + 1).replace(/<\?xpacket[^>]*\?>\s*$/, '')
}
