import { describe, expect, it } from 'vitest'
import type { Photo } from '#core/model/photo'
import { sourceFromText } from '#core/press/plain'
import { readPress } from '#core/press/read'
import type { CaptionFound } from '#core/press/reading'
import { readHtmlText } from '#intake/html/read'
import { Warnings } from '#intake/warnings'
import { type ArrivedPhoto, matchCaptions } from '#operations/intake/photo-captions'
import { vocabulary } from '#tests/bench/vocabulary'
import { drops } from './photo-drops/drops'
import { moreDrops } from './photo-drops/more-drops'
import type { Drop, DroppedPhoto } from './photo-drops/parts'

/** From here on the window takes a caption for sure. */
const told = 0.65

async function captionsOf({ text = '', html }: Drop): Promise<CaptionFound[]> {
  const from = { origin: 'html' as const, beside: async () => null }
  const source = html ? (await readHtmlText(html, from, new Warnings('a.html'))).source : sourceFromText(text, 'text')
  return readPress(source, vocabulary).captions
}

function arrived({ name, inside = '', people, takenAt }: DroppedPhoto, at: number): ArrivedPhoto {
  const namedInside = people?.map((one) => ({ name: one, region: null }))
  const photo = {
    id: String(at),
    caption: inside,
    takenAt: takenAt ?? null,
    embedded: {},
    file: { name: name.normalize('NFC') },
  }
  return { picture: null, photo: { ...photo, ...(namedInside && { namedInside }) } as unknown as Photo }
}

/** What came of a drop that is not as it should be. */
async function wrongIn(drop: Drop): Promise<string[]> {
  const matched = matchCaptions(drop.photos.map(arrived), await captionsOf(drop))
  return drop.photos.flatMap(({ name, wants, as }, at) => {
    const { caption = '', captionSure = 0, captionFrom } = matched[at] ?? {}
    const fits = wants === null ? caption === '' : caption.startsWith(wants)
    const sure = as === undefined || (as === 'sure') === captionSure >= told
    return fits && sure ? [] : [`${name}: "${caption}" (${captionFrom}, ${captionSure.toFixed(2)})`]
  })
}

describe('photos and captions as offices send them', () => {
  it.each(drops.map((drop) => [drop.why, drop] as const))('%s', async (_, drop) => {
    expect(await wrongIn(drop)).toEqual([])
  })

  it('of offices the rules were not made by', async () => {
    for (const drop of moreDrops) expect(await wrongIn(drop), drop.why).toEqual([])
  })

  it('in any order they are dropped', async () => {
    for (const drop of drops) {
      expect(await wrongIn({ ...drop, photos: [...drop.photos].reverse() }), drop.why).toEqual([])
    }
  })
})
