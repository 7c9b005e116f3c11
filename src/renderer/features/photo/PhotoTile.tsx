import { Check } from 'lucide-react'
import { memo } from 'react'
import type { PhotoRow } from '#core/model/views'
import { usePhotos } from '../../state/photos'
import { Thumb } from '../../ui/Thumb'
import { showDate } from '../../words/dates'
import { useWords } from '../../words/words'

interface Props {
  id: string
  row: PhotoRow | undefined
  index: number
  total: number
  active: boolean
  /** Its event is written below; the ones beside it are of the same. */
  labelled: boolean
}

/** One photo of the wall, with its caption and a box to tick. */
export const PhotoTile = memo(function PhotoTile({ id, row, index, total, active, labelled }: Props) {
  const t = useWords()
  const selected = usePhotos(({ selected, all }) => all || (row !== undefined && selected.has(row.photoId)))
  const date = row?.date && row.dateKind !== 'received' ? showDate(row.date) : ''
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={active ? 'tile active' : 'tile'}
      data-index={index}
      data-testid="tile"
    >
      <Thumb photoId={row?.photoId ?? null} />
      <span className="tile-tick" data-toggle aria-hidden title={t('photos.select')}>
        <span className={selected ? 'tick on' : 'tick'}>
          <Check />
        </span>
      </span>
      <span className="tile-caption">{row ? row.caption || t('ui.photo.noCaption') : ''}</span>
      <span className="tile-event">{labelled ? [date, row?.eventTitle].filter(Boolean).join(' · ') : ''}</span>
    </div>
  )
})
