import type { PhotoView } from '#contract/photos'
import { call } from '../../engine/client'
import { useFailures } from '../../ui/useFailures'
import { allWritten, useDescribing } from './useDescribing'

/** Writes who stands where, by the boxes, into the caption of a photo; nothing where nobody is marked. */
export function useOrderWriting({ photo }: PhotoView): () => void {
  const caught = useFailures()
  const describe = useDescribing(photo.id)
  return caught(async () => {
    await allWritten()
    const now = await call('photo.get', { id: photo.id })
    const before = now.uses[0]?.caption ?? now.photo.caption
    const { caption } = await call('photo.orderWritten', { id: photo.id, caption: before })
    if (caption !== before) await describe(() => ({ caption }))
  })
}
