import type { Digest } from '#core/model/common'
import type { Dossier, VerificationReport } from '#core/model/custody'
import { fileNameFrom } from '#core/text/words'
import type { Digests } from '#platform/ports'
import { AsideFile, stopIfCancelled } from '../aside'
import { folderSource } from '../bag/source'
import { verifyBag } from '../bag/verify'
import { BagWriter } from '../bag/write'
import { zipSource } from '../bag/zip-source'
import { zipFolder } from '../bag/zip-write'
import type { DeliveredArticle, DeliveryContext } from '../delivery'
import { serialOf, yearsOf } from '../describe'
import { writeCatalogue } from '../excel/catalogue'
import { writeForm } from '../excel/forms'
import type { PictureWriter } from '../pictures/exiftool'
import { PictureNames } from '../pictures/names'
import { shippedRules } from '../rules'
import type { DossierContent, TransferContent } from '../transfer/content'
import type { SipRules } from '../transfer/rules'
import { writeArticle } from '../word/article'
import { articleLine, dossierLine, dublinCoreHead, photoLine } from './dublin-core'
import { type GuideParts, guidePage } from './guide'
import { bagInfo } from './info'
import { putPicture } from './pictures'
import { Pool } from './pool'
import { RecordLists } from './records'
import { reportOf } from './report'
import type { PackageRules } from './rules'

export interface PackageOptions {
  /** The folder that the package comes to lie in, and its name there. */
  parent: string
  name: string
  zip: boolean
  /** The files as they were received too. */
  originals: boolean
}

export interface PackageTools {
  context: DeliveryContext
  digests: Digests
  rules: PackageRules
  sip: SipRules
  /** Writes captions and names into the copies of photos; null leaves them as they are. */
  writer: PictureWriter | null
  /** What the page that explains and checks the package is made of. */
  guide: GuideParts
  /** Of the title of the package this one adds to; null where it stands by itself. */
  amends: { title: string; fingerprint: string | null } | null
}

/** A package that is whole, proved, and not yet under its name. */
export interface MadePackage {
  fingerprint: Digest
  files: number
  bytes: number
  report: VerificationReport
  /** Gives it its name, or the next free one, and says where it lies. */
  finish(): Promise<string>
  drop(): Promise<void>
}

/**
 * Writes a transfer package (BagIt 1.0): Word, Excel, photos and, where asked, the files as received under `data/`;
 * records as JSON with their schemas and as Dublin Core under `metadata/`; a page that explains it and checks it in any
 * browser. Everything is read back. The same records give the same bytes.
 * @throws KhoError cancelled, picture-unreadable, file-damaged, or as Files gives it; nothing is left behind then
 */
export async function writePackage(
  content: TransferContent,
  options: PackageOptions,
  tools: PackageTools,
): Promise<MadePackage> {
  const { files, signal } = tools.context
  const bag = await BagWriter.begin({ files, digests: tools.digests, signal }, options.parent, options.name)
  const work = new Packing(bag, content, options, tools)
  try {
    const fingerprint = await work.write()
    return await proved(bag, fingerprint, options, tools)
  } catch (thrown) {
    await work.rest()
    // What stopped the packing is the error to tell, not that clearing away failed too.
    await bag.drop().catch(() => undefined)
    throw thrown
  }
}

async function proved(
  bag: BagWriter,
  fingerprint: string,
  options: PackageOptions,
  tools: PackageTools,
): Promise<MadePackage> {
  const { context, digests, rules } = tools
  const { files, signal } = context
  const report = (done: number, total: number, current: string) => context.report(done, total, current)
  const work = { signal, report, atOnce: rules.atOnce }
  const target = files.join(options.parent, options.zip ? `${options.name}.zip` : options.name)
  if (!options.zip) {
    const verdict = await verifyBag(folderSource(files, digests, bag.folder), work)
    const made = reportOf(verdict, context.madeAt, rules.mostFindings)
    const finish = async () => {
      const free = await freeName(files, target)
      await bag.finish(free)
      return free
    }
    return { ...sums(verdict), fingerprint: sha256(fingerprint), report: made, finish, drop: () => bag.drop() }
  }
  const zip = await zipFolder(
    files,
    { folder: bag.folder, paths: bag.paths, name: options.name },
    files.join(options.parent, `.${options.name}.zip.kho-part`),
    signal,
    (done, path) => report(done, bag.paths.length, path),
  )
  try {
    await bag.drop()
    const source = await zipSource(files, digests, zip)
    const verdict = await verifyBag(source, work).finally(() => source.close())
    const finish = async () => {
      const free = await freeName(files, target)
      await files.rename(zip, free)
      return free
    }
    const made = reportOf(verdict, context.madeAt, rules.mostFindings)
    return { ...sums(verdict), fingerprint: sha256(fingerprint), report: made, finish, drop: () => files.remove(zip) }
  } catch (thrown) {
    await files.remove(zip).catch(() => undefined)
    throw thrown
  }
}

const sha256 = (hex: string): Digest => ({ algorithm: 'sha256', hex })
const sums = ({ files, bytes }: { files: number; bytes: number }) => ({ files, bytes })

/** A name that nothing has: a package is never written over another. */
export async function freeName(files: DeliveryContext['files'], path: string): Promise<string> {
  const zip = path.endsWith('.zip') ? '.zip' : ''
  const stem = zip ? path.slice(0, -zip.length) : path
  for (let number = 1; ; number++) {
    const tried = number === 1 ? path : `${stem} (${number})${zip}`
    if ((await files.stat(tried)) === null) return tried
  }
}

/** One package while it is filled. */
class Packing {
  private readonly pool: Pool
  private readonly links = new Map<string, string>()
  private readonly pictures = new Map<string, string>()
  private readonly names: PictureNames
  private readonly total: number
  private done = 0
  private records: RecordLists | null = null
  private core: AsideFile | null = null

  constructor(
    private readonly bag: BagWriter,
    private readonly content: TransferContent,
    private readonly options: PackageOptions,
    private readonly tools: PackageTools,
  ) {
    this.pool = new Pool(tools.rules.atOnce)
    this.names = new PictureNames(tools.context)
    this.total = content.dossiers.reduce((sum, { dossier }) => sum + dossier.items.length, 0)
  }

  async rest(): Promise<void> {
    await this.pool.rest()
    await this.records?.drop().catch(() => undefined)
    await this.core?.drop().catch(() => undefined)
  }

  /** @returns the fingerprint of the payload */
  async write(): Promise<string> {
    const { files } = this.tools.context
    const metadata = files.dirName(await this.bag.place('metadata/dublin-core.csv'))
    this.records = new RecordLists(files, metadata)
    this.core = await AsideFile.open(files, metadata)
    await this.csv(dublinCoreHead)
    for (const dossier of this.content.dossiers) await this.dossier(dossier)
    await this.pool.end()
    await this.workbooks()
    await this.metadata()
    await this.guide()
    return this.bag.close(bagInfo(this.content, this.tools.amends, this.tools.context))
  }

  private async guide(): Promise<void> {
    const { guide, rules, context, amends } = this.tools
    const facts = {
      fingerprint: await this.bag.fingerprint(),
      files: this.bag.payload.size,
      bytes: this.bag.bytes,
      amends: amends?.title ?? null,
      originals: this.options.originals,
    }
    await this.bag.write(rules.guide, guidePage(guide, this.content, facts, rules, context))
  }

  private csv(text: string): Promise<void> {
    return this.core?.write(new TextEncoder().encode(text)) ?? Promise.resolve()
  }

  private async dossier(content: DossierContent): Promise<void> {
    const { dossier } = content
    const base = `data/${fileNameFrom(dossier.code, { maxBytes: this.tools.rules.nameBytes })}`
    await this.records?.add('dossier', dossier)
    await this.csv(dossierLine(dossier, this.content.fonds))
    for await (const delivered of content.articles()) {
      stopIfCancelled(this.tools.context.signal)
      await this.article(delivered, dossier, base)
      this.tools.context.report(++this.done, this.total, delivered.article.title)
    }
  }

  private async article(delivered: DeliveredArticle, dossier: Dossier, base: string): Promise<void> {
    const { rules, context } = this.tools
    const { article, events, people, photos } = delivered
    const title = fileNameFrom(article.title, { maxBytes: rules.nameBytes })
    const file = `${base}/${rules.folders.articles}/${serialOf(delivered)} ${title}.docx`
    await writeArticle(delivered, await this.bag.place(file), context)
    await this.bag.adopt(file)
    this.links.set(article.id, file.slice('data/'.length))
    await this.csv(articleLine(delivered, dossier, this.content.fonds, file))
    for (const photo of photos) await this.photo(delivered, photo, dossier, base)
    if (this.options.originals) await this.originals(delivered, base)
    await this.records?.add('article', article)
    for (const event of events) await this.records?.add('event', event)
    for (const person of people) await this.records?.add('person', person)
  }

  private async photo(
    delivered: DeliveredArticle,
    photo: DeliveredArticle['photos'][number],
    dossier: Dossier,
    base: string,
  ): Promise<void> {
    const { rules, sip, writer } = this.tools
    if (this.pictures.has(photo.photo.id)) return
    this.pictures.set(photo.photo.id, '')
    const stem = `${base}/${rules.folders.pictures}/${this.names.next(delivered, photo)}`
    await this.records?.add('photo', photo.photo)
    await this.pool.begin(async () => {
      const made = await putPicture(this.bag, stem, delivered, photo, { rules: sip, writer })
      this.pictures.set(photo.photo.id, made.file.slice('data/'.length))
      this.lines.set(stem, photoLine(delivered, photo, dossier, made))
    })
  }

  /** Lines of photos by their place in the package: they are done in any order and written in this one. */
  private readonly lines = new Map<string, string>()

  private async originals(delivered: DeliveredArticle, base: string): Promise<void> {
    const { folders } = this.tools.rules
    const photos = delivered.photos.map(({ photo, originalPath }) => ({
      name: photo.file.name,
      path: originalPath,
      digest: photo.file.digest.hex,
    }))
    for (const { name, path, digest } of [...(delivered.originals ?? []), ...photos]) {
      const folder = `${base}/${folders.originals}/${serialOf(delivered)}`
      const stem = fileNameFrom(name, { maxBytes: this.tools.rules.nameBytes })
      // Two files of one name in one article are told apart by what is in them.
      const file = `${folder}/${digest.slice(0, 8)} ${stem}`
      if (this.bag.contents.has(file)) continue
      await this.pool.begin(async () => {
        await this.bag.copy(file, path)
      })
    }
  }

  private async workbooks(): Promise<void> {
    const { context, rules } = this.tools
    const { dossiers } = this.content
    const links = { links: this.links, pictures: this.pictures, total: this.total }
    const catalogue = `data/${rules.catalogue}`
    await writeCatalogue(this.articles(), links, await this.bag.place(catalogue), context)
    await this.bag.adopt(catalogue)
    for (const form of rules.forms.transfer) await this.form(form, 'data', dossiers)
    for (const dossier of dossiers) {
      const base = `data/${fileNameFrom(dossier.dossier.code, { maxBytes: rules.nameBytes })}`
      for (const form of rules.forms.dossier) await this.form(form, base, [dossier])
    }
  }

  private async form(form: PackageRules['forms']['dossier'][number], base: string, dossiers: DossierContent[]) {
    const { context } = this.tools
    const { fonds, transfer } = this.content
    const rule = (context.rules ?? shippedRules).forms[form]
    const file = `${base}/${fileNameFrom(rule.file)}.xlsx`
    const source = {
      articles: () => this.articlesOf(dossiers),
      dossiers: () => delivered(dossiers),
      total: dossiers.length,
    }
    const request = {
      form,
      thumbnails: false,
      pictures: new Map<string, string>(),
      links: new Map<string, string>(),
      parentAgency: fonds.parentAgency,
      unit: fonds.office,
      year: yearsOf(dossiers.map(({ dossier }) => dossier)) || null,
      place: transfer?.place || fonds.place,
      signedOn: transfer?.date ?? null,
      signers: [fonds.preparer.name],
      agencyCode: fonds.archiveCode,
    }
    const written = await writeForm(source, request, await this.bag.place(file), context)
    for (const { path } of written) await this.bag.adopt(`${base}/${context.files.baseName(path)}`)
  }

  private async metadata(): Promise<void> {
    const { files } = this.tools.context
    for (const stem of [...this.lines.keys()].sort()) await this.csv(this.lines.get(stem) ?? '')
    const path = await this.bag.place('metadata/dublin-core.csv')
    await this.core?.finish(path)
    this.core = null
    await this.bag.adopt('metadata/dublin-core.csv')
    const { fonds, transfer } = this.content
    await this.bag.write('metadata/fonds.json', `${JSON.stringify(fonds, null, 2)}\n`)
    if (transfer) await this.records?.add('transfer', { ...transfer, package: null, receipt: null })
    for (const name of (await this.records?.finish()) ?? []) await this.bag.adopt(`metadata/${name}`)
    for (const { kind, text } of this.records?.schemas() ?? []) {
      await this.bag.write(`metadata/schema/${kind}.schema.json`, text)
    }
    this.records = null
    await files.settle(files.dirName(path))
  }

  private articles(): AsyncIterable<DeliveredArticle> {
    return this.articlesOf(this.content.dossiers)
  }

  private async *articlesOf(dossiers: DossierContent[]): AsyncGenerator<DeliveredArticle> {
    for (const { dossier, articles } of dossiers) {
      for await (const one of articles()) yield { ...one, dossier }
    }
  }
}

async function* delivered(dossiers: DossierContent[]) {
  for (const { dossier, span, articles } of dossiers) {
    const dated = { ...dossier, from: dossier.from ?? span?.from ?? null, to: dossier.to ?? span?.to ?? null }
    yield { dossier: dated, items: articles }
  }
}
