import { ImageRun, Paragraph, type ParagraphChild } from 'docx'
import { stopIfCancelled } from '../aside'
import type { DeliveredArticle, DeliveredPhoto, DeliveryContext } from '../delivery'
import type { DeliveryRules } from '../rules'
import { type DeliveryWords, xmlText } from '../words'
import type { ZipWriter } from '../zip/zip'
import { taking } from './layout/blocks'
import { styled } from './parts'

/** A picture that lies in the zip already; docx is given its key in place of its bytes. */
export interface PlacedPicture {
  key: string
  widthMm: number
  heightMm: number
}

const encoder = new TextEncoder()

/** Where the picture of a key lies, seen from `word/`. */
export const pictureName = (key: string) => `media/${key}.jpg`

/**
 * Puts pictures into the zip as they come, past docx, which would hold all of them in memory; docx
 * is given the key for bytes. The same photo is put in once.
 */
export class PictureShelf {
  private readonly placed = new Map<string, PlacedPicture>()
  private stored = 0

  constructor(
    private readonly zip: ZipWriter,
    private readonly rules: DeliveryRules,
    private readonly context: DeliveryContext,
  ) {}

  /** Bytes of pictures put in so far. */
  get bytes(): number {
    return this.stored
  }

  /** One entry per photo of the article, null where the picture cannot be shown. */
  async place(delivered: DeliveredArticle): Promise<(PlacedPicture | null)[]> {
    const all: (PlacedPicture | null)[] = []
    for (const photo of delivered.photos) all.push(await this.placeOne(photo))
    return all
  }

  private async placeOne(photo: DeliveredPhoto): Promise<PlacedPicture | null> {
    stopIfCancelled(this.context.signal)
    const known = this.placed.get(photo.photo.id)
    if (known) return known
    const picture = await photo.picture(this.rules.word.pictures.maxSidePixels)
    if (!picture || picture.width === 0 || picture.height === 0) return null
    const key = `photo${this.placed.size + 1}`
    const placed = { key, ...fitted(picture, this.rules) }
    await this.zip.store(`word/${pictureName(key)}`, picture.jpeg)
    this.stored += picture.jpeg.length
    this.placed.set(photo.photo.id, placed)
    return placed
  }
}

/** As wide as the text, at most about half a page high, never larger than the picture has pixels for 96 to the inch. */
function fitted(picture: { width: number; height: number }, { page, word }: DeliveryRules) {
  const textMm = page.paper.widthMm - page.marginsMm.left - page.marginsMm.right
  const naturalMm = (picture.width / 96) * 25.4
  const byHeight = (word.pictures.maxHeightMm * picture.width) / picture.height
  const widthMm = Math.min(textMm, byHeight, naturalMm)
  return { widthMm, heightMm: (widthMm * picture.height) / picture.width }
}

/**
 * A picture and its caption: the paragraphs keep together on one page (styles Figure and Caption).
 * Where the picture cannot be shown its name stands in its place, so that nobody misses it silently.
 */
export function figure(photo: DeliveredPhoto, placed: PlacedPicture | null, { say }: DeliveryWords): Paragraph[] {
  const caption = photo.caption.trim()
  if (!placed) return [styled('Caption', [say('delivery.noPicture', { name: photo.name }), caption].join(' ').trim())]
  const keepNext = caption !== ''
  const picture = taking(
    new Paragraph({
      style: 'Figure',
      keepNext,
      children: [pictureRun(photo, placed, say('delivery.altPicture', { caption: caption || photo.name }))],
    }),
    { kind: 'picture', style: 'Figure', height: (placed.heightMm / 25.4) * 72, keepNext },
  )
  return caption === '' ? [picture] : [picture, styled('Caption', caption)]
}

function pictureRun(photo: DeliveredPhoto, placed: PlacedPicture, description: string): ParagraphChild {
  const pixels = (mm: number) => Math.round((mm / 25.4) * 96)
  return new ImageRun({
    type: 'jpg',
    data: encoder.encode(placed.key),
    transformation: { width: pixels(placed.widthMm), height: pixels(placed.heightMm) },
    altText: { name: xmlText(photo.name), description: xmlText(description) },
  })
}
