import type { FileChild } from 'docx'
import type { Instant } from '#core/model/common'
import { shownMeasures } from '#core/pictures/turn'
import type { AsideFile } from '../aside'
import type { DeliveryContext, WrittenFile } from '../delivery'
import { eventLine, serialOf } from '../describe'
import { captionOf, dayOf, eventOf, peopleIn, photographersOf, photoNumber, type ShownPhoto } from '../photos'
import { type DeliveryRules, shippedRules } from '../rules'
import { type DeliveryWords, deliveryWords } from '../words'
import { officeHead } from './body'
import { retentionText } from './forms/records'
import { type CompiledSection, WordFile } from './pack'
import { pageHeader, pageProperties, styled } from './parts'
import { noPicture, PictureShelf, pictureLine, textBox } from './pictures'
import { type Cell, table } from './table'
import { type GrowingVolume, writeVolumes } from './volumes'

/**
 * Writes a sheet for each photo, with the picture, its caption and the fields of EAD_pic (data:
 * `forms.photo`), each on a page of its own; many go on in volumes. The same photos give the same bytes.
 * @throws KhoError export-nothing-selected, cancelled, or as Files gives it; nothing is left behind then
 */
export async function writePhotoSheets(
  photos: AsyncIterable<ShownPhoto>,
  { total }: { total?: number },
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile[]> {
  const options = { path, total, nameOf: ({ shown }: ShownPhoto) => shown.name }
  return writeVolumes(photos, (file) => PhotoSheets.begin(file, context), options, context)
}

class PhotoSheets implements GrowingVolume<ShownPhoto> {
  private readonly sections: CompiledSection[] = []
  private readonly articleIds = new Set<string>()
  private readonly shelf: PictureShelf
  private changedAt: Instant = '1980-01-01T00:00:00+07:00'

  private constructor(
    readonly file: AsideFile,
    private readonly word: WordFile,
    private readonly rules: DeliveryRules,
    private readonly words: DeliveryWords,
    private readonly context: DeliveryContext,
  ) {
    this.shelf = new PictureShelf(word.zip, rules, context)
  }

  static async begin(file: AsideFile, context: DeliveryContext): Promise<PhotoSheets> {
    const rules = context.rules ?? shippedRules
    return new PhotoSheets(file, await WordFile.begin(file, rules), rules, deliveryWords(context.language), context)
  }

  get articles(): number {
    return this.articleIds.size
  }

  get full(): boolean {
    const { volumes } = this.rules.word
    return this.sections.length >= volumes.sheets || this.shelf.bytes >= volumes.pictureMegabytes * 1024 * 1024
  }

  async add(photo: ShownPhoto): Promise<void> {
    const children = await this.page(photo)
    // Each sheet stands for itself: none shows a number on its first page.
    const properties = { ...pageProperties(this.rules, { titlePage: true }) }
    const page = { ...properties.page, pageNumbers: { start: 1 } }
    const headers = { default: pageHeader(this.rules) }
    this.sections.push(this.word.compile({ properties: { ...properties, page }, headers, children }))
    this.articleIds.add(photo.within.article.id)
    for (const { updatedAt } of [photo.shown.photo, photo.within.article])
      if (Date.parse(updatedAt) > Date.parse(this.changedAt)) this.changedAt = updatedAt
  }

  async close(): Promise<void> {
    const { agency, signal } = this.context
    const title = this.rules.wordForms.photo.title
    await this.word.finish(this.sections, { title, agency, changedAt: this.changedAt }, signal)
    this.sections.length = 0
  }

  private async page(photo: ShownPhoto): Promise<FileChild[]> {
    const { rules, words, context } = this
    const { shown, within } = photo
    const { photo: form } = rules.wordForms
    const placed = await this.shelf.placeOne(shown, { ...textBox(rules), heightMm: form.pictureHeightMm })
    const caption = captionOf(photo)
    const codes = await within.itemCodes?.()
    const values: Record<string, string> = {
      ...photoValues(photo, rules, words),
      code: codes?.get(shown.photo.id) ?? '',
    }
    const rows = form.fields
      .filter(({ field }) => form.always.includes(field) || values[field])
      .map(({ field, label }): Cell[] => [
        [['NoteLabel', label]],
        (values[field] ?? '').split('\n').map((line) => [field === 'digest' ? 'NoteDigest' : 'NoteText', line]),
      ])
    return [
      ...officeHead(context.agency, words.say('delivery.serial', { serial: serialOf(within) }), rules),
      styled('FormTitle', form.title),
      placed
        ? pictureLine('Figure', shown, placed, words, true)
        : styled('Caption', noPicture(shown, words), { keepNext: true }),
      styled('Caption', caption),
      table(rules, { widths: [32, 68], rows, together: true }),
    ]
  }
}

/** The fields of a photo as its sheet states them, by the names of the data file; empty where nothing is known. */
export function photoValues(photo: ShownPhoto, rules: DeliveryRules, words: DeliveryWords): Record<string, string> {
  const { shown, within } = photo
  const { say, date, size } = words
  const { article } = within
  const { width, height } = shownMeasures(shown.photo)
  const event = eventOf(photo)
  const day = dayOf(photo)
  const people = peopleIn(photo)
  return {
    number: photoNumber(photo),
    state: shown.photo.physicalDescription,
    retention: retentionText(article.retention ?? within.dossier?.retention ?? null),
    sign: within.dossier?.informationSign ?? '',
    kind: rules.wordForms.photo.kind,
    event: event ? eventLine(event, words) : '',
    title: captionOf(photo),
    photographer: photographersOf(photo).join(', '),
    place: shown.photo.place || (event?.place ?? ''),
    time: day ? date(day) : '',
    size: width > 0 ? say('delivery.photo.pixels', { width: String(width), height: String(height) }) : '',
    attached: say('delivery.photo.attached', { genre: say(`genre.${article.genre}`), title: article.title }),
    access: say(`access.${article.access}`),
    people: people.length > 1 ? people.map((one, index) => `${index + 1}. ${one}`).join('\n') : people.join(''),
    rights: shown.photo.rights,
    camera: shown.photo.camera,
    file: `${shown.name} (${size(shown.photo.file.size)})`,
    received: date(shown.photo.file.receivedAt.slice(0, 10)),
    digest: shown.photo.file.digest.hex,
  }
}
