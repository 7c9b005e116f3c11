import { Trash2 } from 'lucide-react'
import { call } from '../../engine/client'
import { usePaged } from '../../engine/usePaged'
import { useReadOnly } from '../../state/archive'
import { go } from '../../state/route'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { notify } from '../../ui/toasts'
import { useFailures } from '../../ui/useFailures'
import { VirtualRows } from '../../ui/VirtualRows'
import { useWords } from '../../words/words'
import { ArticleRowView } from './ArticleRowView'
import './archive.css'

/** Thùng rác: what was put away, each with the way back. */
export function BinScreen() {
  const t = useWords()
  const list = usePaged('article.list', { status: 'binned' })
  const readOnly = useReadOnly()
  const caught = useFailures()
  const restore = caught(async (id: string, title: string) => {
    await call('article.restore', { id })
    notify({ title: t('ui.bin.restored'), more: title })
  })
  return (
    <Page title={t('ui.bin.title')} meta={t('ui.bin.more')} testId="screen-bin" holdsList>
      {list.error && <ErrorNote error={list.error} again={list.again} />}
      {!list.isPending && !list.error && list.total === 0 && (
        <EmptyState icon={Trash2} title={t('ui.bin.empty.title')} more={t('ui.bin.empty.more')} />
      )}
      {list.total > 0 && (
        <VirtualRows count={list.total} rowRem={6.25} onRange={list.onRange} label={t('ui.bin.title')}>
          {(index) => {
            const row = list.row(index)
            return (
              <div className="bin-row">
                <ArticleRowView row={row} />
                {row && (
                  <Button
                    look="quiet"
                    aria-label={t('ui.bin.openNamed', { title: row.title })}
                    onClick={() => go({ screen: 'article', id: row.id })}
                  >
                    {t('ui.bin.open')}
                  </Button>
                )}
                {row && (
                  <Button disabled={readOnly} onClick={() => restore(row.id, row.title)} data-testid="restore">
                    {t('ui.bin.restore')}
                  </Button>
                )}
              </div>
            )
          }}
        </VirtualRows>
      )}
    </Page>
  )
}
