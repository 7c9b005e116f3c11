import { ImagePlus } from 'lucide-react'
import { shell } from '../../engine/bridge'
import { useRead } from '../../engine/queries'
import { Button } from '../../ui/Button'
import { Thumb } from '../../ui/Thumb'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'

const SHOWN = 8

/** A photo of the archive, or a file, to try the mapping on. */
export interface TrialPhoto {
  of: { id: string } | { path: string }
}

interface Props {
  photo: TrialPhoto | null
  /** What the photo tried on is called, once it is read. */
  name: string | null
  onPick: (photo: TrialPhoto) => void
}

/** Lets the clerk choose what to try on: one of the newest photos held, or any picture file. */
export function TrialPicker({ photo, name, onPick }: Props) {
  const t = useWords()
  const caught = useFailures()
  const { data } = useRead('photo.list', { limit: SHOWN })
  const pick = caught(async () => {
    const { paths } = await shell('shell.pickFiles', { purpose: 'picture' })
    if (paths[0]) onPick({ of: { path: paths[0] } })
  })
  const chosen = photo && 'id' in photo.of ? photo.of.id : null
  return (
    <div className="trial" data-testid="trial">
      <h3 className="terms-title">{t('inside.screen.preview')}</h3>
      <div className="trial-photos">
        {data?.rows.map(({ photoId, caption }) => (
          <button
            key={photoId}
            type="button"
            className={chosen === photoId ? 'trial-photo chosen' : 'trial-photo'}
            aria-pressed={chosen === photoId}
            aria-label={t('inside.screen.choose', { name: caption || t('ui.photo.noCaption') })}
            title={caption || t('ui.photo.noCaption')}
            onClick={() => onPick({ of: { id: photoId } })}
            data-testid="trial-photo"
          >
            <Thumb photoId={photoId} />
          </button>
        ))}
        <Button icon={ImagePlus} onClick={pick} data-testid="trial-file">
          {t('inside.screen.pick')}
        </Button>
      </div>
      <p className="field-hint" role="status">
        {photo && name ? t('inside.screen.chosen', { name }) : t('inside.screen.noPhoto')}
      </p>
    </div>
  )
}
