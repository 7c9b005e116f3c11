import { Check, FileOutput, History, PencilLine, ScanText, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ArticleView } from '#contract/operations'
import { call } from '../../engine/client'
import { useReadOnly } from '../../state/archive'
import { showDialog, underDialog } from '../../state/dialogs'
import { go } from '../../state/route'
import { Button, IconButton } from '../../ui/Button'
import { composing } from '../../ui/Field'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { SavedMark } from './ArticleEditing'
import type { Mode } from './ArticleScreen'
import { BinDialog } from './BinDialog'

interface Props {
  view: ArticleView
  mode: Mode
  onMode: (mode: Mode) => void
}

/** What can be done with an article. */
export function ArticleActions({ view: { article }, mode, onMode }: Props) {
  const t = useWords()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const [binning, setBinning] = useState(false)
  const restore = caught(() => call('article.restore', { id: article.id }))
  const revise = caught(async () => {
    const { draftId } = await call('article.revise', { id: article.id })
    go({ screen: 'review', draftId })
  })
  const binned = article.status === 'binned'
  useEditKeys(mode, onMode, readOnly || binned)
  if (mode === 'edit') {
    return (
      <>
        <SavedMark />
        <Button look="primary" icon={Check} keys="Esc" onClick={() => onMode('read')} data-testid="edit-done">
          {t('ui.review.done')}
        </Button>
      </>
    )
  }
  const history = (
    <IconButton
      icon={History}
      label={t('past.title')}
      pressed={mode === 'history'}
      data-testid="article-history"
      onClick={() => onMode(mode === 'history' ? 'read' : 'history')}
    />
  )
  if (binned) {
    return (
      <>
        {history}
        <Button disabled={readOnly} onClick={restore} data-testid="restore">
          {t('ui.bin.restore')}
        </Button>
      </>
    )
  }
  return (
    <>
      {history}
      <IconButton icon={ScanText} label={t('item.revise')} disabled={readOnly} onClick={revise} data-testid="revise" />
      <IconButton
        icon={Trash2}
        label={t('ui.article.bin')}
        disabled={readOnly}
        onClick={() => setBinning(true)}
        data-testid="bin"
      />
      <Button icon={PencilLine} keys="F2" disabled={readOnly} onClick={() => onMode('edit')} data-testid="edit">
        {t('ui.article.revise')}
      </Button>
      <Button
        icon={FileOutput}
        data-testid="export-one"
        onClick={() =>
          showDialog({ name: 'export', of: { articles: { ids: [article.id] } }, count: 1, title: article.title })
        }
      >
        {t('ui.export.one')}
      </Button>
      {binning && <BinDialog article={article} onClose={() => setBinning(false)} />}
    </>
  )
}

/** F2 begins editing, Esc ends it. */
function useEditKeys(mode: Mode, onMode: (mode: Mode) => void, off: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (composing(event) || event.defaultPrevented || underDialog()) return
      if (event.key === 'F2' && mode !== 'edit' && !off) onMode('edit')
      else if (event.key === 'Escape' && mode === 'edit') onMode('read')
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
