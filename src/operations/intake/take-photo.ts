import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import type { AsReceivedFile } from '#core/model/common'
import type { Warning } from '#core/model/draft'
import { type Photo, turnOf } from '#core/model/photo'
import type { LookedAt, PictureRead, ReaderRequest, ThumbnailsMade } from '#intake/protocol'
import { readerLimits } from '#intake/protocol'
import type { OperationContext } from '../context'
import { now } from '../context'
import { dayOf, readInside } from '../photos/inside'
import { photoRules } from '../photos/rules'

/** The sizes of preview the window asks for: rows and grids, and the viewer. Longest side in pixels. */
export const previewSizes = { row: 320, screen: 1600 } as const

export interface PhotoTaken {
  photo: Photo
  /** True when the archive held this picture before. */
  known: boolean
  warnings: Warning[]
}

/**
 * Measures a picture in the reader process, stores the original and makes its record (not committed).
 * @param sidecars the .xmp files beside it: their words go with those of the picture, they themselves are kept too
 * @throws KhoError file-empty, picture-unreadable, file-type-mismatch, reader-timeout, disk-full …; nothing is stored then
 */
export async function takePhotoFile(
  context: OperationContext,
  archive: Archive,
  path: string,
  signal: AbortSignal,
  sidecars: string[] = [],
): Promise<PhotoTaken> {
  const { files } = context.platform
  const name = files.baseName(path).normalize('NFC')
  const stat = await files.stat(path)
  if (!stat) throw new KhoError('file-missing', { file: path })
  if (stat.size === 0) throw new KhoError('file-empty', { file: path })
  if (stat.size > readerLimits.pictureBytes)
    throw new KhoError('file-too-large', { file: path, args: sizes(stat.size, readerLimits.pictureBytes) })
  const read = await readPicture(context, { path, name, sidecars }, signal)
  const file = await archive.originals.addFile(
    path,
    { name, mediaType: read.mediaType, receivedAt: now(context), role: 'photo' },
    signal,
  )
  return photoRecord(context, archive, file, read, await keptSidecars(context, archive, sidecars, signal))
}

/** The same for a picture that lay inside a Word file or web page. */
export async function takePhotoBytes(
  context: OperationContext,
  archive: Archive,
  bytes: Uint8Array,
  meta: { name: string; mediaType: string },
  signal: AbortSignal,
): Promise<PhotoTaken> {
  const file = await archive.originals.addBytes(bytes, { ...meta, receivedAt: now(context), role: 'photo' })
  const read = await readPicture(context, { path: archive.originals.pathOf(file), name: meta.name }, signal)
  return photoRecord(context, archive, file, read, [])
}

/** Has the reader process read a picture with the .xmp files beside it. @throws KhoError as the reader gives it */
export function readPicture(
  context: OperationContext,
  file: { path: string; name: string; sidecars?: string[] },
  signal?: AbortSignal,
): Promise<PictureRead> {
  const request: ReaderRequest = { kind: 'picture', ...file }
  return context.platform.readers.run<ReaderRequest, PictureRead>(request, {
    timeoutMs: readerLimits.timeMs,
    ...(signal && { signal }),
  })
}

/** The .xmp files kept as they came; one that is gone meanwhile costs the photo nothing. */
async function keptSidecars(
  context: OperationContext,
  archive: Archive,
  sidecars: string[],
  signal: AbortSignal,
): Promise<AsReceivedFile[]> {
  const { files } = context.platform
  const kept: AsReceivedFile[] = []
  for (const path of sidecars) {
    const stat = await files.stat(path)
    if (!stat || stat.size > readerLimits.sidecarBytes) continue
    const name = files.baseName(path).normalize('NFC')
    const meta = { name, mediaType: 'application/rdf+xml', receivedAt: now(context), role: 'other' as const }
    kept.push(await archive.originals.addFile(path, meta, signal))
  }
  return kept
}

async function photoRecord(
  context: OperationContext,
  archive: Archive,
  file: AsReceivedFile,
  read: PictureRead,
  sidecars: AsReceivedFile[],
): Promise<PhotoTaken> {
  const { fields, warnings } = readInside(read, file.name, await photoRules(context, archive))
  const known = await archive.get('photo', file.digest.hex)
  if (known) return { photo: await withSidecars(context, archive, known, fields, sidecars), known: true, warnings }
  const at = now(context)
  const photo: Photo = {
    id: file.digest.hex,
    createdAt: at,
    updatedAt: at,
    file,
    width: read.width,
    height: read.height,
    ...fields,
    ...(sidecars.length > 0 && { sidecars }),
    eventId: null,
    people: [],
    physicalDescription: '',
    nearDuplicateGroup: null,
    turned: 0,
    likeness: await lookedAt(context, archive, file),
  }
  return { photo, known: false, warnings }
}

/**
 * Words that came beside a photo held already: they are kept with it and what they say is there to be seen, but nothing
 * the record says is changed by them.
 */
async function withSidecars(
  context: OperationContext,
  archive: Archive,
  known: Photo,
  { inside, namedInside }: Pick<Photo, 'inside' | 'namedInside'>,
  sidecars: AsReceivedFile[],
): Promise<Photo> {
  const held = new Set(known.sidecars?.map(({ digest }) => digest.hex))
  const fresh = sidecars.filter(({ digest }) => !held.has(digest.hex))
  if (fresh.length === 0) return known
  return context.exclusively(async () => {
    const latest = (await archive.get('photo', known.id)) ?? known
    const after: Photo = {
      ...latest,
      updatedAt: now(context),
      sidecars: [...(latest.sidecars ?? []), ...fresh],
      ...(inside && { inside }),
      ...(namedInside && { namedInside }),
    }
    await archive.commit({
      operation: 'photo.sidecar',
      args: { name: known.file.name },
      entries: [{ kind: 'photo', id: known.id, after }],
    })
    return after
  })
}

/** Makes the preview that lists show and the fingerprint in one decoding; what cannot be decoded is filed without. */
async function lookedAt(context: OperationContext, archive: Archive, file: AsReceivedFile): Promise<string> {
  const request: ReaderRequest = { kind: 'look', path: archive.originals.pathOf(file), size: previewSizes.row }
  try {
    const looked = await context.platform.readers.run<ReaderRequest, LookedAt>(request, {
      timeoutMs: readerLimits.timeMs,
    })
    if (!looked) return ''
    await archive.thumbnails.put(file.digest.hex, { size: previewSizes.row, turned: 0 }, looked.preview)
    return looked.likeness
  } catch (thrown) {
    context.platform.log.warn('no preview', { photo: file.digest.hex, why: String(thrown) })
    return ''
  }
}

/** The fingerprint of a photo filed without one, from its small preview where there is one: that decodes at once. */
export async function fingerprintOf(context: OperationContext, archive: Archive, photo: Photo): Promise<string> {
  const preview = await archive.thumbnails.find(photo.id, { size: previewSizes.row, turned: 0 })
  if (!preview) return lookedAt(context, archive, photo.file)
  const request: ReaderRequest = { kind: 'look', path: preview, size: previewSizes.row }
  const looked = await context.platform.readers.run<ReaderRequest, LookedAt>(request, {
    timeoutMs: readerLimits.timeMs,
  })
  return looked?.likeness ?? ''
}

/** The day a photo file says it was taken, null where it does not. */
export async function dateOfPhoto(
  context: OperationContext,
  path: string,
  signal: AbortSignal,
): Promise<string | null> {
  const name = context.platform.files.baseName(path)
  const read = await readPicture(context, { path, name }, signal)
  return wholeDay(readInside(read, name, await photoRules(context, context.archive)).fields.takenAt)
}

const wholeDay = (takenAt: string | null): string | null => (takenAt && takenAt.length >= 10 ? dayOf(takenAt) : null)

/**
 * The path of a preview, made now if it is not there yet; null where the picture cannot be shown.
 * Previews are derived: losing them loses nothing.
 */
export async function previewOf(
  context: OperationContext,
  archive: Archive,
  photo: Photo,
  size: number,
): Promise<string | null> {
  const kept = { size, turned: turnOf(photo) }
  const there = await archive.thumbnails.find(photo.id, kept)
  if (there) return there
  const request: ReaderRequest = {
    kind: 'thumbnail',
    path: archive.originals.pathOf(photo.file),
    sizes: [size],
    turned: kept.turned,
  }
  try {
    const made = await context.platform.readers.run<ReaderRequest, ThumbnailsMade>(request, {
      timeoutMs: readerLimits.timeMs,
    })
    const preview = made?.[0]
    if (!preview) return null
    await archive.thumbnails.put(photo.id, kept, preview.bytes)
    return await archive.thumbnails.find(photo.id, kept)
  } catch (thrown) {
    context.platform.log.warn('no preview', { photo: photo.id, why: String(thrown) })
    return null
  }
}

/** Sizes for the words of an error, in megabytes. */
export function sizes(size: number, limit: number): Record<string, string> {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_048_576)} MB`
  return { size: megabytes(size), limit: megabytes(limit) }
}
