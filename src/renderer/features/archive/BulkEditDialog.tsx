import { useDeferredValue, useMemo, useState } from 'react'
import type { Selection } from '#contract/operations'
import { callTold } from '../../engine/client'
import { useDialogs } from '../../state/dialogs'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useFailures } from '../../ui/useFailures'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { showChange } from '../history/changeMessage'
import { undoing } from '../history/useUndo'
import { BulkFields } from './BulkFields'
import { BulkPreviewPane } from './BulkPreviewPane'
import { editOf, emptyForm } from './bulkEdit'

/** Edits many articles at once: what to do on one side, what comes of it on the other, before it is done. */
export function BulkEditDialog({ selection, count }: { selection: Selection; count: number }) {
  const phrases = usePhrases()
  const { t, language } = phrases
  const close = useDialogs((state) => state.close)
  const caught = useFailures()
  const [form, setForm] = useState(emptyForm)
  const [busy, setBusy] = useState(false)
  const edit = useMemo(() => editOf(form), [form])
  const shown = useDeferredValue(edit)
  const apply = caught(async () => {
    if (!edit || busy) return
    setBusy(true)
    try {
      const { value, change } = await callTold('article.bulkEdit', { selection, edit })
      close()
      showChange({
        title: t('find.bulk.done', { count: value.changed }),
        more: value.skipped.length > 0 ? t('find.bulk.skipped', { count: value.skipped.length }) : undefined,
        action: change ? undoing(phrases, change.sequence) : undefined,
      })
    } finally {
      setBusy(false)
    }
  })
  return (
    <Dialog
      title={t('find.bulk.title', { count, shown: showNumber(count, language) })}
      more={t('find.bulk.more')}
      wide
      testId="dialog-bulk"
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('ui.common.cancel')}</Button>
          <Button look="primary" disabled={!edit || busy} onClick={apply} data-testid="bulk-do">
            {t('find.bulk.do')}
          </Button>
        </>
      }
    >
      <div className="bulk">
        <BulkFields form={form} onChange={(part) => setForm((now) => ({ ...now, ...part }))} />
        <BulkPreviewPane selection={selection} edit={shown} />
      </div>
    </Dialog>
  )
}
