import { Dialog as Base } from '@base-ui/react/dialog'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { thumbnail } from '../../engine/pictures'
import { useRead } from '../../engine/queries'
import { useDialogs } from '../../state/dialogs'
import { IconButton } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { composing } from '../../ui/Field'
import { useWords } from '../../words/words'
import { PhotoFacts } from './PhotoFacts'
import { Picture } from './Picture'
import './photo.css'

/** A photo as large as the window, with its caption and people; arrows go on to the next. */
export function PhotoViewer({ ids, start }: { ids: string[]; start: number }) {
  const t = useWords()
  const close = useDialogs((state) => state.close)
  const [at, setAt] = useState(start)
  const [full, setFull] = useState(false)
  const id = ids[at] ?? ''
  const view = useRead('photo.get', { id }, { keep: true })
  useNeighbours(ids, at)
  const step = (by: number) => {
    setFull(false)
    setAt((now) => Math.max(0, Math.min(ids.length - 1, now + by)))
  }
  const current = view.data?.photo.id === id ? view.data : null
  return (
    <Base.Root open onOpenChange={(open) => !open && close()}>
      <Base.Portal>
        <Base.Popup
          className="viewer"
          data-testid="photo-viewer"
          onKeyDown={(event) => onViewerKey(event, step, setFull)}
        >
          <Base.Title className="visually-hidden">{t('ui.photo.title')}</Base.Title>
          <div className="viewer-stage">
            <Picture key={id} photoId={id} alt={current?.uses[0]?.caption ?? ''} full={full} onFull={setFull} />
            {ids.length > 1 && <Steps at={at} last={ids.length - 1} step={step} />}
            <p className="viewer-place">{t('ui.photo.place', { at: at + 1, of: ids.length })}</p>
          </div>
          <div className="viewer-side">
            <Base.Close
              className="icon-button viewer-close"
              aria-label={t('ui.common.close')}
              title={t('ui.common.close')}
            >
              <X aria-hidden />
            </Base.Close>
            {view.error && <ErrorNote error={view.error} />}
            {current && <PhotoFacts key={id} view={current} />}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

function Steps({ at, last, step }: { at: number; last: number; step: (by: number) => void }) {
  const t = useWords()
  return (
    <>
      <IconButton
        icon={ChevronLeft}
        label={t('ui.photo.previous')}
        className="viewer-step previous"
        disabled={at === 0}
        onClick={() => step(-1)}
      />
      <IconButton
        icon={ChevronRight}
        label={t('ui.photo.next')}
        className="viewer-step next"
        disabled={at === last}
        onClick={() => step(1)}
      />
    </>
  )
}

/** Has the neighbours made ready, so that the next photo is there at once. */
function useNeighbours(ids: string[], at: number): void {
  useEffect(() => {
    for (const id of [ids[at + 1], ids[at - 1]]) {
      if (id) new Image().src = thumbnail(id, 1600)
    }
  }, [ids, at])
}

function onViewerKey(
  event: KeyboardEvent,
  step: (by: number) => void,
  setFull: (change: (now: boolean) => boolean) => void,
) {
  if (composing(event) || event.target instanceof HTMLInputElement) return
  if (event.key === 'ArrowLeft') step(-1)
  else if (event.key === 'ArrowRight') step(1)
  else if (event.key === 'z' || event.key === 'Z') setFull((now) => !now)
  else return
  event.preventDefault()
}
