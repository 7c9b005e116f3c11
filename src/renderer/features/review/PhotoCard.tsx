import { ArrowDown, ArrowUp, Columns2, Layers, X } from 'lucide-react'
import { useRef } from 'react'
import type { Draft, DraftPhoto } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import { creditDiffers, offeredTo } from '#core/pictures/offered'
import { showDialog } from '../../state/dialogs'
import { useReview } from '../../state/review'
import { Button, IconButton } from '../../ui/Button'
import { TextAreaField } from '../../ui/Field'
import { Thumb } from '../../ui/Thumb'
import { useWords } from '../../words/words'
import { burstOf, keepOfBurst, movePhoto, removePhoto, setCaption } from './edits'
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
  const kept = useReview((state) => state.photos.find(({ id }) => id === draft.photos[index]?.photoId))
  const file = kept?.file.name
  const photo = draft.photos[index]
  // What the caption was when the card appeared: the field is not written into while someone types.
  const first = useRef(photo?.caption ?? '')
  if (!photo) return null
  const unsure = photo.caption !== '' && sureness(photo.captionSure) === 'look'
  const hint = photo.caption === '' ? t('ui.review.noCaption') : (cameFrom(t, photo, unsure) ?? file)
  return (
    <div className={unsure ? 'photo-card look' : 'photo-card'} data-testid="photo-card">
      <button
        type="button"
        className="photo-open"
        aria-label={t('ui.photo.open', { caption: photo.caption || (file ?? '') })}
        onClick={() => openPhotos(draft, index)}
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
      {kept && <Offered draft={draft} photo={kept} />}
      <PhotoNotes draft={draft} photoId={photo.photoId} mediaType={kept?.file.mediaType} />
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

/** Where the caption came from; nothing where a person wrote it. */
function cameFrom(t: ReturnType<typeof useWords>, { captionFrom }: DraftPhoto, unsure: boolean): string | null {
  const look = unsure && captionFrom !== 'order' ? t('ui.review.captionLook') : ''
  const from = captionFrom ? t(`ui.review.captionFrom.${captionFrom}`) : ''
  return [from, look].filter(Boolean).join(' ') || null
}

/** What filing gives the photo of its article, and where its file says otherwise. */
function Offered({ draft, photo }: { draft: Draft; photo: Photo }) {
  const t = useWords()
  const use = draft.photos.find(({ photoId }) => photoId === photo.id)
  const { photographers, place, event } = offeredTo(photo, draft)
  const differs = creditDiffers(photo, use)
  const inside = photo.caption !== '' && photo.caption !== use?.caption ? photo.caption : ''
  const given = [
    photographers.length > 0 && t('ui.review.offered.photographers', { names: photographers.join(', ') }),
    place && t('ui.review.offered.place', { place }),
    event && t('ui.review.offered.event', { event }),
  ].filter(Boolean)
  return (
    <div className="photo-offered" data-testid="photo-offered">
      {differs && (
        <p>
          {t('ui.review.offered.differs', {
            file: photo.photographers.join(', '),
            text: (use?.credit ?? []).join(', '),
          })}
        </p>
      )}
      {inside && <p>{t('ui.review.offered.inside', { caption: inside })}</p>}
      {given.length > 0 && <p>{t('ui.review.offered.given', { what: given.join(' · ') })}</p>}
    </div>
  )
}

/** Captions are those of the draft, which are written here. */
const captionsOf = ({ photos }: Draft) => Object.fromEntries(photos.map(({ photoId, caption }) => [photoId, caption]))

/** Photos of the draft as large as the window. */
function openPhotos(draft: Draft, at: number): void {
  const ids = draft.photos.map(({ photoId }) => photoId)
  showDialog({ name: 'photo', ids, at, captions: captionsOf(draft) })
}

interface NotesProps {
  draft: Draft
  photoId: string
  mediaType: string | undefined
}

/** What should be known of a photo: it nearly repeats another, or cannot be shown. */
function PhotoNotes({ draft, photoId, mediaType }: NotesProps) {
  const t = useWords()
  const edit = useReview((state) => state.edit)
  const burst = burstOf(draft, photoId)
  const near = draft.nearPhotos?.find((one) => one.photoId === photoId)
  const here = draft.photos.some((one) => one.photoId === near?.like)
  const hidden = mediaType !== undefined && !/jpeg|png|webp|tiff|gif|avif|bmp/.test(mediaType)
  return (
    <>
      {near && (
        <p className="photo-note">
          <Button
            look="quiet"
            icon={Columns2}
            onClick={() =>
              showDialog({
                ...{ name: 'photo', ids: [photoId, near.like], at: 0 },
                ...{ captions: captionsOf(draft), beside: near.like },
              })
            }
            data-testid="near-flag"
          >
            {t(here ? 'photos.near.flagHere' : 'photos.near.flag')}
          </Button>
        </p>
      )}
      {burst.length > 0 && (
        <p className="photo-note" data-testid="burst">
          <span className="field-hint">{t('photos.burst.of', { count: burst.length })}</span>{' '}
          <Button look="quiet" icon={Layers} onClick={() => edit(keepOfBurst(photoId))} data-testid="keep-of-burst">
            {t('photos.burst.keep')}
          </Button>
        </p>
      )}
      {hidden && <p className="photo-note field-hint">{t('queue.review.noPreview')}</p>}
    </>
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
