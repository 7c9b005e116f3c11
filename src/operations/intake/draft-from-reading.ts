import type { Archive } from '#archive/archive'
import { offeredIn } from '#core/learning/offered'
import type { ArticleText } from '#core/model/article'
import type { AsReceivedFile } from '#core/model/common'
import type { Draft, Warning } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import type { PressReading } from '#core/press/reading'
import type { SourceText } from '#core/press/source'
import type { OperationContext } from '../context'
import { now } from '../context'
import { alikeIn } from '../photos/alike'
import { duplicatesOf } from './duplicates'
import { placeFigures } from './figures'
import { peopleInside } from './people-inside'
import type { ArrivedPhoto } from './photo-captions'
import { inOrder, matchCaptions } from './photo-captions'
import { suggestionsFrom } from './suggestions'

/** Which reader made a draft, for provenance. */
export const readerVersion = 'kho-tin-reader/1'

/** Everything that came in for one draft. */
export interface Arrived {
  reading: PressReading
  meta: SourceText['meta']
  source: 'file' | 'paste'
  release: AsReceivedFile | null
  photos: ArrivedPhoto[]
  warnings: Warning[]
}

/** Makes the draft a clerk will look at: text, suggestions with matches, photos with captions, duplicates. */
export async function draftFromReading(context: OperationContext, archive: Archive, arrived: Arrived): Promise<Draft> {
  const at = now(context)
  const photos = inOrder(onePerPhoto(arrived.photos))
  const matched = matchCaptions(photos, arrived.reading.captions)
  const reading = placeFigures(arrived.reading, photos, matched)
  const received = arrived.photos.flatMap(({ photo }) => [photo.file, ...(photo.sidecars ?? [])])
  const asReceived = [...(arrived.release ? [arrived.release] : []), ...received]
  const read: Draft = {
    id: context.platform.ids.next(),
    createdAt: at,
    updatedAt: at,
    text: textOf(reading, arrived.meta),
    furniture: reading.furniture,
    ...(await suggestionsFrom(context, archive, reading)),
    photos: matched.map(({ found: _, ...photo }) => photo),
    asReceived: uniqueFiles(asReceived),
    warnings: stillTrue(arrived.warnings, photos.filter(({ picture }) => picture === null).length),
    duplicates: [],
    provenance: { source: arrived.source, receivedAt: at, filedBy: context.platform.user.name, reader: readerVersion },
    notes: '',
    replaces: null,
  }
  const named = await peopleInside(
    context,
    archive,
    read,
    photos.map(({ photo }) => photo),
  )
  const draft: Draft = { ...read, people: [...read.people, ...named] }
  return {
    ...draft,
    offered: offeredIn(draft),
    duplicates: await duplicatesOf(archive, draft),
    ...(await alikeIn(
      context,
      archive,
      photos.map(({ photo }) => photo),
    )),
  }
}

/** Photos sent beside a page are those it was saved without; it is only said of the others that they are missing. */
export function stillTrue(warnings: Warning[], beside: number): Warning[] {
  return warnings.flatMap((warning) => {
    if (warning.code !== 'pictures-missing') return [warning]
    const left = Number(warning.args.count) - beside
    return left > 0 ? [{ ...warning, args: { ...warning.args, count: String(left) } }] : []
  })
}

function textOf(reading: PressReading, meta: SourceText['meta']): ArticleText {
  return {
    title: reading.title,
    lede: reading.lede,
    body: reading.body,
    genre: reading.genre,
    authors: reading.authors,
    photographers: reading.photographers,
    publishedOn: reading.publishedOn,
    outlet: reading.outlet ?? meta.siteName ?? '',
    sourceAddress: meta.address ?? '',
    language: 'vi',
  }
}

/** The same picture sent twice (inside the Word file and beside it) is one photo of the draft. */
function onePerPhoto(photos: ArrivedPhoto[]): ArrivedPhoto[] {
  const seen = new Map<string, ArrivedPhoto>()
  for (const photo of photos) if (!seen.has(photo.photo.id)) seen.set(photo.photo.id, photo)
  return [...seen.values()]
}

function uniqueFiles(files: AsReceivedFile[]): AsReceivedFile[] {
  return [...new Map(files.map((file) => [`${file.digest.hex}/${file.name}`, file])).values()]
}

/** The photos of these records, in the order of the draft. */
export function photosOf(draft: Pick<Draft, 'photos'>, photos: Photo[]): Photo[] {
  const byId = new Map(photos.map((photo) => [photo.id, photo]))
  return draft.photos.flatMap(({ photoId }) => byId.get(photoId) ?? [])
}
