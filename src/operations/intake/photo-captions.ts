import type { CaptionFrom, DraftPhoto } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import type { CaptionFound } from '#core/press/reading'
import { sortedVi } from '#core/text/collate'
import { assigned } from './assign'
import { type Evidence, PhotoEvidence } from './photo-evidence'

/** A photo of a release: `picture` is its index inside the container, null for a loose file. */
export interface ArrivedPhoto {
  photo: Photo
  picture: number | null
}

/** A photo with its caption; `found` is the caption of the text it was matched with. */
export type MatchedPhoto = DraftPhoto & { found: CaptionFound | null }

interface Given {
  caption: CaptionFound
  sure: number
  from: CaptionFrom
}

/**
 * Gives each photo its caption. Sure where the container shows them together; then by what page, caption, file and the
 * words inside it say of each other, all photos weighed together; then by order, as offices send them, said to be unsure.
 */
export function matchCaptions(photos: ArrivedPhoto[], captions: CaptionFound[]): MatchedPhoto[] {
  const given = new Map<ArrivedPhoto, Given>()
  for (const photo of photos) {
    const shown = captions.find((caption) => caption.picture !== null && caption.picture === photo.picture)
    if (shown) given.set(photo, { caption: shown, sure: 1, from: 'container' })
  }
  const rest = photos.filter((photo) => !given.has(photo))
  const open = captions.filter((caption) => ![...given.values()].some((one) => one.caption === caption))
  const records = photos.map(({ photo }) => photo)
  const evidence = new PhotoEvidence(records, captions)
  for (const [photo, one] of byEvidence(rest, open, evidence)) given.set(photo, one)
  for (const [photo, one] of byOrder(rest, open, given, evidence)) given.set(photo, one)
  return photos.map((photo) => matched(photo.photo, given.get(photo)))
}

function matched({ id, caption: own }: Photo, match: Given | undefined): MatchedPhoto {
  if (!match) {
    const inside = own === '' ? {} : { captionFrom: 'inside' as const }
    return { photoId: id, caption: own, captionSure: own === '' ? 0 : 0.9, ...inside, found: null }
  }
  const { caption, sure, from } = match
  const credit = caption.photographers ?? []
  return {
    photoId: id,
    caption: caption.text,
    captionSure: sure,
    captionFrom: from,
    ...(credit.length > 0 && { credit }),
    found: caption,
  }
}

/** Loose photos as their names count, those of one name as they were taken; those of a container as they stand there. */
export function inOrder(photos: readonly ArrivedPhoto[]): ArrivedPhoto[] {
  const inside = photos.filter(({ picture }) => picture !== null)
  const loose = photos.filter(({ picture }) => picture === null)
  const taken = [...loose].sort((a, b) => compare(a.photo.takenAt ?? '', b.photo.takenAt ?? ''))
  return [...inside, ...sortedVi(taken, ({ photo }) => photo.file.name.replace(/[_-]+/g, ' '))]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A caption as often as it numbers pictures: "Ảnh 2, 3:" is that of both. */
const slotsOf = (captions: readonly CaptionFound[]): CaptionFound[] =>
  captions.flatMap((caption) => new Array<CaptionFound>(Math.max(1, caption.numbers?.length ?? 1)).fill(caption))

/** Two weak reasons are not to outdo a strong one: what it is worth grows faster than its score. */
const steep = 4
/** A pairing that others nearly as good would do without is not sure. */
const clear = 0.08
const unsure = 0.6
const leastSure = 0.3
/** With more photos the pairings are not each tried without. */
const mostTried = 60

/** The pairs with the greatest sum of reasons, each as sure as it is better than doing without it. */
function byEvidence(
  photos: readonly ArrivedPhoto[],
  captions: readonly CaptionFound[],
  evidence: PhotoEvidence,
): Map<ArrivedPhoto, Given> {
  const slots = slotsOf(captions)
  const table: (Evidence | null)[][] = photos.map(({ photo, picture }) =>
    slots.map((caption) => evidenceOf(evidence, photo, caption, picture)),
  )
  const scores = table.map((row) => row.map((one) => (one?.score ?? 0) ** steep))
  const { columns, total } = assigned(scores)
  const given = new Map<ArrivedPhoto, Given>()
  for (const [row, column] of columns.entries()) {
    const [photo, caption, why] = [photos[row], slots[column], table[row]?.[column]]
    if (!photo || !caption || !why) continue
    const gained = photos.length > mostTried ? clear : total - without(scores, slots, row, column)
    given.set(photo, { caption, sure: gained < clear ? Math.min(unsure, why.score) : why.score, from: why.from })
  }
  return given
}

/** Pictures of a container have names that a program gave them. */
function evidenceOf(evidence: PhotoEvidence, photo: Photo, caption: CaptionFound, picture: number | null) {
  const found = evidence.of(photo, caption)
  const byItsName = found?.from === 'file-name' || found?.from === 'number'
  return picture !== null && byItsName ? null : found
}

/** The greatest sum where a photo must not have this caption. */
function without(scores: number[][], slots: readonly CaptionFound[], row: number, column: number): number {
  const barred = scores.map((own, at) =>
    at === row ? own.map((score, slot) => (slots[slot] === slots[column] ? 0 : score)) : own,
  )
  return assigned(barred).total
}

/**
 * What is left, in order: photos between two that have their captions take the captions between those. One photo with
 * one caption is fairly sure; more are not.
 */
function byOrder(
  rest: readonly ArrivedPhoto[],
  open: readonly CaptionFound[],
  given: ReadonlyMap<ArrivedPhoto, Given>,
  evidence: PhotoEvidence,
): Map<ArrivedPhoto, Given> {
  const numbered = open.every(({ numbers }) => (numbers?.length ?? 0) > 0)
  const captions = numbered ? [...open].sort((a, b) => (a.numbers?.[0] ?? 0) - (b.numbers?.[0] ?? 0)) : [...open]
  const photos = inOrder(rest)
  const taken = new Set([...given.values()].map(({ caption }) => caption))
  const isFree = (photo: ArrivedPhoto) =>
    !given.has(photo) && (photo.photo.caption === '' || evidence.repeated(photo.photo))
  const free = captions.filter((caption) => !taken.has(caption))
  const waiting = photos.filter(isFree)
  const even = waiting.length === free.length
  const sure = even && photos.length === 1 && captions.length === 1 ? 0.8 : even ? unsure : leastSure
  const found = new Map<ArrivedPhoto, Given>()
  for (const [left, right] of stretches(photos, captions, given)) {
    const texts = right.filter((caption) => !taken.has(caption))
    for (const [at, photo] of left.filter(isFree).entries()) {
      const caption = texts[at]
      if (caption) found.set(photo, { caption, sure, from: 'order' })
    }
  }
  const used = new Set([...found.values()].map(({ caption }) => caption))
  const left = free.filter((caption) => !used.has(caption))
  for (const [at, photo] of waiting.filter((one) => !found.has(one)).entries()) {
    const caption = left[at]
    if (caption) found.set(photo, { caption, sure: leastSure, from: 'order' })
  }
  return found
}

/** Photos and captions parted at those pairs that stand in the same order on both sides; whole where others cross them. */
function stretches(
  photos: readonly ArrivedPhoto[],
  captions: readonly CaptionFound[],
  given: ReadonlyMap<ArrivedPhoto, Given>,
): [ArrivedPhoto[], CaptionFound[]][] {
  const pairs = photos.flatMap((photo, at) => {
    const place = captions.indexOf(given.get(photo)?.caption as CaptionFound)
    return place < 0 ? [] : [[at, place] as const]
  })
  const straight = pairs.every(([, place], at) => at === 0 || place > (pairs[at - 1]?.[1] ?? -1))
  const cuts = straight ? pairs : []
  const ends = [...cuts, [photos.length, captions.length] as const]
  return ends.map(([photo, caption], at) => {
    const [fromPhoto, fromCaption] = at === 0 ? [0, 0] : [(ends[at - 1]?.[0] ?? 0) + 1, (ends[at - 1]?.[1] ?? 0) + 1]
    return [photos.slice(fromPhoto, photo), captions.slice(fromCaption, caption)]
  })
}
