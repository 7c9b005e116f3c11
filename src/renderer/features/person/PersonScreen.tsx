import type { OfficeHeld } from '#core/model/authority'
import { useRead } from '../../engine/queries'
import { AuthorityLink } from '../../ui/AuthorityLink'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { showPeriod } from '../../words/dates'
import { usePhrases, useWords } from '../../words/words'
import { ArticleLinks } from '../archive/ArticleLinks'
import { PhotoGrid } from '../photo/PhotoGrid'
import { byTime, officePeriod } from './offices'
import './person.css'

/** Nhân vật: a person with the offices over time, the articles, the photos and the events. */
export function PersonScreen({ id }: { id: string }) {
  const { t } = usePhrases()
  const view = useRead('person.get', { id })
  if (view.error) return <ErrorNote error={view.error} again={() => void view.refetch()} />
  if (!view.data) return <Loading />
  const { person, articles, photos, events } = view.data
  const otherSpellings = person.spellings.filter((spelling) => spelling !== person.name)
  return (
    <Page title={person.name} kind={t('kind.person')} testId="screen-person">
      <Facts
        facts={[
          [t('ui.person.spellings'), otherSpellings.join(', ')],
          [t('ui.person.note'), person.note],
        ]}
      />
      <Section title={t('ui.person.offices')} count={person.offices.length}>
        <Offices offices={person.offices} />
      </Section>
      <Section title={t('ui.section.photos')} count={photos.length}>
        <PhotoGrid photos={photos} />
      </Section>
      <Section title={t('ui.section.articles')} count={articles.length}>
        <ArticleLinks rows={articles} />
      </Section>
      <Section title={t('ui.section.events')} count={events.length}>
        <ul className="record-list">
          {events.map((event) => (
            <li key={event.id}>
              <AuthorityLink kind="event" id={event.id}>
                {event.title}
              </AuthorityLink>
              <p className="side-more">{[showPeriod(event.from, event.to), event.place].filter(Boolean).join(' · ')}</p>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function Offices({ offices }: { offices: OfficeHeld[] }) {
  const t = useWords()
  return (
    <ol className="offices">
      {byTime(offices).map((held) => (
        <li key={`${held.office} ${held.organization ?? ''} ${held.from ?? ''}`}>
          <span className="office-when">{showPeriod(...officePeriod(held)) || t('ui.person.undated')}</span>
          <span>
            <span className="office-name">{[held.office, held.organization].filter(Boolean).join(', ')}</span>
            <span className="office-seen">{t('ui.count.articles', { count: held.seen.length })}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
