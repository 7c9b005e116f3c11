import { FileX2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ArticleView } from '#contract/operations'
import { failureOf } from '../../engine/failure'
import { useRead } from '../../engine/queries'
import { useArticleEdit } from '../../state/articleEdit'
import { go } from '../../state/route'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { useFailures } from '../../ui/useFailures'
import { showDate } from '../../words/dates'
import { usePhrases, useWords } from '../../words/words'
import { RecordHistory } from '../history/RecordHistory'
import { ArticleActions } from './ArticleActions'
import { ArticleEditing } from './ArticleEditing'
import { ArticleSide } from './ArticleSide'
import { ArticleText } from './ArticleText'
import { Related } from './Related'
import './article.css'

/** Bài: one article as it was filed, with all it names and all that came with it; read, edited or looked back on. */
export function ArticleScreen({ id }: { id: string }) {
  const view = useRead('article.get', { id })
  if (view.error && failureOf(view.error).code === 'record-missing') return <Gone />
  if (view.error) return <ErrorNote error={view.error} again={() => void view.refetch()} />
  if (!view.data) return <Loading />
  return <Shown view={view.data} />
}

export type Mode = 'read' | 'edit' | 'history'

function Shown({ view }: { view: ArticleView }) {
  const { t } = usePhrases()
  const { article } = view
  const [mode, setMode] = useMode(view)
  return (
    <Page
      title={article.title || t('ui.review.untitled')}
      kind={t('ui.article.kind', { genre: t(`genre.${article.genre}`), serial: article.serial })}
      meta={<Meta view={view} />}
      actions={<ArticleActions view={view} mode={mode} onMode={setMode} />}
      testId="screen-article"
    >
      {mode === 'edit' ? (
        <ArticleEditing view={view} />
      ) : (
        <div className="article-layout">
          {mode === 'history' ? (
            <section className="reading-history" aria-label={t('past.title')}>
              <RecordHistory kind="article" id={article.id} />
            </section>
          ) : (
            <div>
              <ArticleText view={view} />
              <Related id={article.id} />
            </div>
          )}
          <ArticleSide view={view} />
        </div>
      )}
    </Page>
  )
}

/** Reading, editing or the history; leaving the page or the editing writes what was typed. */
function useMode(view: ArticleView) {
  const [mode, setMode] = useState<Mode>('read')
  const caught = useFailures()
  const { article } = view
  useEffect(() => () => void useArticleEdit.getState().close(), [])
  useEffect(() => {
    const { edit, dirty, open } = useArticleEdit.getState()
    // Changed from elsewhere, as by a restored version: what is on the screen follows where nothing was typed.
    if (edit?.id === view.article.id && !dirty && view.article.updatedAt > edit.updatedAt) open(view)
  }, [view])
  const change = caught(async (to: Mode) => {
    const { begin, close } = useArticleEdit.getState()
    if (to === 'edit') await begin(article.id)
    else if (mode === 'edit') await close()
    // What could not be saved stays on the screen.
    if (to === 'edit' || useArticleEdit.getState().failure === null) setMode(to)
  })
  // Put away, an article is read only.
  return [article.status === 'binned' && mode === 'edit' ? 'read' : mode, change] as const
}

function Meta({ view: { article } }: { view: ArticleView }) {
  const { t } = usePhrases()
  const facts = [
    article.publishedOn && showDate(article.publishedOn),
    article.authors.length > 0 && t('ui.article.by', { names: article.authors.join(', ') }),
    article.photographers.length > 0 && t('ui.article.photosBy', { names: article.photographers.join(', ') }),
    article.outlet,
  ]
  return facts.filter(Boolean).join(' · ')
}

/** Taken back by an undo, or emptied out of the bin. */
function Gone() {
  const t = useWords()
  return (
    <EmptyState icon={FileX2} title={t('item.gone.title')} more={t('item.gone.more')}>
      <Button look="primary" onClick={() => go({ screen: 'archive' })}>
        {t('ui.nav.archive')}
      </Button>
      <Button onClick={() => go({ screen: 'history' })}>{t('past.show')}</Button>
    </EmptyState>
  )
}
