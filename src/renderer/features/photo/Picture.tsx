import { useState } from 'react'
import type { PhotoView } from '#contract/photos'
import { turnOf } from '#core/model/photo'
import { original } from '../../engine/pictures'
import { Preview } from '../../ui/Preview'
import type { Measures } from './useZoom'

interface Props {
  view: PhotoView
  /** True where the preview has too few pixels for the size shown. */
  large: boolean
  measures: Measures
  onFailed: () => void
}

/** Types the window decodes by itself; of others the preview is all there is to see. */
const shownAsTheyAre = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** The picture itself: its preview, and where that is too small the original over it, turned as the preview is. */
export function Picture({ view: { photo, uses }, large, measures, onFailed }: Props) {
  const [ready, setReady] = useState(false)
  const turn = turnOf(photo)
  const { width, height } = turn % 180 === 0 ? measures : { width: measures.height, height: measures.width }
  return (
    <>
      <Preview photoId={photo.id} alt={uses[0]?.caption || photo.caption || photo.file.name} onError={onFailed} />
      {large && shownAsTheyAre.has(photo.file.mediaType) && (
        <img
          className={ready ? 'viewer-original' : 'viewer-original coming'}
          src={original(photo.id)}
          alt=""
          draggable={false}
          style={{ width, height, transform: `translate(-50%, -50%) rotate(${turn}deg)` }}
          onLoad={() => setReady(true)}
        />
      )}
    </>
  )
}
