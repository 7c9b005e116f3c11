import { FileOutput, PencilLine, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ArticleView } from '#contract/operations'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { showDialog } from '../../state/dialogs'
import { go } from '../../state/route'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { useFailures } from '../../ui/useFailures'
import { showDate } from '../../words/dates'
import { usePhrases, useWords } from '../../words/words'
import { ArticleSide } from './ArticleSide'
import { ArticleText } from './ArticleText'
import { BinDialog } from './BinDialog'
import './article.css'

/** Bài: one article as it was filed, with all it names and all that came with it. */
export function ArticleScreen({ id }: { id: string }) {
  const view = useRead('article.get', { id })
  if (view.error) return <ErrorNote error={view.error} again={() => void view.refetch()} />
  if (!view.data) return <Loading />
  return <Shown view={view.data} />
}

function Shown({ view }: { view: ArticleView }) {
  const { t } = usePhrases()
  const { article } = view
  return (
    <Page
      title={article.title || t('ui.review.untitled')}
      kind={t('ui.article.kind', { genre: t(`genre.${article.genre}`), serial: article.serial })}
      meta={<Meta view={view} />}
      actions={<Actions view={view} />}
      testId="screen-article"
    >
      <div className="article-layout">
        <ArticleText view={view} />
        <ArticleSide view={view} />
      </div>
    </Page>
  )
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

function Actions({ view: { article } }: { view: ArticleView }) {
  const t = useWords()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const [binning, setBinning] = useState(false)
  const restore = caught(() => call('article.restore', { id: article.id }))
  const revise = caught(async () => {
    const { draftId } = await call('article.revise', { id: article.id })
    go({ screen: 'review', draftId })
  })
  if (article.status === 'binned') {
    return (
      <Button disabled={readOnly} onClick={restore} data-testid="restore">
        {t('ui.bin.restore')}
      </Button>
    )
  }
  return (
    <>
      <Button look="quiet" icon={Trash2} disabled={readOnly} onClick={() => setBinning(true)} data-testid="bin">
        {t('ui.article.bin')}
      </Button>
      <Button icon={PencilLine} disabled={readOnly} onClick={revise} data-testid="revise">
        {t('ui.article.revise')}
      </Button>
      <Button
        icon={FileOutput}
        data-testid="export-one"
        onClick={() => showDialog({ name: 'export', selection: { ids: [article.id] }, count: 1, title: article.title })}
      >
        {t('ui.export.one')}
      </Button>
      {binning && <BinDialog article={article} onClose={() => setBinning(false)} />}
    </>
  )
}
