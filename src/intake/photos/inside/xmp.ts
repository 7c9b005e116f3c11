import type { Inside } from '#core/pictures/inside'
import { kept } from './text'
import { type XmlNode, xmpTree } from './xmp-tree'

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const XML = 'http://www.w3.org/XML/1998/namespace'
/** Groups as exiftool calls them, by namespace; of others the prefix that the packet itself uses. */
const GROUPS: Record<string, string> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/photoshop/1.0/': 'photoshop',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/rights/': 'xmpRights',
  'http://ns.adobe.com/xap/1.0/mm/': 'xmpMM',
  'http://ns.adobe.com/exif/1.0/': 'exif',
  'http://ns.adobe.com/tiff/1.0/': 'tiff',
  'http://ns.adobe.com/exif/1.0/aux/': 'aux',
  'http://ns.adobe.com/camera-raw-settings/1.0/': 'crs',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/': 'iptcCore',
  'http://iptc.org/std/Iptc4xmpExt/2008-02-29/': 'iptcExt',
  'http://ns.useplus.org/ldf/xmp/1.0/': 'plus',
  'http://www.metadataworkinggroup.com/schemas/regions/': 'mwg-rs',
  'http://ns.microsoft.com/photo/1.2/': 'MP',
  'http://ns.microsoft.com/photo/1.2/t/RegionInfo#': 'MPRI',
  'http://ns.microsoft.com/photo/1.2/t/Region#': 'MPReg',
  'http://ns.microsoft.com/photo/1.0': 'microsoft',
  'http://ns.microsoft.com/photo/1.0/': 'microsoft',
  'http://ns.acdsee.com/iptc/1.0/': 'acdsee',
  'http://ns.acdsee.com/regions/': 'acdsee-rs',
  'http://ns.adobe.com/lightroom/1.0/': 'lr',
  'http://www.digikam.org/ns/1.0/': 'digiKam',
}
/** What holds settings, digests and histories of programs, no words of people. */
const TECHNICAL = /^(crs|crd|xmpMM|xmpG|xmpDM|xmpTPg|stEvt|stRef|xmpNote|GPano|HDRGainMap|Device|GCamera|Container)$/
const TECHNICAL_TAGS =
  /^XMP-(photoshop:(History|DocumentAncestors|ColorMode|ICCProfile|LegacyIPTCDigest|SidecarForExtension)|(exif|tiff|exifEX):(?!DateTimeOriginal|DateTimeDigitized|ImageDescription|Artist|Copyright|UserComment|Make$|Model$|Software|GPSLatitude$|GPSLongitude$|LensModel)|aux:(?!Lens$|OwnerName)|xmp:(MetadataDate|ModifyDate|Thumbnails|BaseURL)|dc:Format|mwg-rs:|MP:|acdsee-rs:)/

export type XmpValue = string | XmpList | XmpStruct
interface XmpList {
  list: { value: XmpValue; language: string }[]
  alternatives: boolean
}
export interface XmpStruct {
  fields: Map<string, XmpValue>
}

/** Properties of XMP by exiftool's name (`dc:Description`). */
export type XmpProperties = Map<string, XmpValue>

/** Reads the packets of a picture, the main one and what was too long for it (XMP part 3, 1.1.3.1). */
export function readXmp(packets: Uint8Array[]): { properties: XmpProperties; whole: boolean } {
  const properties: XmpProperties = new Map()
  let whole = true
  for (const packet of packets) {
    const tree = xmpTree(packet)
    whole &&= tree.whole
    for (const description of descriptionsIn(tree.root)) takeFields(description, properties)
  }
  return { properties, whole }
}

/** Words of the properties: a list each, an alternative per language, fields of structures one after another. */
export function xmpWords(properties: XmpProperties): Inside[] {
  return [...properties].flatMap(([name, value]) => {
    const tag = `XMP-${name}`
    if (TECHNICAL.test(name.split(':')[0] ?? '') || TECHNICAL_TAGS.test(tag)) return []
    return wordsOf(tag, value)
  })
}

function wordsOf(tag: string, value: XmpValue): Inside[] {
  if (typeof value === 'string') return said(tag, [value])
  if ('fields' in value) return flattened(tag, [value])
  const { list, alternatives } = value
  if (alternatives) return inLanguages(tag, list)
  const structs = list.flatMap((one) => (typeof one.value === 'object' && 'fields' in one.value ? [one.value] : []))
  const plain = list.flatMap((one) => (typeof one.value === 'string' ? [one.value] : []))
  return [...said(tag, plain), ...flattened(tag, structs)]
}

function said(tag: string, values: string[], language = ''): Inside[] {
  const words = values.map(kept).filter((value) => value !== '')
  if (words.length === 0) return []
  return [{ tag, values: words, ...(language === '' || language === 'x-default' ? {} : { language }) }]
}

/** The default first; a language that says the same as it is not repeated. */
function inLanguages(tag: string, list: XmpList['list']): Inside[] {
  const all = list.flatMap(({ value, language }) => (typeof value === 'string' ? said(tag, [value], language) : []))
  const ordered = [...all.filter(({ language }) => !language), ...all.filter(({ language }) => language)]
  return ordered.filter(
    (one, at) => ordered.findIndex(({ values }) => values[0] === one.values[0]) === at || (at > 0 && !one.language),
  )
}

function flattened(tag: string, structs: XmpStruct[]): Inside[] {
  const columns = new Map<string, Inside[]>()
  for (const { fields } of structs) {
    for (const [name, value] of fields) {
      const own = `${tag}${name.split(':')[1] ?? ''}`
      columns.set(own, [...(columns.get(own) ?? []), ...wordsOf(own, value)])
    }
  }
  return [...columns.values()].flatMap((words) => {
    const byLanguage = new Map<string, Inside>()
    for (const one of words) {
      const key = `${one.tag} ${one.language ?? ''}`
      const there = byLanguage.get(key)
      byLanguage.set(key, there ? { ...there, values: [...there.values, ...one.values] } : one)
    }
    return [...byLanguage.values()]
  })
}

function* descriptionsIn(node: XmlNode): Generator<XmlNode> {
  for (const child of node.children) {
    if (child.uri === RDF && child.local === 'RDF') {
      yield* child.children.filter(({ uri, local }) => uri === RDF && local === 'Description')
    } else yield* descriptionsIn(child)
  }
}

/** Properties may stand as attributes or as elements (XMP part 1, 7.9.2). */
function takeFields(description: XmlNode, into: Map<string, XmpValue>): void {
  for (const { uri, prefix, local, value } of description.attributes) {
    if (uri === '' || uri === RDF || uri === XML || prefix === 'xmlns') continue
    put(into, nameOf(uri, prefix, local), value)
  }
  for (const child of description.children) put(into, nameOf(child.uri, child.prefix, child.local), readValue(child))
}

/** What an earlier packet or description said is not overwritten by an empty one. */
function put(into: Map<string, XmpValue>, name: string, value: XmpValue): void {
  if (!into.has(name) || value !== '') into.set(name, value)
}

function readValue(node: XmlNode): XmpValue {
  const list = node.children.find(({ uri, local }) => uri === RDF && /^(Alt|Bag|Seq)$/.test(local))
  if (list) return listOf(list)
  const inner = node.children.find(({ uri, local }) => uri === RDF && local === 'Description')
  const own = node.attributes.filter(
    ({ uri, prefix }) => uri !== '' && uri !== RDF && uri !== XML && prefix !== 'xmlns',
  )
  const resource = node.attributes.find(({ uri, local }) => uri === RDF && local === 'resource')
  if (!inner && node.children.length === 0 && own.length === 0) return resource?.value ?? node.text
  const fields = new Map<string, XmpValue>()
  // A value with qualifiers (rdf:value) is its value.
  takeFields(inner ?? node, fields)
  const qualified = (inner ?? node).children.find(({ uri, local }) => uri === RDF && local === 'value')
  return qualified ? readValue(qualified) : { fields }
}

function listOf(list: XmlNode): XmpList {
  const items = list.children.filter(({ uri, local }) => uri === RDF && local === 'li')
  return {
    alternatives: list.local === 'Alt',
    list: items.map((item) => ({
      value: readValue(item),
      language: item.attributes.find(({ uri, local }) => uri === XML && local === 'lang')?.value ?? '',
    })),
  }
}

function nameOf(uri: string, prefix: string, local: string): string {
  return `${GROUPS[uri] ?? prefix}:${local.charAt(0).toUpperCase()}${local.slice(1)}`
}
