import type { Archive } from '#archive/archive'
import type { Draft } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import { nearlySame } from '#core/pictures/likeness'
import { momentsOf } from '#core/pictures/moment'
import { allWordsOf, LikenessTables } from '#core/pictures/tables'
import type { ReaderRequest } from '#intake/protocol'
import { readerLimits } from '#intake/protocol'
import type { OperationContext } from '../context'
import { previewOf, previewSizes } from './previews'

/** So many of those found by their fingerprints are looked at. */
const mostLookedAt = 8

/** What two photos nearly alike are to each other. */
export type Likeness = 'same' | 'burst' | 'different'

/** For each photo of a lot an earlier one that it repeats, or the first of the burst it is of. */
export type Alike = Required<Pick<Draft, 'nearPhotos' | 'bursts'>>

/**
 * Looks for photos that repeat an earlier one, of the archive or before it in the same lot: smaller, recompressed, cut
 * at the edges, changed in light, with a mark in a corner. What the same camera took at another moment never repeats;
 * within a few seconds it is of one burst.
 */
export async function alikeIn(context: OperationContext, archive: Archive, photos: Photo[]): Promise<Alike> {
  const search = new Search(context, archive)
  const found: Alike = { nearPhotos: [], bursts: [] }
  for (const photo of photos) {
    const { same, burst } = await search.look(photo)
    if (same) found.nearPhotos.push({ photoId: photo.id, like: same })
    else if (burst) found.bursts.push({ photoId: photo.id, first: burst })
    search.add(photo)
  }
  return found
}

/** Photos of the archive that may repeat one, the most alike first, each with what it is to it. */
export async function alikeTo(
  context: OperationContext,
  archive: Archive,
  photo: Photo,
  most: number,
): Promise<{ photo: Photo; is: Likeness }[]> {
  const cuts = await cutsOf(context, archive, photo)
  const found = await archive.index.nearPhotos(photo.likeness ?? '', most + 1, cuts)
  const others = await archive.getMany(
    'photo',
    found.map(({ id }) => id).filter((id) => id !== photo.id && !photo.notLike?.includes(id)),
  )
  const kinds = await likenessesTo(context, archive, photo, others)
  return others
    .map((other, at) => ({ photo: other, is: kinds[at]! }))
    .sort((a, b) => Number(b.is === 'same') - Number(a.is === 'same'))
}

/** One lot on its way in, with the archive behind it. */
class Search {
  private readonly lot: Photo[] = []
  private readonly tables = new LikenessTables()
  /** The first of the burst a photo of this lot is of. */
  private readonly firsts = new Map<string, string>()

  constructor(
    private readonly context: OperationContext,
    private readonly archive: Archive,
  ) {}

  add(photo: Photo): void {
    this.lot.push(photo)
    this.tables.put(this.lot.length, allWordsOf(photo.likeness ?? ''))
  }

  /** Most repeat nothing or the whole of another; only then is it looked for with its edges cut off. */
  async look(photo: Photo): Promise<{ same: string | null; burst: string | null }> {
    const first = await this.among(photo, [])
    if (first.same) return first
    const cut = await this.among(photo, await cutsOf(this.context, this.archive, photo))
    const burst = cut.burst ?? first.burst
    if (burst) this.firsts.set(photo.id, burst)
    return { same: cut.same, burst }
  }

  private async among(photo: Photo, cuts: string[]): Promise<{ same: string | null; burst: string | null }> {
    const others = await this.candidates(photo, cuts)
    const kinds = await likenessesTo(this.context, this.archive, photo, others)
    const same = others[kinds.indexOf('same')]?.id ?? null
    const beside = others[kinds.indexOf('burst')]
    return { same, burst: beside ? (beside.burst ?? this.firsts.get(beside.id) ?? beside.id) : null }
  }

  private async candidates(photo: Photo, cuts: string[]): Promise<Photo[]> {
    const { likeness = '', notLike = [] } = photo
    const held = await this.archive.index.nearPhotos(likeness, mostLookedAt + notLike.length, cuts)
    const kept = await this.archive.getMany(
      'photo',
      held.map(({ id }) => id),
    )
    const lot = this.tables.near(likeness, cuts).slice(0, mostLookedAt)
    const all = [...kept, ...lot.map(({ key }) => this.lot[key - 1]!)]
    const others = all.filter(({ id }) => id !== photo.id && !notLike.includes(id))
    return [...new Map(others.map((one) => [one.id, one])).values()].slice(0, mostLookedAt)
  }
}

/** Where nothing can be laid over each other, as previews are missing, the fingerprints alone decide. */
async function likenessesTo(
  context: OperationContext,
  archive: Archive,
  photo: Photo,
  others: Photo[],
): Promise<Likeness[]> {
  const moments = others.map((other) => momentsOf(photo, other))
  const looked = others.filter((_, at) => moments[at] === 'same' || moments[at] === 'unknown')
  const same = looked.length > 0 ? await samePictures(context, archive, photo, looked) : []
  return others.map((other, at): Likeness => {
    const moment = moments[at]!
    if (moment === 'burst' || moment === 'other') {
      return moment === 'burst' && nearlySame(photo.likeness ?? '', other.likeness ?? '') ? 'burst' : 'different'
    }
    if (same[looked.indexOf(other)]) return 'same'
    return moment === 'same' ? 'burst' : 'different'
  })
}

async function samePictures(
  context: OperationContext,
  archive: Archive,
  photo: Photo,
  others: Photo[],
): Promise<boolean[]> {
  const byPrint = () => others.map((other) => nearlySame(photo.likeness ?? '', other.likeness ?? ''))
  const preview = await previewOf(context, archive, photo, previewSizes.row, 0)
  if (!preview) return byPrint()
  const paths = await Promise.all(others.map((other) => previewOf(context, archive, other, previewSizes.row, 0)))
  const request: ReaderRequest = { kind: 'same', preview, others: paths.map((path) => path ?? '') }
  return ask<boolean[]>(context, request).catch(byPrint)
}

/** None where they cannot be made: then only photos that were not cut are found. */
async function cutsOf(context: OperationContext, archive: Archive, photo: Photo): Promise<string[]> {
  if (!photo.likeness) return []
  const preview = await previewOf(context, archive, photo, previewSizes.row, 0)
  return preview ? ask<string[]>(context, { kind: 'cuts', preview }).catch(() => []) : []
}

const ask = <Answer>({ platform }: OperationContext, request: ReaderRequest): Promise<Answer> =>
  platform.readers.run<ReaderRequest, Answer>(request, { timeoutMs: readerLimits.timeMs })

/** Photos about to be committed, each with what it repeats and the burst it is of. */
export async function withGroups(archive: Archive, photos: Photo[], alike: Partial<Alike>): Promise<Photo[]> {
  const like = new Map(alike.nearPhotos?.map((one) => [one.photoId, one.like]))
  const firsts = new Map(alike.bursts?.map((one) => [one.photoId, one.first]))
  const groups = new Map<string, string>()
  const grouped: Photo[] = []
  for (const photo of photos) {
    const repeated = like.get(photo.id)
    const held = repeated && !groups.has(repeated) ? await archive.get('photo', repeated) : null
    const group = repeated ? (groups.get(repeated) ?? held?.nearDuplicateGroup ?? repeated) : null
    if (group) groups.set(photo.id, group)
    const burst = firsts.get(photo.id)
    grouped.push({ ...photo, ...(group && { nearDuplicateGroup: group }), ...(burst && { burst }) })
  }
  return grouped
}
