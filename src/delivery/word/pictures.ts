import { ImageRun, Paragraph, type ParagraphChild } from 'docx'
import { stopIfCancelled } from '../aside'
import type { DeliveredArticle, DeliveredPhoto, DeliveryContext } from '../delivery'
import type { DeliveryRules } from '../rules'
import { type DeliveryWords, xmlText } from '../words'
import type { ZipWriter } from '../zip/zip'
import { taking } from './layout/blocks'
import { styled } from './parts'
import type { StyleId } from './styles'

/** A picture that lies in the zip already; docx is given its key in place of its bytes. */
export interface PlacedPicture {
  key: string
  widthMm: number
  heightMm: number
}

/** How large a picture may be on the page, and in the file. */
export interface PictureBox {
  widthMm: number
  heightMm: number
  sidePixels: number
}

interface Stored {
  key: string
  width: number
  height: number
}

const encoder = new TextEncoder()

/** Where the picture of a key lies, seen from `word/`. */
export const pictureName = (key: string) => `media/${key}.jpg`

/** The box of pictures in the text: as wide as it, at most about half a page high. */
export function textBox({ page, word }: DeliveryRules): PictureBox {
  return {
    widthMm: page.paper.widthMm - page.marginsMm.left - page.marginsMm.right,
    heightMm: word.pictures.maxHeightMm,
    sidePixels: word.pictures.maxSidePixels,
  }
}

/**
 * Puts pictures into the zip as they come, past docx, which would hold all of them in memory; docx
 * is given the key for bytes. The same photo of the same size is put in once.
 */
export class PictureShelf {
  private readonly stored = new Map<string, Stored>()
  private sum = 0

  constructor(
    private readonly zip: ZipWriter,
    private readonly rules: DeliveryRules,
    private readonly context: DeliveryContext,
    private readonly prefix = 'photo',
  ) {}

  /** Bytes of pictures put in so far. */
  get bytes(): number {
    return this.sum
  }

  /** One entry per photo of the article, null where the picture cannot be shown. */
  async place(delivered: DeliveredArticle): Promise<(PlacedPicture | null)[]> {
    const all: (PlacedPicture | null)[] = []
    for (const photo of delivered.photos) all.push(await this.placeOne(photo, textBox(this.rules)))
    return all
  }

  /** Null where the picture cannot be shown. */
  async placeOne(photo: DeliveredPhoto, box: PictureBox): Promise<PlacedPicture | null> {
    stopIfCancelled(this.context.signal)
    const id = `${photo.photo.id} ${box.sidePixels}`
    const stored = this.stored.get(id) ?? (await this.store(id, photo, box))
    return stored && { key: stored.key, ...fitted(stored, box) }
  }

  private async store(id: string, photo: DeliveredPhoto, { sidePixels }: PictureBox): Promise<Stored | null> {
    const picture = await photo.picture(sidePixels)
    if (!picture || picture.width === 0 || picture.height === 0) return null
    const stored = { key: `${this.prefix}${this.stored.size + 1}`, width: picture.width, height: picture.height }
    await this.zip.store(`word/${pictureName(stored.key)}`, picture.jpeg)
    this.sum += picture.jpeg.length
    this.stored.set(id, stored)
    return stored
  }
}

/** As large as its box lets it be, never larger than the picture has pixels for 96 to the inch. */
function fitted({ width, height }: Stored, box: PictureBox): { widthMm: number; heightMm: number } {
  const naturalMm = (width / 96) * 25.4
  const widthMm = Math.min(box.widthMm, (box.heightMm * width) / height, naturalMm)
  return { widthMm, heightMm: (widthMm * height) / width }
}

/**
 * A picture and its caption: the paragraphs keep together on one page (styles Figure and Caption).
 * Where the picture cannot be shown its name stands in its place, so that nobody misses it silently.
 */
export function figure(photo: DeliveredPhoto, placed: PlacedPicture | null, words: DeliveryWords): Paragraph[] {
  const caption = photo.caption.trim()
  if (!placed) return [styled('Caption', [noPicture(photo, words), caption].join(' ').trim())]
  const picture = pictureLine('Figure', photo, placed, words, caption !== '')
  return caption === '' ? [picture] : [picture, styled('Caption', caption)]
}

/** What stands in the place of a picture that cannot be shown. */
export const noPicture = ({ name }: DeliveredPhoto, { say }: DeliveryWords): string =>
  say('delivery.noPicture', { name })

/** A paragraph with a picture alone, its caption as the text for those who cannot see it. */
export function pictureLine(
  style: StyleId,
  photo: DeliveredPhoto,
  placed: PlacedPicture,
  { say }: DeliveryWords,
  keepNext: boolean,
): Paragraph {
  const caption = photo.caption.trim() || photo.name
  return taking(
    new Paragraph({ style, keepNext, children: [pictureRun(photo, placed, say('delivery.altPicture', { caption }))] }),
    { kind: 'picture', style, height: (placed.heightMm / 25.4) * 72, keepNext },
  )
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
