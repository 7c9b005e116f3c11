import { Dialog as Base } from '@base-ui/react/dialog'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { thumbnail } from '../../engine/pictures'
import { useRead } from '../../engine/queries'
import { useDialogs } from '../../state/dialogs'
import { IconButton } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { composing } from '../../ui/Field'
import { useWords } from '../../words/words'
import { useMarking } from './marking'
import { PhotoFacts } from './PhotoFacts'
import { Stage, type StageKeys } from './Stage'
import { countOf, type Shown, useShownPhotos } from './useShownPhotos'
import './photo.css'
import './viewer.css'

interface Props {
  from: Shown
  start: number
  /** Captions of a draft, which are written there. */
  captions?: Record<string, string> | undefined
  /** A photo nearly the same that is laid beside the first at once. */
  beside?: string | undefined
}

/** A photo as large as the window, with all that is known of it; arrows go on to the next. */
export function PhotoViewer({ from, start, captions, beside }: Props) {
  const t = useWords()
  const close = useDialogs((state) => state.close)
  const [at, setAt] = useState(start)
  const keys = useRef<StageKeys | null>(null)
  const pressed = useRef<string | null>(null)
  const popup = useRef<HTMLDivElement>(null)
  const idAt = useShownPhotos(from, at)
  const id = idAt(at) ?? ''
  const count = countOf(from)
  const view = useRead('photo.get', { id }, { keep: true, enabled: id !== '' })
  useNeighbours([idAt(at + 1), idAt(at - 1)])
  const step = (by: number) => {
    useMarking.getState().stop()
    pressed.current = null
    setAt((now) => Math.max(0, Math.min(count - 1, now + by)))
  }
  useFocusKept(popup)
  // What was being marked ends with the viewer.
  useEffect(() => () => useMarking.getState().stop(), [])
  const current = view.data?.photo.id === id ? view.data : null
  return (
    <Base.Root
      open
      onOpenChange={(open, details) => {
        // Esc first ends the marking, then the looking.
        if (!open && details.reason === 'escape-key' && useMarking.getState().drawing) useMarking.getState().stop()
        else if (!open) close()
      }}
    >
      <Base.Portal>
        <Base.Popup
          ref={popup}
          className="viewer"
          data-testid="photo-viewer"
          initialFocus={() => stageElement() ?? true}
          onKeyDown={(event) => onViewerKey(event, { keys, pressed, step })}
        >
          <Base.Title className="visually-hidden">{t('ui.photo.title')}</Base.Title>
          {current ? (
            <Stage key={id} view={current} step={step} keys={keys} pressed={pressed} />
          ) : (
            <div className="viewer-stage" />
          )}
          {count > 1 && <Steps at={at} last={count - 1} step={step} />}
          <p className="viewer-place">{t('ui.photo.place', { at: at + 1, of: count })}</p>
          <div className="viewer-side" data-testid="viewer-side">
            <Base.Close
              className="icon-button viewer-close"
              aria-label={t('ui.common.close')}
              title={t('ui.common.close')}
            >
              <X aria-hidden />
            </Base.Close>
            {view.error && <ErrorNote error={view.error} />}
            {current && (
              <PhotoFacts
                key={id}
                view={current}
                caption={captions?.[id]}
                step={step}
                beside={at === start ? beside : undefined}
              />
            )}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

const stageElement = () => document.querySelector<HTMLElement>('.viewer-stage[tabindex]')

function Steps({ at, last, step }: { at: number; last: number; step: (by: number) => void }) {
  const t = useWords()
  return (
    <>
      <IconButton
        icon={ChevronLeft}
        label={t('ui.photo.previous')}
        className="on-picture viewer-step previous"
        disabled={at === 0}
        onClick={() => step(-1)}
      />
      <IconButton
        icon={ChevronRight}
        label={t('ui.photo.next')}
        className="on-picture viewer-step next"
        disabled={at === last}
        onClick={() => step(1)}
      />
    </>
  )
}

/** A button that can go no further, or the stage of the photo before, loses the focus: keys would go unheard. */
function useFocusKept(popup: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const { activeElement } = document
    if (activeElement === document.body || activeElement?.matches(':disabled'))
      (stageElement() ?? popup.current)?.focus()
  })
}

interface Heard {
  keys: RefObject<StageKeys | null>
  /** The key that waits for the photo being read. */
  pressed: RefObject<string | null>
  step: (by: number) => void
}

/** Keys heard anywhere in the viewer but in a field; what is pressed while the next photo is read, is done when it is there. */
function onViewerKey(event: KeyboardEvent, { keys, pressed, step }: Heard): void {
  if (composing(event) || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  const target = event.target as Element
  // A dialog above the viewer is inside it only as the page is built, not as it is shown.
  if (!event.currentTarget.contains(target) || target.closest('input, textarea, select')) return
  const unread: Record<string, () => void> = { ArrowLeft: () => step(-1), ArrowRight: () => step(1) }
  const act = keys.current ? keys.current(event.key) : unread[event.key]
  if (act) event.preventDefault()
  if (act) act()
  else if (!keys.current) pressed.current = event.key
}

/** Has the neighbours made ready, so that the next photo is there at once. */
function useNeighbours(ids: (string | undefined)[]): void {
  const [next, previous] = ids
  useEffect(() => {
    for (const id of [next, previous]) if (id) new Image().src = thumbnail(id, 1600)
  }, [next, previous])
}
