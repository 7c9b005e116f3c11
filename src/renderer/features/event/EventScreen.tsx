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
import { RecordActions } from '../authority/RecordActions'
import { PhotoGrid } from '../photo/PhotoGrid'
import { AddPart } from './AddPart'
import { EventList } from './EventList'
import './event.css'

/** Sự kiện: an event gathers its articles, photos, people and documents. */
export function EventScreen({ id }: { id: string }) {
  const t = useWords()
  const view = useRead('event.get', { id })
  if (view.error) return <ErrorNote error={view.error} again={() => void view.refetch()} />
  if (!view.data) return <Loading />
  const { event, articles, photos, parent, children, total } = view.data
  const kin = { parent: parent && { id: parent.id, name: parent.title, detail: '' }, successors: [] }
  return (
    <Page
      title={event.title}
      kind={t(`eventType.${event.type}`)}
      testId="screen-event"
      actions={
        <>
          <RecordActions
            value={{ kind: 'event', fields: event }}
            record={event}
            name={event.title}
            detail={showPeriod(event.from, event.to)}
            articles={total}
            kin={kin}
          />
          <AddPart event={event} />
          {articles.length > 0 && <ExportEvent event={event} articles={articles} />}
        </>
      }
    >
      <Facts
        facts={[
          [t('ui.event.when'), showPeriod(event.from, event.to)],
          [t('ui.event.place'), event.place],
          [t('ui.event.host'), event.host],
          [t('record.field.note'), event.note],
        ]}
      />
      {parent && (
        <p className="event-parent">
          {t('record.parent.event')}:{' '}
          <AuthorityLink kind="event" id={parent.id}>
            {parent.title}
          </AuthorityLink>
        </p>
      )}
      <Section title={t('record.event.children')} count={children.length}>
        <EventList events={children} />
      </Section>
      <Section title={t('ui.section.articles')} count={total}>
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

function ExportEvent({ event, articles }: Pick<EventView, 'event' | 'articles'>) {
  const t = useWords()
  const ids = articles.map((row) => row.id)
  return (
    <Button
      data-testid="export-event"
      onClick={() => showDialog({ name: 'export', of: { articles: { ids } }, count: ids.length, title: event.title })}
    >
      {t('ui.export.event')}
    </Button>
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
