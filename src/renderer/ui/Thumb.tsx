import { Image, ImageOff } from 'lucide-react'
import { useState } from 'react'
import { thumbnail } from '../engine/pictures'
import { useTurns } from '../state/photos'
import { usePictureRound } from '../state/pictures'

interface Props {
  photoId: string | null
  alt?: string
}

/** A picture to recognise a photo by, or a quiet sign where there is none or it cannot be shown. */
export function Thumb({ photoId, alt = '' }: Props) {
  const round = usePictureRound(({ round }) => round)
  useTurns(({ turns }) => turns[photoId ?? ''])
  const asked = `${photoId}/${round}`
  const [failedAt, setFailedAt] = useState('')
  const failed = failedAt === asked
  if (!photoId || failed) {
    const Sign = failed ? ImageOff : Image
    return (
      <span className="thumb none">
        <Sign aria-hidden />
      </span>
    )
  }
  return (
    <img
      className="thumb"
      src={thumbnail(photoId, 320)}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setFailedAt(asked)}
    />
  )
}
