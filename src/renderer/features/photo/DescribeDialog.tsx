import { useDeferredValue, useState } from 'react'
import type { PhotoFields, PhotoSelection } from '#contract/photos'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useDialogs } from '../../state/dialogs'
import { usePhotos } from '../../state/photos'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useFailures } from '../../ui/useFailures'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { type Batch, BatchFields, setOf } from './BatchFields'
import { DifferenceTable } from './DifferenceTable'
import './batch.css'

/** Describes many photos alike: which fields, then what would change, then one change. */
export function DescribeDialog({ selection, count }: { selection: PhotoSelection; count: number }) {
  const { t, language } = usePhrases()
  const caught = useFailures()
  const close = useDialogs((state) => state.close)
  const [batch, setBatch] = useState<Batch>({})
  const set = setOf(useDeferredValue(batch))
  const any = Object.keys(set).length > 0
  const preview = useRead('photo.compare', { selection, set }, { enabled: any, keep: true })
  const changed = any ? (preview.data?.changed ?? 0) : 0
  const write = caught(async () => {
    await call('photo.describeMany', { selection, set: setOf(batch) })
    close()
    usePhotos.getState().clear()
  })
  return (
    <Dialog
      title={t('photos.batch.title', { count, shown: showNumber(count, language) })}
      more={t('photos.batch.more')}
      wide
      testId="dialog-describe"
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('ui.common.cancel')}</Button>
          <Button look="primary" disabled={changed === 0} onClick={write} data-testid="batch-do">
            {t('photos.batch.do', { count: changed, shown: showNumber(changed, language) })}
          </Button>
        </>
      }
    >
      <BatchFields batch={batch} onBatch={setBatch} />
      <Preview set={set} preview={any ? preview.data : undefined} />
    </Dialog>
  )
}

type Compared = NonNullable<ReturnType<typeof useRead<'photo.compare'>>['data']>

function Preview({ set, preview }: { set: PhotoFields; preview: Compared | undefined }) {
  const { t, language } = usePhrases()
  if (Object.keys(set).length === 0) return <p className="field-hint">{t('photos.batch.nothing')}</p>
  if (!preview) return null
  const { changed, rows } = preview
  return (
    <div className="batch-preview">
      <p role="status" data-testid="batch-changes">
        {changed === 0
          ? t('photos.batch.same')
          : t('photos.batch.changes', { count: changed, shown: showNumber(changed, language) })}
        {changed > rows.length && ` ${t('photos.batch.shownOf', { shown: showNumber(rows.length, language) })}`}
      </p>
      {rows.length > 0 && <DifferenceTable rows={rows} />}
    </div>
  )
}
