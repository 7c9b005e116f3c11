import { ImagePlus } from 'lucide-react'
import type { Draft } from '#core/model/draft'
import { shell } from '../../engine/bridge'
import { useReview } from '../../state/review'
import { Button } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { placedPhotos } from './model'
import { PhotoCard } from './PhotoCard'

/** The photos that stand nowhere in the text, each with its caption beside it, in the order they will have. */
export function PhotosPane({ draft }: { draft: Draft }) {
  const t = useWords()
  const caught = useFailures()
  const addPhotos = caught(async () => {
    const { paths } = await shell('shell.pickFiles', {})
    if (paths.length > 0) await useReview.getState().addPhotos(paths)
  })
  const placed = placedPhotos(draft)
  const loose = draft.photos.map((_, index) => index).filter((index) => !placed.has(index))
  const title = t(placed.size > 0 && loose.length > 0 ? 'ui.section.otherPhotos' : 'ui.section.photos')
  return (
    <section className="photos" aria-label={title}>
      <header className="fields-head">
        <h2 className="fields-title">
          {title} <span className="section-count">{loose.length || ''}</span>
        </h2>
        <Button look="quiet" icon={ImagePlus} onClick={addPhotos} data-testid="add-photos">
          {t('ui.review.addPhotos')}
        </Button>
      </header>
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
