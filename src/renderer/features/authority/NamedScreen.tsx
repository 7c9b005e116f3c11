import { useRead } from '../../engine/queries'
import { ErrorNote } from '../../ui/ErrorNote'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { useWords } from '../../words/words'
import { ArticleLinks } from '../archive/ArticleLinks'

/** A body, place or document with the articles that name it. */
export function NamedScreen({ kind, id }: { kind: 'organization' | 'place' | 'document'; id: string }) {
  const t = useWords()
  const view = useRead('authority.get', { kind, id })
  if (view.error) return <ErrorNote error={view.error} again={() => void view.refetch()} />
  if (!view.data) return <Loading />
  const { name, detail, articles } = view.data
  return (
    <Page title={name} kind={t(`kind.${kind}`)} meta={detail} testId={`screen-${kind}`}>
      <Section title={t('ui.section.articles')} count={articles.length}>
        <ArticleLinks rows={articles} />
      </Section>
    </Page>
  )
}
