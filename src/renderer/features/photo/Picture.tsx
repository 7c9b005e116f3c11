import { ImageOff, Maximize2, Minimize2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { original } from '../../engine/pictures'
import { IconButton } from '../../ui/Button'
import { Preview } from '../../ui/Preview'
import { useWords } from '../../words/words'

interface Props {
  photoId: string
  alt: string
  /** True for one picture pixel per screen pixel, from the original. */
  full: boolean
  onFull: (full: boolean) => void
}

/** The picture itself, fitted into the stage or at full size to move about in. */
export function Picture({ photoId, alt, full, onFull }: Props) {
  const t = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const element = frame.current
    if (full && element)
      element.scrollTo(
        (element.scrollWidth - element.clientWidth) / 2,
        (element.scrollHeight - element.clientHeight) / 2,
      )
  }, [full])
  if (failed) {
    return (
      <p className="viewer-failed">
        <ImageOff aria-hidden /> {t('ui.photo.failed')}
      </p>
    )
  }
  return (
    <>
      <div ref={frame} className={full ? 'viewer-frame full' : 'viewer-frame'} tabIndex={full ? 0 : -1}>
        {full ? (
          <img src={original(photoId)} alt={alt} draggable={false} onError={() => setFailed(true)} />
        ) : (
          <Preview photoId={photoId} alt={alt} onError={() => setFailed(true)} />
        )}
      </div>
      <IconButton
        icon={full ? Minimize2 : Maximize2}
        label={t(full ? 'ui.photo.fit' : 'ui.photo.full')}
        className="viewer-zoom"
        pressed={full}
        data-testid="photo-zoom"
        onClick={() => onFull(!full)}
      />
    </>
  )
}
