import type { Photo } from '#core/model/photo'
import { Facts } from '../../ui/Facts'
import { showInstant } from '../../words/dates'
import { showSize } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { takenWords } from './taken'

/** Dates and turns as people write them; everything else as the file has it. */
function saidWords({ maybe }: ReturnType<typeof usePhrases>, field: string, value: string): string {
  if (field === 'takenAt' && /^\d{4}[:-]\d{2}[:-]\d{2}/.test(value)) return takenWords(value)
  return (field === 'orientation' && maybe(`photos.about.turned.${value}`)) || value
}

/** The file as it came, and everything it says of itself. */
export function AboutFile({ photo }: { photo: Photo }) {
  const phrases = usePhrases()
  const { t, language } = phrases
  const { file, gps, camera, takenAt, width, height } = photo
  const said = Object.entries(photo.embedded).map(([name, value]): [string, string] => {
    const [field = '', standard = ''] = name.split('.')
    return [
      phrases.maybe(`photos.about.names.${field}`, { standard: standard.toUpperCase() }) ?? name,
      saidWords(phrases, field, value),
    ]
  })
  return (
    <>
      <Facts
        facts={[
          [t('ui.photo.taken'), takenAt && takenWords(takenAt)],
          [t('ui.photo.camera'), camera],
          [t('ui.photo.size'), width ? `${width} × ${height}` : null],
          [t('ui.photo.file'), `${file.name} (${showSize(file.size, language)}), ${showInstant(file.receivedAt)}`],
          [t('photos.about.gps'), gps && `${gps.latitude.toFixed(5)}, ${gps.longitude.toFixed(5)}`],
        ]}
      />
      {said.length > 0 && (
        <details className="viewer-embedded" data-testid="embedded">
          <summary>{t('photos.about.title')}</summary>
          <Facts facts={said} />
        </details>
      )}
    </>
  )
}
