import { stopIfCancelled } from '../aside'
import type { DeliveredArticle, DeliveryContext } from '../delivery'
import { putPicture } from '../package/pictures'
import { Pool } from '../package/pool'
import type { PictureWriter } from '../pictures/exiftool'
import type { StagedFolder, Written } from '../staged'
import type { DossierContent, TransferContent } from '../transfer/content'
import { docCodeOf, documentFields, dossierFields, type Fields, pictureFields } from '../transfer/fields'
import type { FieldRule, SipRules } from '../transfer/rules'
import { writeArticle } from '../word/article'
import type { SipIds } from './ids'
import { metsDocument, type Named } from './mets'
import { element, xmlDocument } from './xml'

export interface SipTools {
  context: DeliveryContext
  rules: SipRules
  ids: SipIds
  writer: PictureWriter | null
  /** Schemas of the receiving office, by file name; they go into `schemas/`. */
  schemas: { name: string; text: string }[]
  atOnce: number
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const representation = 'rep1'

/**
 * Writes one dossier as SIP_hoso (Thông tư 05/2025/TT-BNV, Phụ lục III) into a folder of its OBJID: METS, EAD, one
 * EAD_doc or EAD_pic an item, files under `representations/rep1/data`.
 * @returns the OBJID
 */
export async function writeSip(
  stage: StagedFolder,
  content: DossierContent,
  transfer: TransferContent,
  tools: SipTools,
): Promise<string> {
  const objectId = await tools.ids.of(`dossier/${content.dossier.id}`)
  const sip = new Sip(stage, content, transfer, tools, objectId)
  await sip.items()
  await sip.documents()
  return objectId
}

class Sip {
  private readonly metadata: Named[] = []
  private readonly data: Named[] = []
  private readonly pool: Pool
  private readonly seen = new Set<string>()
  private serial = 0
  private pages = 0

  constructor(
    private readonly stage: StagedFolder,
    private readonly content: DossierContent,
    private readonly transfer: TransferContent,
    private readonly tools: SipTools,
    private readonly objectId: string,
  ) {
    this.pool = new Pool(tools.atOnce)
  }

  private get base(): string {
    return `${this.objectId}/representations/${representation}`
  }

  async items(): Promise<void> {
    try {
      for await (const delivered of this.content.articles()) {
        stopIfCancelled(this.tools.context.signal)
        await this.article(delivered)
        this.tools.context.report(this.serial, this.serial, delivered.article.title)
      }
      await this.pool.end()
    } finally {
      await this.pool.rest()
    }
    const byHref = (a: Named, b: Named) => (a.href < b.href ? -1 : a.href > b.href ? 1 : 0)
    this.metadata.sort(byHref)
    this.data.sort(byHref)
  }

  private async article(delivered: DeliveredArticle): Promise<void> {
    const { context, rules } = this.tools
    const serial = ++this.serial
    const href = `data/${this.fileName(serial, '.docx')}`
    const path = `${this.base}/${href}`
    const { pages = 1 } = await writeArticle(delivered, await this.stage.place(path), { ...context, countPages: true })
    this.pages += pages
    this.data.push({ href, mediaType: wordType, written: await this.stage.adopt(path) })
    await this.describe('document', serial, documentFields(delivered, serial, pages, this.about()), rules.document)
    for (const [index, photo] of delivered.photos.entries()) {
      // A photo of two articles lies in the package once: a second one would be refused as a duplicate.
      if (this.seen.has(photo.photo.id)) continue
      this.seen.add(photo.photo.id)
      await this.photo(delivered, index, ++this.serial)
    }
  }

  private async photo(delivered: DeliveredArticle, index: number, serial: number): Promise<void> {
    const { rules, writer } = this.tools
    const photo = delivered.photos[index]
    if (!photo) return
    const stem = this.fileName(serial, '')
    const fields = pictureFields(delivered, { photo, index, serial, colour: null }, this.about())
    await this.describe('picture', serial, fields, rules.picture)
    await this.pool.begin(async () => {
      const { file, mediaType } = await putPicture(this.stage, `${this.base}/data/${stem}`, delivered, photo, {
        rules,
        writer,
      })
      const written = this.stage.contents.get(file) as Written
      this.data.push({ href: file.slice(this.base.length + 1), mediaType, written })
    })
  }

  private async describe(
    of: 'document' | 'picture',
    serial: number,
    fields: Fields,
    order: FieldRule[],
  ): Promise<void> {
    const { rules } = this.tools
    const digits = String(serial).padStart(rules.docCode.digits, '0')
    const href = `metadata/descriptive/${rules.files[of].replace('{serial}', digits)}`
    const written = await this.stage.write(`${this.base}/${href}`, eadDocument(fields, order, rules.roots[of]))
    this.metadata.push({ href, mediaType: 'text/xml', written })
  }

  /** EAD, schemas and the two METS documents, which name all the others. */
  async documents(): Promise<void> {
    const { rules, ids, schemas } = this.tools
    const { dossier } = this.content
    const common = this.common()
    // A document names the schema that lies beside it, and none that does not.
    const own = schemas.find(({ name }) => name.toLowerCase() === rules.schemas.mets.toLowerCase())
    const schema = own ? `schemas/${own.name}` : null
    const rep = await metsDocument(
      {
        ...common,
        objectId: representation,
        label: representation,
        metadata: this.metadata,
        groups: [{ use: 'Data', files: this.data }],
        representations: [],
      },
      ids,
      rules,
      schema && `../../${schema}`,
    )
    const repHref = `representations/${representation}/${rules.files.mets}`
    const mets = await this.named(repHref, 'text/xml', rep)
    const fields = dossierFields(this.content, { items: this.serial, pages: this.pages })
    const ead = eadDocument(fields, rules.dossier, rules.roots.dossier)
    const eadFile = await this.named(`metadata/descriptive/${rules.files.dossier}`, 'text/xml', ead)
    const supplied: Named[] = []
    for (const { name, text } of schemas) supplied.push(await this.named(`schemas/${name}`, 'text/xml', text))
    const parts = {
      ...common,
      objectId: this.objectId,
      label: dossier.title,
      metadata: [eadFile],
      groups: [{ use: 'Schemas', files: supplied }],
      representations: [{ name: representation, mets }],
    }
    const whole = await metsDocument(parts, ids, rules, schema)
    await this.stage.write(`${this.objectId}/${rules.files.mets}`, whole)
  }

  private common() {
    const { rules, context } = this.tools
    const { fonds, transfer } = this.transfer
    const recordStatus = transfer?.amends ? rules.recordStatusAmending : rules.recordStatus
    return { created: context.madeAt, fonds, recordStatus }
  }

  private async named(href: string, mediaType: string, text: string): Promise<Named> {
    return { href, mediaType, written: await this.stage.write(`${this.objectId}/${href}`, text) }
  }

  private about() {
    return { dossier: this.content.dossier, fonds: this.transfer.fonds, rules: this.tools.rules }
  }

  /** Mã hồ sơ, a point and the serial: no character of it is one that a disk refuses. */
  private fileName(serial: number, extension: string): string {
    const { rules } = this.tools
    const docCode = docCodeOf(this.content.dossier, serial, rules).replace(/[\\/:*?"<>|\s]/g, '-')
    return rules.files.content.replace('{docCode}', docCode).replace('{extension}', extension)
  }
}

/** Fields in the order of the circular; those that are empty are left out. */
export function eadDocument(fields: Fields, order: FieldRule[], root: { element: string; namespace: string }): string {
  const inside = order
    .filter(({ name }) => (fields[name] ?? '') !== '')
    .map(({ name }) => element(name, {}, fields[name] ?? ''))
  return xmlDocument(element(root.element, { xmlns: root.namespace }, inside))
}
