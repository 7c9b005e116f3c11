import { useState } from 'react'
import { thumbnail } from '../engine/pictures'
import { useTurns } from '../state/photos'

interface Props {
  photoId: string
  alt: string
  onError?: () => void
}

/**
 * A large preview. It may have to be made first; until it is there the small one, which lists have shown
 * already, stands in for it.
 */
export function Preview({ photoId, alt, onError }: Props) {
  const [ready, setReady] = useState(false)
  useTurns(({ turns }) => turns[photoId])
  return (
    <>
      {!ready && <img className="preview" src={thumbnail(photoId, 320)} alt="" draggable={false} />}
      <img
        className={ready ? 'preview' : 'preview coming'}
        src={thumbnail(photoId, 1600)}
        alt={alt}
        decoding="async"
        draggable={false}
        onLoad={() => setReady(true)}
        onError={onError}
      />
    </>
  )
}
