import type { Archive, KeptPreview } from '#archive/archive'
import { type ErrorCode, KhoError } from '#core/errors'
import type { AsReceivedFile } from '#core/model/common'
import { type Photo, turnOf } from '#core/model/photo'
import type { LookedAt, Preview, ReaderRequest, ThumbnailsMade } from '#intake/protocol'
import { readerLimits } from '#intake/protocol'
import type { Readers } from '#platform/ports'
import type { OperationContext } from '../context'

/** The sizes of preview the window asks for: rows and grids, and the viewer. Longest side in pixels. */
export const previewSizes = { row: 320, screen: 1600 } as const

/** Faults that lie in the picture: it would end the same way each time. */
const ofThePicture = new Set<ErrorCode>(['reader-timeout', 'reader-out-of-memory', 'reader-crashed', 'file-damaged'])

/**
 * The path of a preview, made now if it is not there yet; null where the picture cannot be shown.
 * Previews are derived: losing them loses nothing.
 * @param turned as the photo is shown, where it is left out
 */
export async function previewOf(
  context: OperationContext,
  archive: Archive,
  photo: Photo,
  size: number,
  turned = turnOf(photo),
): Promise<string | null> {
  const kept = { size, turned }
  const there = await archive.thumbnails.find(photo.id, kept)
  if (there) return there
  if (await archive.thumbnails.refused(photo.id)) return null
  const path = archive.originals.pathOf(photo.file)
  const made = await asked<ThumbnailsMade>(context, archive, photo.id, context.platform.readers, {
    ...{ kind: 'thumbnail', path, sizes: [size], turned },
  })
  const [preview] = made ?? []
  if (!preview) return null
  await archive.thumbnails.put(photo.id, kept, preview.bytes)
  return archive.thumbnails.find(photo.id, kept)
}

/** Makes the preview that lists show and the fingerprints in one decoding; what cannot be decoded is filed without. */
export async function lookedAt(context: OperationContext, archive: Archive, file: AsReceivedFile): Promise<string> {
  const kept = { sizes: [previewSizes.row], turned: 0 } as const
  return (
    (await lookedAgain(context, archive, file, { ...kept, sizes: [...kept.sizes] }, context.platform.readers)) ?? ''
  )
}

/**
 * Makes previews of a photo and its fingerprints in one decoding.
 * @returns the fingerprints; null where the picture cannot be decoded
 * @throws KhoError cancelled
 */
export async function lookedAgain(
  context: OperationContext,
  archive: Archive,
  file: AsReceivedFile,
  wanted: { sizes: number[]; turned: KeptPreview['turned'] },
  readers: Readers,
  signal?: AbortSignal,
): Promise<string | null> {
  const id = file.digest.hex
  const request: ReaderRequest = { kind: 'look', path: archive.originals.pathOf(file), ...wanted }
  const looked = await asked<LookedAt>(context, archive, id, readers, request, signal)
  if (!looked) return null
  await keep(archive, id, looked.previews, wanted.turned)
  return looked.likeness
}

/** The fingerprints of a photo by its small preview, which is decoded at once. */
export function likenessByPreview(readers: Readers, preview: string): Promise<string> {
  return readers.run<ReaderRequest, string>({ kind: 'print', preview }, { timeoutMs: readerLimits.timeMs })
}

async function keep(archive: Archive, id: string, previews: Preview[], turned: KeptPreview['turned']): Promise<void> {
  for (const { size, bytes } of previews) await archive.thumbnails.put(id, { size, turned }, bytes)
}

/** Asks a reader; what it cannot decode is noted, so that it is not tried each time it would be shown. */
async function asked<Answer>(
  context: OperationContext,
  archive: Archive,
  photoId: string,
  readers: Readers,
  request: ReaderRequest,
  signal?: AbortSignal,
): Promise<Answer | null> {
  try {
    const options = { timeoutMs: readerLimits.timeMs, ...(signal && { signal }) }
    const answer = await readers.run<ReaderRequest, Answer | null>(request, options)
    if (answer === null) await archive.thumbnails.refuse(photoId)
    return answer
  } catch (thrown) {
    if (thrown instanceof KhoError && thrown.code === 'cancelled' && signal?.aborted) throw thrown
    context.platform.log.warn('no preview', { photo: photoId, why: String(thrown) })
    if (thrown instanceof KhoError && ofThePicture.has(thrown.code)) await archive.thumbnails.refuse(photoId)
    return null
  }
}
