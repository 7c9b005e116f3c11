import { useDeferredValue, useState } from 'react'
import type { PhotoSelection } from '#contract/photos'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useDialogs } from '../../state/dialogs'
import { usePhotos } from '../../state/photos'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useFailures } from '../../ui/useFailures'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { BatchFields } from './BatchFields'
import { type Batch, setOf } from './batch'
import { DifferenceTable } from './DifferenceTable'
import './batch.css'

/** So many rows are there at once; the others, and how many change, follow. */
const atOnce = 20

/** Describes many photos at once: which fields, then what would change, then one change. */
export function DescribeDialog({ selection, count }: { selection: PhotoSelection; count: number }) {
  const { t, language } = usePhrases()
  const caught = useFailures()
  const close = useDialogs((state) => state.close)
  const [batch, setBatch] = useState<Batch>({})
  const [writing, setWriting] = useState(false)
  const set = setOf(useDeferredValue(batch))
  const any = Object.keys(set).length > 0
  const first = useRead('photo.compare', { selection, set, first: atOnce }, { enabled: any && count > atOnce })
  const whole = useRead('photo.compare', { selection, set }, { enabled: any, keep: true })
  const before = whole.data && { ...whole.data, changed: null }
  const preview = !any ? undefined : whole.isPlaceholderData ? (first.data ?? before) : (whole.data ?? first.data)
  const changed = preview?.changed ?? null
  const write = caught(async () => {
    setWriting(true)
    try {
      await call('photo.describeMany', { selection, set: setOf(batch) })
    } finally {
      setWriting(false)
    }
    close()
    usePhotos.getState().clear()
  })
  const shown = showNumber(changed ?? 0, language)
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
          <Button look="primary" disabled={!any || !changed || writing} onClick={write} data-testid="batch-do">
            {writing ? t('photos.batch.writing') : t('photos.batch.do', { count: changed ?? 0, shown })}
          </Button>
        </>
      }
    >
      <BatchFields batch={batch} onBatch={setBatch} />
      <Preview any={any} preview={preview} />
    </Dialog>
  )
}

type Compared = NonNullable<ReturnType<typeof useRead<'photo.compare'>>['data']>

function Preview({ any, preview }: { any: boolean; preview: Compared | undefined }) {
  const { t, language } = usePhrases()
  if (!any) return <p className="field-hint">{t('photos.batch.nothing')}</p>
  const { changed = null, rows = [] } = preview ?? {}
  return (
    <div className="batch-preview">
      <p role="status" data-testid="batch-changes">
        {changed === null && t('photos.batch.counting')}
        {changed === 0 && t('photos.batch.same')}
        {changed !== null &&
          changed > 0 &&
          t('photos.batch.changes', { count: changed, shown: showNumber(changed, language) })}
        {changed !== null &&
          changed > rows.length &&
          ` ${t('photos.batch.shownOf', { shown: showNumber(rows.length, language) })}`}
      </p>
      {rows.length > 0 && <DifferenceTable rows={rows} />}
    </div>
  )
}
