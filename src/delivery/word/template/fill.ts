import Docxtemplater, { type DXT } from 'docxtemplater'
import PizZip from 'pizzip'
import { KhoError } from '#core/errors'
import type { Instant } from '#core/model/common'
import { nameKey } from '#core/text/nearest'
import { stopIfCancelled, writeAside } from '../../aside'
import type { DeliveredPhoto, DeliveryContext, WrittenFile } from '../../delivery'
import { shippedRules } from '../../rules'
import { xmlText } from '../../words'
import { ZipWriter } from '../../zip/zip'
import { PictureShelf, type PlacedPicture, pictureName } from '../pictures'
import { delimiters, fieldOf, type Purpose, pictureRule, type Scope, scopeOf, widthOf } from './placeholders'

/** A picture that a template asks for by the field of its list. */
export interface TemplatePicture {
  photo: DeliveredPhoto
  alt: string
}

/** What a field or a list of a template is filled with. */
export interface TemplateValues {
  [field: string]: string | TemplatePicture | TemplateValues[]
}

/** A template taken apart (`intake/word/template`), checked. */
export interface OpenTemplate {
  name: string
  purpose: Purpose
  parts: readonly { path: string; bytes: Uint8Array }[]
}

/** What the filled file says of itself. */
export interface FilledFacts {
  title: string
  agency: string
  changedAt: Instant
  articles: number
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()
const documentPart = 'word/document.xml'
const links = 'word/_rels/document.xml.rels'
const noLinks =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
const imageType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

/**
 * Fills a template and writes it as a Word file; pictures go past the template's own library into the zip.
 * The same template and values give the same bytes.
 * @throws KhoError template-wrong where the library cannot make sense of it, cancelled, or as Files gives it
 */
export async function writeFilled(
  template: OpenTemplate,
  values: TemplateValues,
  facts: FilledFacts,
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile> {
  const { files, signal } = context
  return writeAside(files, files.dirName(path), signal, async (file) => {
    const zip = new ZipWriter(file)
    const pictures = new Pictures(new PictureShelf(zip, context.rules ?? shippedRules, context, 'kho'))
    if (asksForPictures(template)) await pictures.place(values)
    const parts = rendered(template, values, pictures)
    for (const [name, data] of parts) {
      stopIfCancelled(signal)
      await zip.deflate(name, finished(name, data, facts, pictures))
    }
    await zip.end()
    return { ...(await file.finish(path)), articles: facts.articles }
  })
}

/** Whether the text names the picture at all: else no picture is fetched. Word may have spread the name over runs. */
const asksForPictures = ({ parts }: OpenTemplate): boolean =>
  parts.some(({ path, bytes }) => path === documentPart && nameKey(wordsOf(bytes)).includes(pictureKey))
const wordsOf = (bytes: Uint8Array) => decoder.decode(bytes).replace(/<[^>]+>/g, '')

function rendered(template: OpenTemplate, values: TemplateValues, pictures: Pictures): Map<string, Uint8Array> {
  const zip = new PizZip()
  for (const { path, bytes } of template.parts) zip.file(path, bytes, { createFolders: false })
  try {
    const doc = new Docxtemplater(zip, {
      delimiters,
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      nullGetter: () => '',
      parser: parserFor(template.purpose),
      modules: [pictures.module()],
    })
    doc.render(values)
    const out = doc.getZip() as PizZip
    const parts = new Map(template.parts.map(({ path }) => [path, out.file(path)?.asUint8Array() ?? new Uint8Array()]))
    // A template without pictures of its own may have no part for their links.
    if (!parts.has(links)) parts.set(links, encoder.encode(noLinks))
    return parts
  } catch (thrown) {
    throw new KhoError('template-wrong', { file: template.name, args: argsOf(thrown), cause: thrown })
  }
}

/**
 * Names as a clerk writes them, with or without marks. The library asks each level of the values, the innermost
 * first; a name that means different things there and further out is found where its field is.
 */
function parserFor(purpose: Purpose) {
  const fields = fieldsByName(purpose)
  return (tag: string) => ({
    get: (level: TemplateValues) => {
      for (const field of fields.get(nameKey(fieldOf(tag))) ?? []) if (field in level) return level[field]
      return undefined
    },
  })
}

/** All that a name may stand for in the scopes of a purpose. */
function fieldsByName(purpose: Purpose): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>()
  const add = (name: string, field: string) => all.set(name, (all.get(name) ?? new Set<string>()).add(field))
  const collect = ({ fields, lists }: Scope): void => {
    for (const [name, { field }] of fields) add(name, field)
    for (const [name, { field, scope }] of lists) {
      add(name, field)
      collect(scope)
    }
  }
  collect(scopeOf(purpose))
  return all
}

/** The pictures of one filled file: in the zip before the text is made, linked from it. */
class Pictures {
  private readonly placed = new Map<TemplatePicture, PlacedPicture>()
  private readonly used = new Map<string, string>()
  private drawings = 0

  constructor(private readonly shelf: PictureShelf) {}

  /** Puts every picture of the values into the zip. */
  async place(values: TemplateValues): Promise<void> {
    const { sidePixels, mostMm } = pictureRule
    for (const value of Object.values(values)) {
      if (Array.isArray(value)) for (const one of value) await this.place(one)
      else if (typeof value !== 'string') {
        const placed = await this.shelf.placeOne(value.photo, { widthMm: mostMm, heightMm: mostMm, sidePixels })
        if (placed) this.placed.set(value, placed)
      }
    }
  }

  /** Relationships of the pictures that the text shows. */
  get relationships(): string {
    return [...this.used]
      .map(([key, id]) => `<Relationship Id="${id}" Type="${imageType}" Target="${pictureName(key)}"/>`)
      .join('')
  }

  module(): DXT.Module {
    return {
      parse: (text) =>
        nameKey(fieldOf(text)) === pictureKey ? { type: 'placeholder', module: pictureModule, value: text } : null,
      render: (part, options) => {
        if (part.module !== pictureModule) return null
        const value: unknown = options.scopeManager.getValue(part.value, { part })
        return { value: this.drawn(value as TemplatePicture | undefined, widthOf(part.value)), errors: [] }
      },
    }
  }

  /** Inside the words of a run: the run is ended, the picture put in one of its own, and another run begun. */
  private drawn(picture: TemplatePicture | undefined, asked: number): string {
    const placed = picture && this.placed.get(picture)
    if (!picture || !placed) return escaped(picture ? picture.alt : '')
    const ratio = placed.heightMm / placed.widthMm
    const widthMm = Math.min(asked, pictureRule.heightMm / ratio)
    const id = this.used.get(placed.key) ?? `khoPicture${this.used.size + 1}`
    this.used.set(placed.key, id)
    const [width, height] = [widthMm, widthMm * ratio].map((mm) => Math.round(mm * 36_000))
    const number = 900_000 + ++this.drawings
    const name = escaped(xmlText(picture.photo.name))
    return `</w:t></w:r><w:r>${drawing({ id, number, width: width!, height: height!, name, alt: escaped(xmlText(picture.alt)) })}</w:r><w:r><w:t xml:space="preserve">`
  }
}

const pictureModule = 'kho/picture'
const pictureKey = nameKey(pictureRule.name)

function drawing(of: { id: string; number: number; width: number; height: number; name: string; alt: string }): string {
  const { id, number, width, height, name, alt } = of
  const main = 'http://schemas.openxmlformats.org/drawingml/2006'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return (
    `<w:drawing><wp:inline xmlns:wp="${main}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent cx="${width}" cy="${height}"/><wp:docPr id="${number}" name="${name}" descr="${alt}"/>` +
    `<a:graphic xmlns:a="${main}/main"><a:graphicData uri="${main}/picture"><pic:pic xmlns:pic="${main}/picture">` +
    `<pic:nvPicPr><pic:cNvPr id="${number}" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip xmlns:r="${relations}" r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>` +
    `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
  )
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** A part as it goes into the file: pictures linked and typed, a template made a document, its properties ours. */
function finished(path: string, data: Uint8Array, facts: FilledFacts, pictures: Pictures): Uint8Array {
  const change = changes[path]
  return change ? encoder.encode(change(decoder.decode(data), facts, pictures)) : data
}

const changes: Record<string, (xml: string, facts: FilledFacts, pictures: Pictures) => string> = {
  [links]: (xml, _facts, pictures) =>
    xml
      .replace(/(<Relationships\b[^>]*)\/>/, '$1></Relationships>')
      .replace('</Relationships>', `${pictures.relationships}</Relationships>`),
  '[Content_Types].xml': (xml) => {
    const asDocument = xml.replace('wordprocessingml.template.main+xml', 'wordprocessingml.document.main+xml')
    if (/Extension="jpg"/i.test(asDocument)) return asDocument
    return asDocument.replace(/(<Types\b[^>]*>)/, '$1<Default Extension="jpg" ContentType="image/jpeg"/>')
  },
  'docProps/core.xml': (xml, { title, agency, changedAt }) => {
    const moment = `${new Date(changedAt).toISOString().slice(0, 19)}Z`
    const said = (tag: string, text: string) => (before: string) =>
      before.replace(new RegExp(`(<${tag}\\b[^>]*?)(?:/>|>[^<]*</${tag}>)`), `$1>${escaped(xmlText(text))}</${tag}>`)
    const set = [
      said('dc:title', title),
      said('dc:creator', agency),
      said('cp:lastModifiedBy', agency),
      said('dcterms:created', moment),
      said('dcterms:modified', moment),
    ]
    return set.reduce((text, change) => change(text), xml)
  },
}

/** What the library says is wrong, as far as a person can use it. */
function argsOf(thrown: unknown): Record<string, string> {
  const { properties } = thrown as { properties?: { xtag?: unknown; errors?: { properties?: { xtag?: unknown } }[] } }
  const tag = properties?.errors?.[0]?.properties?.xtag ?? properties?.xtag ?? ''
  return { kind: 'other', name: String(tag), part: 'body', paragraph: '0', context: '', nearest: 'none' }
}
