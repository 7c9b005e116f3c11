import { useState } from 'react'
import type { EventView } from '#contract/operations'
import { showDialog } from '../../state/dialogs'
import { Button } from '../../ui/Button'
import { Thumb } from '../../ui/Thumb'
import { showDate } from '../../words/dates'
import { useWords } from '../../words/words'
import './photo.css'

type PhotoUsed = EventView['photos'][number]

/** Pictures are heavy: the first screens of them, more on asking. */
const shownFirst = 60

interface Props {
  photos: PhotoUsed[]
  /** All photos that are gone through from here, where these are some of them. */
  among?: string[]
}

/** Photos of an event or person, each opening full size among the others. */
export function PhotoGrid({ photos, among }: Props) {
  const t = useWords()
  const [shown, setShown] = useState(shownFirst)
  const ids = among ?? photos.map(({ photo }) => photo.id)
  return (
    <>
      <ul className="photo-grid">
        {photos.slice(0, shown).map((used, at) => (
          <li key={`${used.photo.id} ${used.articleId}`}>
            <button
              type="button"
              className="photo-open"
              data-testid="photo"
              aria-label={t('ui.photo.open', { caption: used.caption })}
              onClick={() => showDialog({ name: 'photo', ids, at: among ? among.indexOf(used.photo.id) : at })}
            >
              <Thumb photoId={used.photo.id} />
            </button>
            <p className="photo-caption">{used.caption}</p>
            {used.date && <p className="photo-date">{showDate(used.date)}</p>}
          </li>
        ))}
      </ul>
      {photos.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + 200)}>
          {t('ui.common.more', { count: photos.length - shown })}
        </Button>
      )}
    </>
  )
}
