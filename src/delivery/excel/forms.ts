import { KhoError } from '#core/errors'
import type { Id, Instant } from '#core/model/common'
import type { ExcelForm } from '#core/model/forms'
import { numberInWords, numberInWordsCapital } from '#core/text/numbers'
import { AsideFile, stopIfCancelled } from '../aside'
import type { DeliveredArticle, DeliveredDossier, DeliveryContext, WrittenFile } from '../delivery'
import { type DeliveryRules, shippedRules } from '../rules'
import { type DeliveryWords, deliveryWords } from '../words'
import { ZipWriter } from '../zip/zip'
import type { FormOptions } from './form-lines'
import type { Place, RowTools } from './form-rows'
import type { FormRule } from './form-rules'
import { FormVolume } from './form-volume'

/** What a form is made of. */
export interface FormSource {
  articles(): AsyncIterable<DeliveredArticle>
  /** Null where articles were chosen and no dossiers. */
  dossiers: (() => AsyncIterable<DeliveredDossier>) | null
  /** Articles, or dossiers for forms over those. */
  total: number
}

export interface FormRequest extends FormOptions {
  form: ExcelForm
  /** Small pictures in the photo lists. */
  thumbnails: boolean
  pictures: ReadonlyMap<Id, string>
  links: ReadonlyMap<Id, string>
}

/**
 * Writes a form as a workbook, in volumes where it grows past what one should hold. Nothing stands under
 * its name before all volumes are whole. The same records and answers give the same bytes.
 * @param path where it should lie; numbered `(2)` where something is there
 * @throws KhoError export-nothing-selected, cancelled, or as Files gives it; nothing is left behind then
 */
export async function writeForm(
  source: FormSource,
  request: FormRequest,
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile[]> {
  const run = new FormRun(request, path, context)
  try {
    const { of } = run.form
    if (source.dossiers && of !== 'articles') await run.overDossiers(source.dossiers(), source.total)
    else if (of === 'dossiers') throw new KhoError('export-nothing-selected')
    else await run.overArticles(source.articles(), source.total)
    return await run.finish()
  } catch (thrown) {
    await run.drop()
    throw thrown
  }
}

/** The volumes of one form while they are written. */
class FormRun {
  readonly form: FormRule
  private readonly rules: DeliveryRules
  private readonly words: DeliveryWords
  private readonly listed = new Set<Id>()
  private readonly finished: { file: AsideFile; articles: number }[] = []
  private volume: FormVolume | null = null
  private changedAt: Instant = '1980-01-01T00:00:00+07:00'
  private readonly counted = { articles: 0, photos: new Set<Id>(), people: new Set<Id>(), events: new Set<Id>() }

  constructor(
    private readonly request: FormRequest,
    private readonly path: string,
    private readonly context: DeliveryContext,
  ) {
    this.rules = context.rules ?? shippedRules
    this.form = this.rules.forms[request.form]
    this.words = deliveryWords(context.language)
  }

  async overArticles(articles: AsyncIterable<DeliveredArticle>, total: number): Promise<void> {
    for await (const delivered of articles) {
      const order = this.counted.articles + 1
      await this.add(delivered, { order, dossier: null, inDossier: order })
      this.context.report(order, total, delivered.article.title)
    }
  }

  async overDossiers(dossiers: AsyncIterable<DeliveredDossier>, total: number): Promise<void> {
    let done = 0
    for await (const { dossier, items } of dossiers) {
      this.changed(dossier.updatedAt)
      this.open().dossier(dossier)
      let inDossier = 0
      if (this.form.sheets.some(({ rows }) => rows !== 'dossiers')) {
        for await (const delivered of items()) {
          inDossier += 1
          await this.add(delivered, { order: this.counted.articles + 1, dossier, inDossier })
        }
      }
      done += 1
      this.context.report(done, total, dossier.title)
    }
  }

  /** Gives the volumes their names. */
  async finish(): Promise<WrittenFile[]> {
    if (!this.volume && this.finished.length === 0) throw new KhoError('export-nothing-selected')
    await this.turn()
    stopIfCancelled(this.context.signal)
    const written: WrittenFile[] = []
    for (const [index, { file, articles }] of this.finished.entries()) {
      written.push({ ...(await file.finish(this.nameOf(index))), articles })
    }
    return written
  }

  /** Takes everything unfinished away. */
  async drop(): Promise<void> {
    // What went wrong is told by the error that led here.
    await this.volume?.drop().catch(() => undefined)
    for (const { file } of this.finished) await file.drop().catch(() => undefined)
  }

  private async add(delivered: DeliveredArticle, place: Place): Promise<void> {
    stopIfCancelled(this.context.signal)
    if (this.volume?.full) await this.turn()
    const { counted } = this
    counted.articles += 1
    for (const { photo } of delivered.photos) counted.photos.add(photo.id)
    for (const { id } of delivered.events) counted.events.add(id)
    for (const { personId } of delivered.article.mentions) counted.people.add(personId)
    this.changed(delivered.article.updatedAt)
    await this.open().article(delivered, place)
  }

  private changed(at: Instant): void {
    if (Date.parse(at) > Date.parse(this.changedAt)) this.changedAt = at
  }

  private open(): FormVolume {
    this.volume ??= new FormVolume(this.form, this.request, this.tools(), this.rules, this.path)
    return this.volume
  }

  private async turn(): Promise<void> {
    const { volume } = this
    if (!volume) return
    volume.close(this.totals())
    const { files } = this.context
    const file = await AsideFile.open(files, files.dirName(this.path))
    this.finished.push({ file, articles: volume.articles })
    const zip = new ZipWriter(file)
    await volume.workbook.writeTo(zip, new Date(this.changedAt))
    await zip.end()
    await file.flush()
    await volume.drop()
    this.volume = null
  }

  private totals(): Record<string, string> {
    const { articles, photos, people, events } = this.counted
    const { numbers } = this.rules.page
    const shown = (count: number) => count.toLocaleString('vi-VN')
    return {
      articles: shown(articles),
      photos: shown(photos.size),
      people: shown(people.size),
      events: shown(events.size),
      articlesInWords: numberInWordsCapital(articles, numbers),
      photosInWords: numberInWords(photos.size, numbers),
    }
  }

  private nameOf(index: number): string {
    if (this.finished.length === 1) return this.path
    const { files } = this.context
    const title = files.baseName(this.path).replace(/\.xlsx$/i, '')
    const volume = this.words.say('delivery.forms.volumeFile', { title, volume: index + 1 })
    return files.join(files.dirName(this.path), `${volume}.xlsx`)
  }

  private tools(): RowTools {
    const { request, words, context } = this
    const side = this.rules.excel.thumbnailPixels
    return {
      words,
      context,
      agencyCode: request.agencyCode,
      pictures: request.pictures,
      links: request.links,
      listed: this.listed,
      thumbnail: async (shown) => {
        const picture = request.thumbnails ? await shown.picture(side) : null
        if (!picture) return null
        const scale = Math.min(1, side / Math.max(picture.width, picture.height, 1))
        return {
          jpeg: picture.jpeg,
          width: Math.max(1, Math.round(picture.width * scale)),
          height: Math.max(1, Math.round(picture.height * scale)),
          alt: shown.caption || shown.photo.caption || shown.name,
        }
      },
    }
  }
}
