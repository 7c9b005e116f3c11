import type { FileChild } from 'docx'
import type { Instant, PartialDate } from '#core/model/common'
import type { AsideFile } from '../aside'
import type { DeliveryContext, WrittenFile } from '../delivery'
import { fondsName, serialOf } from '../describe'
import { captionOf, dayOf, photographersOf, type ShownPhoto } from '../photos'
import { type DeliveryRules, shippedRules } from '../rules'
import { type DeliveryWords, deliveryWords } from '../words'
import { officeHead } from './body'
import { WordFile } from './pack'
import { pageHeader, pageProperties, styled, textWidth } from './parts'
import { noPicture, PictureShelf, type PlacedPicture, pictureLine } from './pictures'
import type { StyleId } from './styles'
import { type Cell, type CellLine, table } from './table'
import { type GrowingVolume, writeVolumes } from './volumes'

/** How photos stand in a grid: so many side by side, so high, with so much of their captions. */
export interface GridRule {
  columns: number
  pictureHeightMm: number
  pictureSidePixels: number
  captionLetters: number
}

/** A photo with its number and its picture, as a grid shows it. */
export interface GridPhoto {
  photo: ShownPhoto
  number: number
  placed: PlacedPicture | null
}

/**
 * Writes a contact sheet: all photos small, side by side, with number, caption, author, day and file; many go
 * on in volumes. The same photos give the same bytes.
 * @throws KhoError export-nothing-selected, cancelled, or as Files gives it; nothing is left behind then
 */
export async function writeContactSheet(
  photos: AsyncIterable<ShownPhoto>,
  { title, total }: { title: string; total?: number },
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile[]> {
  const options = { path, total, nameOf: ({ shown }: ShownPhoto) => shown.name }
  return writeVolumes(photos, (file) => ContactSheet.begin(file, title, context), options, context)
}

class ContactSheet implements GrowingVolume<ShownPhoto> {
  private readonly photos: GridPhoto[] = []
  private readonly shelf: PictureShelf

  private constructor(
    readonly file: AsideFile,
    private readonly title: string,
    private readonly word: WordFile,
    private readonly rules: DeliveryRules,
    private readonly words: DeliveryWords,
    private readonly context: DeliveryContext,
  ) {
    this.shelf = new PictureShelf(word.zip, rules, context)
  }

  static async begin(file: AsideFile, title: string, context: DeliveryContext): Promise<ContactSheet> {
    const rules = context.rules ?? shippedRules
    const words = deliveryWords(context.language)
    return new ContactSheet(file, title, await WordFile.begin(file, rules), rules, words, context)
  }

  get articles(): number {
    return new Set(this.photos.map(({ photo }) => photo.within.article.id)).size
  }

  get full(): boolean {
    return this.photos.length >= this.rules.wordForms.contactSheet.photosPerVolume
  }

  async add(photo: ShownPhoto, number: number): Promise<void> {
    this.photos.push({
      photo,
      number,
      placed: await this.shelf.placeOne(photo.shown, gridBox(this.rules, this.rules.wordForms.contactSheet)),
    })
  }

  async close(volume: number | null): Promise<void> {
    const { rules, words, context, title } = this
    const { say } = words
    const children: FileChild[] = [
      ...officeHead(
        context.agency,
        context.fonds ? say('delivery.book.fonds', { fonds: fondsName(context.fonds) }) : '',
        rules,
      ),
      styled('FormTitle', rules.wordForms.contactSheet.title),
      styled('FormLine', title),
      ...(volume === null ? [] : [styled('FormLine', say('delivery.book.volume', { volume }))]),
      styled(
        'FormNote',
        [period(this.photos, words), say('delivery.photo.count', { count: this.photos.length })]
          .filter(Boolean)
          .join('; '),
      ),
      photoGrid(this.photos, rules.wordForms.contactSheet, ['SheetNumber', 'SheetText'], rules, words),
    ]
    const headers = { default: pageHeader(rules, { left: title, right: rules.wordForms.contactSheet.title }) }
    const section = this.word.compile({ properties: pageProperties(rules, { titlePage: true }), headers, children })
    const facts = { title, agency: context.agency, changedAt: lastChange(this.photos) }
    await this.word.finish([section], facts, context.signal)
    this.photos.length = 0
  }
}

/** The box of a picture in a grid. */
export function gridBox(rules: DeliveryRules, { columns, pictureHeightMm, pictureSidePixels }: GridRule) {
  const widthMm = ((textWidth(rules) / 1440) * 25.4) / columns - 4
  return { widthMm, heightMm: pictureHeightMm, sidePixels: pictureSidePixels }
}

/**
 * Photos side by side; a picture and its words are never parted by the end of a page. Their row keeps them
 * together: a paragraph of a cell that is kept with the next would keep the row with the next row.
 */
export function photoGrid(
  photos: readonly GridPhoto[],
  grid: GridRule,
  [numberStyle, textStyle]: readonly [StyleId, StyleId],
  rules: DeliveryRules,
  words: DeliveryWords,
): FileChild {
  const cell = ({ photo, number, placed }: GridPhoto): Cell => {
    const picture: CellLine = placed
      ? () => pictureLine('SheetPicture', photo.shown, placed, words, false)
      : [textStyle, noPicture(photo.shown, words)]
    const caption = shortened(captionOf(photo), grid.captionLetters)
    const lines = [caption, credit(photo, words), photo.shown.name].filter((text) => text !== '')
    const head: CellLine = [numberStyle, words.say('delivery.photo.number', { number, serial: serialOf(photo.within) })]
    return [picture, head, ...lines.map((text): CellLine => [textStyle, text])]
  }
  const rows: Cell[][] = []
  for (let at = 0; at < photos.length; at += grid.columns) {
    const row = photos.slice(at, at + grid.columns).map(cell)
    rows.push([...row, ...Array.from({ length: grid.columns - row.length }, (): Cell => [])])
  }
  return table(rules, { widths: Array.from({ length: grid.columns }, () => 1), rows, wholeRows: true })
}

/** Who took it, where it is known, and when. */
function credit(photo: ShownPhoto, { say, date }: DeliveryWords): string {
  const day = dayOf(photo)
  const names = photographersOf(photo).join(', ')
  return [names && say('delivery.byPhotographer', { names }), day && date(day)].filter(Boolean).join(' – ')
}

function period(photos: readonly GridPhoto[], { say, date }: DeliveryWords): string {
  const days = photos.flatMap(({ photo }): PartialDate | [] => dayOf(photo) ?? []).sort()
  const [from, to] = [days[0], days.at(-1)]
  if (!from || !to) return ''
  return from === to ? date(from) : say('delivery.book.period', { from: date(from), to: date(to) })
}

function lastChange(photos: readonly GridPhoto[]): Instant {
  const all = photos.flatMap(({ photo: { shown, within } }) => [shown.photo.updatedAt, within.article.updatedAt])
  return all.reduce((last, one) => (Date.parse(one) > Date.parse(last) ? one : last))
}

/** Cut after a word where it is longer than its place. */
export function shortened(text: string, letters: number): string {
  if (text.length <= letters) return text
  const end = text.lastIndexOf(' ', letters)
  return `${text.slice(0, end > 0 ? end : letters)}…`
}
