import type { Draft } from '#core/model/draft'
import { useWords } from '../../words/words'
import { placedPhotos } from './model'
import { PhotoCard } from './PhotoCard'

/** The photos that stand nowhere in the text, each with its caption beside it, in the order they will have. */
export function PhotosPane({ draft }: { draft: Draft }) {
  const t = useWords()
  const placed = placedPhotos(draft)
  const loose = draft.photos.map((_, index) => index).filter((index) => !placed.has(index))
  if (draft.photos.length > 0 && loose.length === 0) return null
  return (
    <section className="photos" aria-label={t('ui.section.photos')}>
      <h2 className="section-title">
        {t('ui.section.photos')} <span className="section-count">{loose.length || ''}</span>
      </h2>
      {draft.photos.length === 0 && <p className="field-hint">{t('ui.review.noPhotos')}</p>}
      <ol className="photo-cards">
        {loose.map((index) => (
          <li key={draft.photos[index]?.photoId}>
            <PhotoCard draft={draft} index={index} movable />
          </li>
        ))}
      </ol>
    </section>
  )
}
