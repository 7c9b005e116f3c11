import { Thumb } from '../../ui/Thumb'
import { useWords } from '../../words/words'

interface Props {
  photos: string[]
  chosen: string | null
  onChoose: (photoId: string | null) => void
}

const mostShown = 40

/** The portrait, chosen among the photos that show the person. */
export function PortraitField({ photos, chosen, onChoose }: Props) {
  const t = useWords()
  const choices = [null, ...new Set([...(chosen ? [chosen] : []), ...photos])].slice(0, mostShown)
  return (
    <fieldset className="record-group">
      <legend className="field-label">{t('record.portrait.label')}</legend>
      <div className="portraits">
        {choices.map((photoId, at) => (
          <label key={photoId ?? 'none'} className="portrait-choice" data-testid="portrait-choice">
            <input
              type="radio"
              name="portrait"
              className="visually-hidden"
              checked={chosen === photoId}
              onChange={() => onChoose(photoId)}
            />
            <Thumb photoId={photoId} alt={photoId ? t('record.portrait.nth', { at }) : t('record.portrait.none')} />
            {!photoId && <span className="portrait-none">{t('record.portrait.none')}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
