import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import type { AsReceivedFile } from '#core/model/common'
import type { Draft, Warning } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import type { PressReading } from '#core/press/reading'
import type { ReaderRequest, ReleaseRead } from '#intake/protocol'
import { readerLimits } from '#intake/protocol'
import type { OperationContext } from '../context'
import { now } from '../context'
import { readWithLearnt } from '../learnt/lessons'
import { draftFromReading } from './draft-from-reading'
import type { ArrivedPhoto } from './photo-captions'
import { plainReading } from './plain-reading'
import { sizes, takePhotoBytes } from './take-photo'

export interface ReleaseTaken {
  draft: Draft
  /** Photos to put with the draft; those the archive knew are left out. */
  newPhotos: Photo[]
}

/**
 * Reads one press release in the reader process.
 * @throws KhoError file-missing, file-empty, file-too-large, or what the reader gives; nothing is stored
 */
export async function readRelease(context: OperationContext, path: string, signal: AbortSignal): Promise<ReleaseRead> {
  const { files, readers } = context.platform
  const stat = await files.stat(path)
  if (!stat) throw new KhoError('file-missing', { file: path })
  if (stat.size === 0) throw new KhoError('file-empty', { file: path })
  if (stat.size > readerLimits.fileBytes)
    throw new KhoError('file-too-large', { file: path, args: sizes(stat.size, readerLimits.fileBytes) })
  const request: ReaderRequest = { kind: 'release', path, name: files.baseName(path).normalize('NFC') }
  return readers.run<ReaderRequest, ReleaseRead>(request, { timeoutMs: readerLimits.timeMs, signal })
}

/** The full day a release reports, or was published; null where it says neither. */
export async function dateOfRelease(
  context: OperationContext,
  path: string,
  signal: AbortSignal,
): Promise<string | null> {
  const reading = await readingOf(context, await readRelease(context, path, signal), [])
  const date = reading.event?.value.from ?? reading.publishedOn
  return date?.length === 10 ? date : null
}

/** Stores a release that was read, with the pictures inside it and the loose photos beside it, as a draft (not committed). */
export async function takeRelease(
  context: OperationContext,
  archive: Archive,
  read: ReleaseRead,
  from: { path: string } | { pasted: string },
  loose: { photo: Photo; known: boolean }[],
  signal: AbortSignal,
): Promise<ReleaseTaken> {
  const release = await storeRelease(context, archive, read, from, signal)
  const warnings: Warning[] = [...read.warnings]
  const arrived: ArrivedPhoto[] = []
  const newPhotos: Photo[] = loose.filter((taken) => !taken.known).map((taken) => taken.photo)
  for (const [picture, embedded] of read.pictures.entries()) {
    try {
      const taken = await takePhotoBytes(context, archive, embedded.bytes, embedded, signal)
      arrived.push({ photo: taken.photo, picture })
      if (!taken.known) newPhotos.push(taken.photo)
    } catch (thrown) {
      if (!(thrown instanceof KhoError) || thrown.code === 'disk-full' || thrown.code === 'cancelled') throw thrown
      warnings.push({ code: 'embedded-picture-unreadable', file: null, args: { name: embedded.name } })
    }
  }
  arrived.push(...loose.map(({ photo }) => ({ photo, picture: null })))
  const reading = await readingOf(context, read, warnings)
  const source = 'path' in from ? 'file' : 'paste'
  const draft = await draftFromReading(context, archive, {
    reading,
    meta: read.source.meta,
    source,
    release,
    photos: arrived,
    warnings,
  })
  return { draft, newPhotos: [...new Map(newPhotos.map((photo) => [photo.id, photo])).values()] }
}

/** A fault of the reader costs its suggestions, never the release. */
async function readingOf(context: OperationContext, read: ReleaseRead, warnings: Warning[]): Promise<PressReading> {
  try {
    return await readWithLearnt(context, read.source)
  } catch (thrown) {
    context.platform.log.error('reading failed', { cause: thrown instanceof Error ? thrown.stack : String(thrown) })
    warnings.push({ code: 'reading-failed', file: null, args: {} })
    return plainReading(read.source)
  }
}

async function storeRelease(
  context: OperationContext,
  archive: Archive,
  read: ReleaseRead,
  from: { path: string } | { pasted: string },
  signal: AbortSignal,
): Promise<AsReceivedFile> {
  const meta = {
    receivedAt: now(context),
    role: 'text' as const,
    mediaType: 'pasted' in from ? 'text/plain' : read.mediaType,
  }
  if ('path' in from) {
    const name = context.platform.files.baseName(from.path).normalize('NFC')
    return archive.originals.addFile(from.path, { ...meta, name }, signal)
  }
  const stamp = meta.receivedAt.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  return archive.originals.addBytes(new TextEncoder().encode(from.pasted), { ...meta, name: `${stamp}.txt` })
}
