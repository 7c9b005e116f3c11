import type { PhotoView } from '#contract/photos'
import { useDialogs } from '../../state/dialogs'
import { Link } from '../../ui/Link'
import { showDate } from '../../words/dates'
import { useWords } from '../../words/words'
import { SaveCopy } from '../export/SaveCopy'
import { AboutFile } from './AboutFile'
import { CaptionField } from './CaptionField'
import { NearPhotos } from './NearPhotos'
import { PhotoFields } from './PhotoFields'
import { PhotoPeople } from './PhotoPeople'

interface Props {
  view: PhotoView
  /** The caption in a draft, which is written there and only read here. */
  caption?: string | undefined
  step: (by: number) => void
  /** A photo nearly the same to be laid beside it at once. */
  beside?: string | undefined
}

/** What is known about a photo, to be read and written. */
export function PhotoFacts({ view, caption, step, beside }: Props) {
  const t = useWords()
  const close = useDialogs((state) => state.close)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that one of the links inside was followed
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link followed by keyboard clicks too
    <div className="viewer-facts" onClick={(e) => (e.target as HTMLElement).closest('a') && close()}>
      {caption === undefined ? (
        <CaptionField view={view} step={step} />
      ) : (
        <p className="viewer-caption">{caption || t('ui.photo.noCaption')}</p>
      )}
      <PhotoPeople view={view} caption={caption} />
      <PhotoFields view={view} />
      <NearPhotos view={view} first={beside} />
      <UsedIn view={view} />
      {view.uses.length > 0 && <SaveCopy photoId={view.photo.id} name={view.photo.file.name} />}
      <AboutFile photo={view.photo} />
      <p className="field-hint">{t('photos.viewer.keys')}</p>
    </div>
  )
}

function UsedIn({ view: { uses, event } }: { view: PhotoView }) {
  const t = useWords()
  if (uses.length === 0 && !event) return null
  return (
    <section>
      <h2 className="side-title">{t('ui.photo.usedIn')}</h2>
      <ul className="side-list">
        {uses.map((use) => (
          <li key={use.articleId}>
            <Link to={{ screen: 'article', id: use.articleId }}>{use.title}</Link>
            {use.date && <p className="side-more">{showDate(use.date)}</p>}
          </li>
        ))}
        {event && (
          <li>
            <Link to={{ screen: 'event', id: event.id }}>{event.title}</Link>
          </li>
        )}
      </ul>
    </section>
  )
}
