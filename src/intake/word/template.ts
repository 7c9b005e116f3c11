import { KhoError } from '#core/errors'
import type { TemplatePart, TemplateRead } from '../protocol'
import { openContainer, wholePart } from './container'

type Limits = { fileBytes: number; unpackedBytes: number }

// A template holds a page or two of text and perhaps a letterhead's picture.
const mostUnpacked = 30 * 1024 * 1024
const mostXml = 8 * 1024 * 1024
const decoder = new TextDecoder()

const mainTypes = /application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(document|template)\.main\+xml/
/** Code, other programs' objects and foreign text: nothing a letterhead needs. */
const unsafePart = /(^|\/)(vbaproject\.bin|vbadata\.xml|activex|embeddings|afchunk|attachedtoolbars)/i
const unsafeRelation =
  /\/(oleObject|package|aFChunk|frame|subDocument|mailMergeSource|control|vbaProject|attachedToolbars)"/
const externalRelation = /<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi
/** Fields that run programs or fetch other files when Word opens or refreshes the document. */
const unsafeField = /\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON)\b/

/**
 * Takes a Word template apart: an untrusted file, of which only text, styles and pictures may pass. What
 * fetches or runs anything is refused by name; a tie to the template of another machine is cut and told.
 * @throws KhoError template-unsafe (`what`), file-type-mismatch, file-too-large and what openContainer throws
 */
export async function readTemplate(bytes: Uint8Array, name: string, limits: Limits): Promise<TemplateRead> {
  if (bytes.length > limits.fileBytes) throw new KhoError('file-too-large', { file: name })
  const container = await openContainer(bytes, { unpackedBytes: Math.min(limits.unpackedBytes, mostUnpacked) }, name)
  const types = container.part('[Content_Types].xml')
  const declared = types ? decoder.decode(await wholePart(types)) : ''
  if (/macroEnabled/i.test(declared)) refuse(name, 'macro')
  if (!mainTypes.test(declared) || !container.part('word/document.xml'))
    throw new KhoError('file-type-mismatch', { file: name })
  const parts: TemplatePart[] = []
  const cut: string[] = []
  for (const path of container.names) {
    if (unsafePart.test(path)) refuse(name, path)
    const part = container.part(path)
    if (!part) continue
    const isXml = /\.(xml|rels)$/i.test(path)
    if (isXml && part.size > mostXml) throw new KhoError('file-unpacks-too-large', { file: name })
    const whole = await wholePart(part)
    parts.push({ path: part.name, bytes: isXml ? passed(path, decoder.decode(whole), name, cut) : whole })
  }
  return { parts, cut }
}

const encoder = new TextEncoder()

/** A part that may pass, its ties to other machines cut. */
function passed(path: string, xml: string, name: string, cut: string[]): Uint8Array {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) refuse(name, path)
  if (path.endsWith('.rels')) return encoder.encode(relations(path, xml, name, cut))
  if (!path.startsWith('word/')) return encoder.encode(xml)
  for (const field of fieldCodes(xml)) {
    const found = unsafeField.exec(field)
    if (found) refuse(name, found[1]!)
  }
  return encoder.encode(xml.replace(/<w:attachedTemplate\b[^>]*\/>/g, ''))
}

/** What the fields of a part say, spread over several runs or not. */
function fieldCodes(xml: string): string[] {
  const simple = [...xml.matchAll(/<w:fldSimple\b[^>]*w:instr="([^"]*)"/g)].map(([, code]) => code!)
  const runs = [...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)<|<w:fldChar\b[^>]*w:fldCharType="begin"/g)]
  const spread = runs.map(([, text]) => text ?? '\n').join('')
  return [...simple, ...spread.split('\n')]
}

function relations(path: string, xml: string, name: string, cut: string[]): string {
  if (unsafeRelation.test(xml)) refuse(name, path)
  return xml.replace(externalRelation, (relation) => {
    const target = /\bTarget\s*=\s*["']([^"']*)["']/.exec(relation)?.[1] ?? ''
    if (/\/attachedTemplate["']/.test(relation)) {
      cut.push(target)
      return ''
    }
    // A link in the text that a person has to click is seen; everything else is fetched by itself.
    if (/\/hyperlink["']/.test(relation) && /^(https?:\/\/|mailto:)/i.test(target)) return relation
    return refuse(name, target)
  })
}

function refuse(file: string, what: string): never {
  throw new KhoError('template-unsafe', { file, args: { what: what.slice(0, 120) } })
}
