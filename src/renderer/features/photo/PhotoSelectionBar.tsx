import { PencilLine } from 'lucide-react'
import { useReadOnly } from '../../state/archive'
import { showDialog } from '../../state/dialogs'
import { usePhotos } from '../../state/photos'
import { Button } from '../../ui/Button'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'

/** What is selected and what can be done with it; there only while something is. */
export function PhotoSelectionBar({ total }: { total: number }) {
  const { t, language } = usePhrases()
  const readOnly = useReadOnly()
  const { selected, all, text, selectAll, clear } = usePhotos()
  const count = all ? total : selected.size
  if (count === 0) return null
  const selection = all ? { text } : { ids: [...selected] }
  return (
    <div className="selection" data-testid="photo-selection">
      <p role="status">
        <strong>{t('photos.selection.count', { count, shown: showNumber(count, language) })}</strong>
      </p>
      {!all && count < total && (
        <Button look="quiet" onClick={selectAll} data-testid="photos-select-all">
          {t('photos.selection.all', { shown: showNumber(total, language) })}
        </Button>
      )}
      <Button look="quiet" onClick={clear}>
        {t('photos.selection.clear')}
      </Button>
      <Button
        look="primary"
        icon={PencilLine}
        disabled={readOnly}
        data-testid="photos-describe"
        onClick={() => showDialog({ name: 'describe-photos', selection, count })}
      >
        {t('photos.selection.describe')}
      </Button>
    </div>
  )
}
