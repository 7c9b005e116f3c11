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

/** The photos of the draft, each with its caption beside it, in the order they will have. */
export function PhotosPane({ draft }: { draft: Draft }) {
  const t = useWords()
  return (
    <section className="photos" aria-label={t('ui.section.photos')}>
      <h2 className="section-title">
        {t('ui.section.photos')} <span className="section-count">{draft.photos.length}</span>
      </h2>
      {draft.photos.length === 0 && <p className="field-hint">{t('ui.review.noPhotos')}</p>}
      <ol className="photo-cards">
        {draft.photos.map((photo, index) => (
          <PhotoCard key={photo.photoId} draft={draft} index={index} />
        ))}
      </ol>
    </section>
  )
}

function PhotoCard({ draft, index }: { draft: Draft; index: number }) {
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
    <li className={unsure ? 'photo-card look' : 'photo-card'} data-testid="photo-card">
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
        <IconButton
          icon={ArrowUp}
          label={t('ui.review.photoUp', { at: index + 1 })}
          disabled={index === 0}
          onClick={() => edit(movePhoto(index, -1))}
        />
        <IconButton
          icon={ArrowDown}
          label={t('ui.review.photoDown', { at: index + 1 })}
          disabled={index === draft.photos.length - 1}
          onClick={() => edit(movePhoto(index, 1))}
        />
        <IconButton
          icon={X}
          label={t('ui.review.photoRemove', { at: index + 1 })}
          onClick={() => edit(removePhoto(index))}
        />
      </div>
    </li>
  )
}
