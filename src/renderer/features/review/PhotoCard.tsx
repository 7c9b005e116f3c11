import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useRef } from 'react'
import type { Draft } from '#core/model/draft'
import { showDialog } from '../../state/dialogs'
import { useReview } from '../../state/review'
import { IconButton } from '../../ui/Button'
import { TextAreaField } from '../../ui/Field'
import { Thumb } from '../../ui/Thumb'
import { useWords } from '../../words/words'
import { movePhoto, removePhoto, setCaption } from './edits'
import { sureness } from './model'

interface Props {
  draft: Draft
  index: number
  /** Its place among the photos is what orders it; a photo in the text stands where it stands. */
  movable?: boolean
}

/** One photo of the draft with its caption to read and write. */
export function PhotoCard({ draft, index, movable }: Props) {
  const t = useWords()
  const edit = useReview((state) => state.edit)
  const file = useReview((state) => state.photos.find(({ id }) => id === draft.photos[index]?.photoId)?.file.name)
  const photo = draft.photos[index]
  // What the caption was when the card appeared: the field is not written into while someone types.
  const first = useRef(photo?.caption ?? '')
  if (!photo) return null
  const unsure = photo.caption !== '' && sureness(photo.captionSure) === 'look'
  const hint = photo.caption === '' ? t('ui.review.noCaption') : unsure ? t('ui.review.captionUnsure') : file
  return (
    <div className={unsure ? 'photo-card look' : 'photo-card'} data-testid="photo-card">
      <button
        type="button"
        className="photo-open"
        aria-label={t('ui.photo.open', { caption: photo.caption || (file ?? '') })}
        onClick={() => showDialog({ name: 'photo', ids: draft.photos.map(({ photoId }) => photoId), at: index })}
      >
        <Thumb photoId={photo.photoId} />
      </button>
      <TextAreaField
        label={t('ui.review.captionOf', { at: index + 1 })}
        hint={hint}
        defaultValue={first.current}
        data-testid="caption"
        onText={(caption) => edit(setCaption(photo.photoId, caption))}
      />
      <div className="photo-tools">
        {movable && <Moves index={index} last={draft.photos.length - 1} />}
        <IconButton
          icon={X}
          label={t('ui.review.photoRemove', { at: index + 1 })}
          onClick={() => edit(removePhoto(index))}
        />
      </div>
    </div>
  )
}

function Moves({ index, last }: { index: number; last: number }) {
  const t = useWords()
  const edit = useReview((state) => state.edit)
  return (
    <>
      <IconButton
        icon={ArrowUp}
        label={t('ui.review.photoUp', { at: index + 1 })}
        disabled={index === 0}
        onClick={() => edit(movePhoto(index, -1))}
      />
      <IconButton
        icon={ArrowDown}
        label={t('ui.review.photoDown', { at: index + 1 })}
        disabled={index === last}
        onClick={() => edit(movePhoto(index, 1))}
      />
    </>
  )
}
