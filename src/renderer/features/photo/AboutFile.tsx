import { useState } from 'react'
import type { Photo } from '#core/model/photo'
import { Facts } from '../../ui/Facts'
import { showInstant } from '../../words/dates'
import { showSize } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { CredentialsNote } from '../inside/CredentialsNote'
import { InsidePanel } from '../inside/InsidePanel'
import { takenWords } from './taken'

/** The file as it came, and everything it says of itself. */
export function AboutFile({ photo }: { photo: Photo }) {
  const { t, language } = usePhrases()
  const { id, file, gps, camera, takenAt, width, height, credentials, sidecars = [], title, keywords = [] } = photo
  // Read from the file itself, and only where somebody looks.
  const [open, setOpen] = useState(false)
  return (
    <>
      <Facts
        facts={[
          [t('ui.photo.taken'), takenAt && takenWords(takenAt)],
          [t('inside.field.title'), title],
          [t('inside.field.keywords'), keywords.join(', ')],
          [t('ui.photo.camera'), camera],
          [t('ui.photo.size'), width ? `${width} × ${height}` : null],
          [t('ui.photo.file'), `${file.name} (${showSize(file.size, language)}), ${showInstant(file.receivedAt)}`],
          [t('inside.about.sidecars'), sidecars.map(({ name }) => name).join(', ')],
          [t('photos.about.gps'), gps && `${gps.latitude.toFixed(5)}, ${gps.longitude.toFixed(5)}`],
        ]}
      />
      {credentials && <CredentialsNote credentials={credentials} />}
      <details
        className="viewer-embedded"
        data-testid="embedded"
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{t('inside.about.title')}</summary>
        {open && <InsidePanel photoId={id} />}
      </details>
    </>
  )
}
