import { useState } from 'react'
import type { NearPhoto, PhotoView } from '#contract/photos'
import { useRead } from '../../engine/queries'
import { Thumb } from '../../ui/Thumb'
import { useWords } from '../../words/words'
import { SideBySide } from './SideBySide'

/** Photos that this one repeats, of its burst or nearly alike, each to be laid beside it; one at once, where asked for. */
export function NearPhotos({ view, first }: { view: PhotoView; first?: string | undefined }) {
  const near = useRead('photo.near', { id: view.photo.id }, { enabled: Boolean(view.photo.likeness) })
  const [chosen, setChosen] = useState(first)
  const rows = near.data?.rows ?? []
  const beside = rows.find(({ photoId }) => photoId === chosen)
  const choose = setChosen
  return (
    <>
      {(['same', 'burst', 'different'] as const).map((is) => (
        <Group key={is} is={is} rows={rows.filter((row) => row.is === is)} choose={choose} />
      ))}
      {beside && <SideBySide view={view} other={beside} onClose={() => setChosen(undefined)} />}
    </>
  )
}

function Group({ is, rows, choose }: { is: NearPhoto['is']; rows: NearPhoto[]; choose: (id: string) => void }) {
  const t = useWords()
  if (rows.length === 0) return null
  return (
    <section data-testid={is === 'same' ? 'near-photos' : `near-${is}`}>
      <h2 className="side-title">
        {t(`photos.near.titles.${is}`)} <span className="section-count">{rows.length}</span>
      </h2>
      <ul className="near-list">
        {rows.map((row) => (
          <li key={row.photoId}>
            <button
              type="button"
              className="photo-open"
              aria-label={`${t('photos.near.compare')}: ${row.name}`}
              onClick={() => choose(row.photoId)}
              data-testid="near-photo"
            >
              <Thumb photoId={row.photoId} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
