import { useRead } from '../../engine/queries'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { Thumb } from '../../ui/Thumb'
import { useWords } from '../../words/words'
import { ArticleLinks } from '../archive/ArticleLinks'
import { RecordActions } from '../authority/RecordActions'
import { EventList } from '../event/EventList'
import { OfficeLine } from './OfficeLine'
import { byTime } from './offices'
import { FaceStrip, PersonPhotos } from './PersonPhotos'
import './person.css'

/** Nhân vật: a person with the offices over time, the articles, the photos and the events. */
export function PersonScreen({ id }: { id: string }) {
  const t = useWords()
  const view = useRead('person.get', { id })
  if (view.error) return <ErrorNote error={view.error} again={() => void view.refetch()} />
  if (!view.data) return <Loading />
  const { person, articles, photos, photosTotal, events, total } = view.data
  const otherSpellings = person.spellings.filter((spelling) => spelling !== person.name)
  const latest = byTime(person.offices)[0]
  return (
    <Page
      title={person.name}
      kind={t('kind.person')}
      meta={latest && [latest.office, latest.organization].filter(Boolean).join(', ')}
      testId="screen-person"
      actions={
        <RecordActions
          value={{ kind: 'person', fields: person }}
          record={person}
          name={person.name}
          detail={latest?.office ?? ''}
          articles={total}
          photos={photos.map(({ photo }) => photo.id)}
        />
      }
    >
      <div className={person.portraitId ? 'person-top pictured' : 'person-top'}>
        {person.portraitId && (
          <div className="portrait">
            <Thumb photoId={person.portraitId} alt={t('record.portrait.of', { name: person.name })} />
          </div>
        )}
        <div>
          <Facts
            facts={[
              [t('ui.person.spellings'), otherSpellings.join(', ')],
              [t('ui.person.note'), person.note],
            ]}
          />
          <Section title={t('ui.person.offices')} count={person.offices.length}>
            <OfficeLine offices={person.offices} />
          </Section>
        </div>
      </div>
      <Section title={t('ui.section.photos')} count={photosTotal}>
        <FaceStrip personId={id} photos={photos} />
        <PersonPhotos name={person.name} photos={photos} total={photosTotal} />
      </Section>
      <Section title={t('ui.section.articles')} count={total}>
        <ArticleLinks rows={articles} />
      </Section>
      <Section title={t('ui.section.events')} count={events.length}>
        <EventList events={events} />
      </Section>
    </Page>
  )
}
