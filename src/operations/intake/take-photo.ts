import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import type { AsReceivedFile } from '#core/model/common'
import type { Warning } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import type { PictureRead, ReaderRequest } from '#intake/protocol'
import { readerLimits } from '#intake/protocol'
import type { OperationContext } from '../context'
import { now } from '../context'
import { dayOf, readInside } from '../photos/inside'
import { noteArrived } from '../photos/make-previews'
import { lookedAt } from '../photos/previews'
import { photoRules } from '../photos/rules'

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
  noteArrived(archive, photo.id)
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

/** Sizes for the words of an error, in megabytes. */
export function sizes(size: number, limit: number): Record<string, string> {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_048_576)} MB`
  return { size: megabytes(size), limit: megabytes(limit) }
}
