import { useEffect, useRef } from 'react'
import type { PhotoView } from '#contract/photos'
import { useReadOnly } from '../../state/archive'
import { composing, TextAreaField } from '../../ui/Field'
import { useWords } from '../../words/words'
import { useDescribing } from './useDescribing'
import { useSaved } from './useSaved'

/** True while captions are written one after another: the next photo begins in its caption. */
const goingOn = { now: false }

/** The caption of a photo, written when it is left. Ctrl+Enter writes it and goes on to the caption of the next. */
export function CaptionField({ view, step }: { view: PhotoView; step: (by: number) => void }) {
  const t = useWords()
  const readOnly = useReadOnly()
  const describe = useDescribing(view.photo.id)
  const shown = view.uses[0]?.caption ?? view.photo.caption
  const { current: first } = useRef(shown)
  const followed = useRef(shown)
  const field = useRef<HTMLTextAreaElement>(null)
  const { save, settled, onText } = useSaved(first, (text) =>
    describe(() => ({ caption: text.normalize('NFC').trim() })),
  )
  // Written by an undo, or by who stands where: a field that nobody is in follows.
  useEffect(() => {
    const area = field.current
    if (shown === followed.current) return
    followed.current = shown
    if (!area || area === document.activeElement || area.value.normalize('NFC').trim() === shown) return
    area.value = shown
    settled(shown)
  }, [shown, settled])
  const alike = view.uses.filter(({ caption }) => caption === shown).length
  return (
    <TextAreaField
      ref={(area) => {
        field.current = area
        if (!area || !goingOn.now) return
        goingOn.now = false
        area.focus()
      }}
      label={t('photos.viewer.captionOf')}
      hint={t('photos.viewer.captionHint', { count: alike }).trim()}
      className="input area viewer-caption-field"
      defaultValue={first}
      readOnly={readOnly}
      placeholder={t('ui.photo.noCaption')}
      data-testid="photo-caption"
      onText={onText}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (composing(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        goingOn.now = true
        void save()
        step(1)
      }}
    />
  )
}
