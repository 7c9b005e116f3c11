import type { PhotoEventRow } from '#core/model/views'
import { usePaged } from '../../engine/usePaged'
import { showDialog } from '../../state/dialogs'
import { usePhotos } from '../../state/photos'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { Link } from '../../ui/Link'
import { Thumb } from '../../ui/Thumb'
import { VirtualRows } from '../../ui/VirtualRows'
import { showDate } from '../../words/dates'
import { showNumber } from '../../words/numbers'
import { usePhrases, useWords } from '../../words/words'
import { useWidth } from './useWidth'

const mostShown = 12
const thumbRem = 10.5

/** The photos by event, the newest first: a strip of each, and the way to all of them. */
export function PhotoEvents() {
  const t = useWords()
  const text = usePhotos((state) => state.text)
  const list = usePaged('photo.events', { text, photos: mostShown })
  const rem = 16 * (Number(useSettings().settings.textSize) / 100)
  const { box, width } = useWidth<HTMLDivElement>()
  const shown = Math.max(2, Math.min(mostShown, Math.floor((width - 4 * rem) / (thumbRem * rem))))
  return (
    <div ref={box} className="wall-events" data-testid="photo-events">
      <VirtualRows count={list.total} rowRem={11.5} onRange={list.onRange} label={t('photos.wall')}>
        {(index) => <Strip row={list.row(index)} text={text} shown={shown} />}
      </VirtualRows>
    </div>
  )
}

function Strip({ row, text, shown }: { row: PhotoEventRow | undefined; text: string; shown: number }) {
  const { t, language } = usePhrases()
  if (!row) return <span className="skeleton" />
  const { eventId, title, date, count, photos } = row
  const open = (at: number) => {
    if (eventId) showDialog({ name: 'found-photo', found: { text, eventId, total: count }, at })
    else showDialog({ name: 'photo', ids: photos.map(({ photoId }) => photoId), at })
  }
  const to = eventId
    ? ({ screen: 'event', id: eventId } as const)
    : ({ screen: 'article', id: photos[0]?.articleId ?? '' } as const)
  return (
    <section className="strip" aria-label={title}>
      <header className="strip-head">
        <h2 className="strip-title">
          <Link to={to}>{title || t('photos.noEvent')}</Link>
        </h2>
        {date && <span className="strip-date">{showDate(date)}</span>}
        {count > shown && (
          <Button look="quiet" onClick={() => open(0)}>
            {t('photos.seeAll', { shown: showNumber(count, language) })}
          </Button>
        )}
      </header>
      <ul className="strip-photos">
        {photos.slice(0, shown).map((photo, at) => (
          <li key={photo.photoId}>
            <button
              type="button"
              className="photo-open"
              aria-label={t('ui.photo.open', { caption: photo.caption || title })}
              title={photo.caption}
              onClick={() => open(at)}
              data-testid="strip-photo"
            >
              <Thumb photoId={photo.photoId} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
