import { Grid3x3, Images, PencilLine } from 'lucide-react'
import { shell } from '../../engine/bridge'
import { call } from '../../engine/client'
import { useReadOnly } from '../../state/archive'
import { showDialog } from '../../state/dialogs'
import { usePhotos } from '../../state/photos'
import { Button } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'

/** What is selected and what can be done with it; there only while something is. */
export function PhotoSelectionBar({ total }: { total: number }) {
  const { t, language } = usePhrases()
  const readOnly = useReadOnly()
  const caught = useFailures()
  const { selected, all, text, selectAll, clear } = usePhotos()
  const count = all ? total : selected.size
  if (count === 0) return null
  const selection = all ? { text } : { ids: [...selected] }
  const sheet = caught(async () => {
    const { path } = await shell('shell.pickFolder', { purpose: 'export' })
    if (!path) return
    const photos = all ? await everyId(text) : [...selected]
    await call('export.photoSheets', { photos, folder: path, form: 'contact-sheet' })
  })
  const copies = caught(async () => {
    const photos = all ? await everyId(text) : [...selected]
    showDialog({ name: 'export', of: { photos }, count, title: null })
  })
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
      <Button icon={Images} onClick={copies} data-testid="photos-export">
        {t('photos.selection.export')}
      </Button>
      <Button icon={Grid3x3} onClick={sheet} data-testid="photos-sheet">
        {t('photos.selection.sheet')}
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

const pageSize = 500

/** The ids of all that a search finds; sheets and copies name their photos. */
async function everyId(text: string): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const { rows } = await call('photo.list', { text, offset: ids.length, limit: pageSize })
    ids.push(...rows.map(({ photoId }) => photoId))
    if (rows.length < pageSize) return ids
  }
}
