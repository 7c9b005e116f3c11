import { Maximize2, Minimize2, RotateCcw, RotateCw, ScanFace, ZoomIn, ZoomOut } from 'lucide-react'
import type { Photo } from '#core/model/photo'
import { useReadOnly } from '../../state/archive'
import { IconButton } from '../../ui/Button'
import { useWords } from '../../words/words'
import { useMarking } from './marking'
import type { Zoom } from './useZoom'

interface Props {
  photo: Photo
  zoom: Zoom
  /** Null where the picture cannot be shown. */
  turn: ((quarters: 1 | -1) => Promise<void>) | null
}

/** What can be done with the picture on the stage. */
export function StageTools({ photo, zoom, turn }: Props) {
  const t = useWords()
  const readOnly = useReadOnly()
  const { drawing, start, stop } = useMarking()
  if (!turn) return null
  const percent = Math.round((100 * zoom.fit.width * zoom.view.zoom) / Math.max(1, widthOf(photo)))
  return (
    <div className="viewer-tools" role="toolbar" aria-label={t('ui.photo.title')}>
      <IconButton icon={ZoomOut} label={t('photos.viewer.zoomOut')} onClick={zoom.zoomOut} data-testid="zoom-out" />
      <span className="viewer-percent" data-testid="zoom-percent">
        {t('photos.viewer.zoom', { percent })}
      </span>
      <IconButton icon={ZoomIn} label={t('photos.viewer.zoomIn')} onClick={zoom.zoomIn} data-testid="zoom-in" />
      <IconButton
        icon={zoom.isFull ? Minimize2 : Maximize2}
        label={t(zoom.isFull ? 'ui.photo.fit' : 'ui.photo.full')}
        pressed={zoom.isFull}
        data-testid="photo-zoom"
        onClick={zoom.toggleFull}
      />
      <span className="viewer-gap" />
      <IconButton
        icon={RotateCcw}
        label={t('photos.viewer.turnLeft')}
        disabled={readOnly}
        onClick={() => turn(-1)}
        data-testid="turn-left"
      />
      <IconButton
        icon={RotateCw}
        label={t('photos.viewer.turnRight')}
        disabled={readOnly}
        onClick={() => turn(1)}
        data-testid="turn-right"
      />
      <IconButton
        icon={ScanFace}
        label={t(drawing ? 'photos.people.stop' : 'photos.people.draw')}
        pressed={drawing}
        disabled={readOnly}
        onClick={() => (drawing ? stop() : start())}
        data-testid="draw"
      />
    </div>
  )
}

const widthOf = ({ width, height, turned = 0 }: Photo): number => (turned % 180 === 0 ? width : height)
