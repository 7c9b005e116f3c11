import { Unlink } from 'lucide-react'
import { useState } from 'react'
import type { NearPhoto, PhotoView } from '#contract/photos'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { useReview } from '../../state/review'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Link } from '../../ui/Link'
import { Preview } from '../../ui/Preview'
import { Thumb } from '../../ui/Thumb'
import { useFailures } from '../../ui/useFailures'
import { showSize } from '../../words/numbers'
import { usePhrases, useWords } from '../../words/words'
import { notNear } from '../review/edits'
import { takenWords } from './taken'

/** Photos nearly the same as this one, each to be laid beside it; one of them at once, where it was asked for. */
export function NearPhotos({ view, first }: { view: PhotoView; first?: string | undefined }) {
  const t = useWords()
  const near = useRead('photo.near', { id: view.photo.id }, { enabled: Boolean(view.photo.likeness) })
  const [chosen, setChosen] = useState(first)
  const rows = near.data?.rows ?? []
  const beside = rows.find(({ photoId }) => photoId === chosen)
  if (rows.length === 0) return null
  return (
    <section data-testid="near-photos">
      <h2 className="side-title">
        {t('photos.near.title')} <span className="section-count">{rows.length}</span>
      </h2>
      <ul className="near-list">
        {rows.map((row) => (
          <li key={row.photoId}>
            <button
              type="button"
              className="photo-open"
              aria-label={`${t('photos.near.compare')}: ${row.name}`}
              onClick={() => setChosen(row.photoId)}
              data-testid="near-photo"
            >
              <Thumb photoId={row.photoId} />
            </button>
          </li>
        ))}
      </ul>
      {beside && <SideBySide view={view} other={beside} onClose={() => setChosen(undefined)} />}
    </section>
  )
}

/** Two photos nearly the same, side by side with what tells them apart. */
export function SideBySide({ view, other, onClose }: { view: PhotoView; other: NearPhoto; onClose: () => void }) {
  const t = useWords()
  const { photo, uses } = view
  const own = { ...photo, photoId: photo.id, name: photo.file.name, bytes: photo.file.size }
  const readOnly = useReadOnly()
  const caught = useFailures()
  const differ = caught(async () => {
    await call('photo.notNear', { id: photo.id, other: other.photoId })
    const { draft, edit } = useReview.getState()
    if (draft) edit(notNear(photo.id, other.photoId))
    onClose()
  })
  const usedIn = uses.map(({ articleId, title }) => ({ articleId, articleTitle: title }))
  return (
    <Dialog
      title={t('photos.near.title')}
      wide
      testId="dialog-near"
      onClose={onClose}
      actions={
        <>
          <Button icon={Unlink} disabled={readOnly} onClick={differ} data-testid="not-near">
            {t('photos.near.different')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {t('ui.common.close')}
          </Button>
        </>
      }
    >
      <div className="beside">
        <Side title={t('photos.near.this')} photo={own} uses={usedIn} />
        <Side title={t('photos.near.other')} photo={other} uses={other.uses} />
      </div>
    </Dialog>
  )
}

interface SideProps {
  title: string
  photo: Pick<NearPhoto, 'photoId' | 'name' | 'width' | 'height' | 'bytes' | 'takenAt'>
  uses: { articleId: string; articleTitle: string }[]
}

function Side({ title, photo, uses }: SideProps) {
  const { t, language } = usePhrases()
  const { photoId, name, width, height, bytes, takenAt } = photo
  return (
    <section className="beside-one">
      <h3 className="side-title">{title}</h3>
      <div className="beside-picture">
        <Preview key={photoId} photoId={photoId} alt={name} />
      </div>
      <p className="report-name">{name}</p>
      <p className="side-more">{t('photos.near.measures', { width, height, size: showSize(bytes, language) })}</p>
      {takenAt && <p className="side-more">{takenWords(takenAt)}</p>}
      {uses.length === 0 && <p className="side-more">{t('photos.near.unused')}</p>}
      {uses.map((use) => (
        <p key={use.articleId} className="side-more">
          <Link to={{ screen: 'article', id: use.articleId }}>{use.articleTitle}</Link>
        </p>
      ))}
    </section>
  )
}
