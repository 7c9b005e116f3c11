import { KhoError } from '#core/errors'
import type { ReaderRequest, ReleaseRead } from '#intake/protocol'
import { readerLimits } from '#intake/protocol'
import { writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { takeRelease } from './take-release'

/** Takes in pasted text; what was pasted is kept as received. */
export const pasteText: Handler<'intake.paste'> = async (context, { text, html }) => {
  const archive = writableArchiveOf(context)
  if (text.trim() === '') throw new KhoError('file-has-no-text')
  const request: ReaderRequest = { kind: 'paste', text, html }
  const read = await context.platform.readers.run<ReaderRequest, ReleaseRead>(request, {
    timeoutMs: readerLimits.timeMs,
  })
  const { draft, newPhotos } = await takeRelease(
    context,
    archive,
    read,
    { pasted: text },
    [],
    new AbortController().signal,
  )
  await context.exclusively(() =>
    archive.commit({
      operation: 'intake.paste',
      args: { title: draft.text.title },
      entries: [
        ...newPhotos.map((photo) => ({ kind: 'photo' as const, id: photo.id, after: photo })),
        { kind: 'draft', id: draft.id, after: draft },
      ],
    }),
  )
  context.changed(['draft', 'photo'])
  return { draftId: draft.id }
}
