import { useRef, useState } from 'react'
import type { Article } from '#core/model/article'
import { call } from '../../engine/client'
import { useRoute } from '../../state/route'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'

/** Puts an article into the bin, with a reason for whoever looks later, and a way to take it back at once. */
export function BinDialog({ article, onClose }: { article: Article; onClose: () => void }) {
  const t = useWords()
  const caught = useFailures()
  const reason = useRef('')
  const [given, setGiven] = useState(false)
  const bin = caught(async () => {
    await call('article.bin', { id: article.id, reason: reason.current })
    onClose()
    useRoute.getState().replace({ screen: 'archive' })
  })
  return (
    <Dialog
      title={t('ui.bin.dialog.title')}
      more={t('ui.bin.dialog.more')}
      testId="dialog-bin"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          <Button look="danger" disabled={!given} onClick={bin} data-testid="bin-do">
            {t('ui.bin.dialog.do')}
          </Button>
        </>
      }
    >
      <p className="dialog-quote">{article.title}</p>
      <TextField
        label={t('ui.bin.dialog.reason')}
        hint={t('ui.bin.dialog.reasonHint')}
        data-testid="bin-reason"
        onText={(text) => {
          reason.current = text
          setGiven(text.trim() !== '')
        }}
      />
    </Dialog>
  )
}
