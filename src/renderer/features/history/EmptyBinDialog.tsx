import { useState } from 'react'
import type { BinRow } from '#contract/history'
import { callTold } from '../../engine/client'
import { Button } from '../../ui/Button'
import { CheckField } from '../../ui/CheckField'
import { Dialog } from '../../ui/Dialog'
import { useFailures } from '../../ui/useFailures'
import { usePhrases } from '../../words/words'
import { showChange } from './changeMessage'
import { undoing } from './useUndo'

/** Empties the bin once it is clear what goes; with the files as received only where that is asked for. */
export function EmptyBinDialog({ rows, onClose }: { rows: BinRow[]; onClose: () => void }) {
  const phrases = usePhrases()
  const { t } = phrases
  const caught = useFailures()
  const [originals, setOriginals] = useState(false)
  const [busy, setBusy] = useState(false)
  const articles = rows.filter(({ kind }) => kind === 'article').length
  const empty = caught(async () => {
    setBusy(true)
    try {
      const { value, change } = await callTold('bin.empty', { originals: originals ? 'remove' : 'keep' })
      onClose()
      const kept = value.kept.length > 0 ? t('past.bin.kept', { count: value.kept.length }) : undefined
      const removed = value.originalsRemoved > 0 ? t('past.bin.removed', { count: value.originalsRemoved }) : undefined
      showChange({
        title: t('past.bin.emptied', { articles: value.articles, drafts: value.drafts }),
        more: [kept, removed].filter(Boolean).join(' ') || undefined,
        action: change ? undoing(phrases, change.sequence) : undefined,
      })
    } finally {
      setBusy(false)
    }
  })
  return (
    <Dialog
      title={t('past.bin.ask', { articles, drafts: rows.length - articles })}
      more={t('past.bin.askMore')}
      testId="dialog-empty-bin"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          <Button look="danger" disabled={busy} onClick={empty} data-testid="bin-empty-do">
            {t('past.bin.do')}
          </Button>
        </>
      }
    >
      <CheckField label={t('past.bin.originals')} checked={originals} onCheck={setOriginals} />
      {originals && <p className="note care">{t('past.bin.originalsCare')}</p>}
    </Dialog>
  )
}
