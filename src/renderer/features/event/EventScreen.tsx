import type { EventView } from '#contract/operations'
import { useRead } from '../../engine/queries'
import { showDialog } from '../../state/dialogs'
import { AuthorityLink } from '../../ui/AuthorityLink'
import { Button } from '../../ui/Button'
import { DocumentItem } from '../../ui/DocumentItem'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { showPeriod } from '../../words/dates'
import { useWords } from '../../words/words'
import { ArticleLinks } from '../archive/ArticleLinks'
import { PhotoGrid } from '../photo/PhotoGrid'

/** Sự kiện: an event gathers its articles, photos, people and documents. */
export function EventScreen({ id }: { id: string }) {
  const t = useWords()
  const view = useRead('event.get', { id })
  if (view.error) return <ErrorNote error={view.error} again={() => void view.refetch()} />
  if (!view.data) return <Loading />
  const { event, articles, photos } = view.data
  return (
    <Page
      title={event.title}
      kind={t(`eventType.${event.type}`)}
      testId="screen-event"
      actions={
        articles.length > 0 && (
          <Button
            data-testid="export-event"
            onClick={() =>
              showDialog({
                name: 'export',
                selection: { ids: articles.map((row) => row.id) },
                count: articles.length,
                title: event.title,
              })
            }
          >
            {t('ui.export.event')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [t('ui.event.when'), showPeriod(event.from, event.to)],
          [t('ui.event.place'), event.place],
          [t('ui.event.host'), event.host],
        ]}
      />
      <Section title={t('ui.section.articles')} count={articles.length}>
        <ArticleLinks rows={articles} />
      </Section>
      <Section title={t('ui.section.photos')} count={photos.length}>
        <PhotoGrid photos={photos} />
      </Section>
      <People view={view.data} />
      <Documents view={view.data} />
    </Page>
  )
}

function People({ view: { people } }: { view: EventView }) {
  const t = useWords()
  return (
    <Section title={t('ui.section.people')} count={people.length}>
      <ul className="record-list">
        {people.map((person) => (
          <li key={person.id}>
            <AuthorityLink kind="person" id={person.id}>
              {person.name}
            </AuthorityLink>
            <p className="side-more">{person.offices.join('; ')}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Documents({ view: { documents } }: { view: EventView }) {
  const t = useWords()
  return (
    <Section title={t('ui.section.documents')} count={documents.length}>
      <ul className="record-list">
        {documents.map((document) => (
          <DocumentItem key={document.id} document={document} />
        ))}
      </ul>
    </Section>
  )
}
