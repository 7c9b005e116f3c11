import type { AuthorityFields } from '#contract/authority'
import type { OutputOf } from '#contract/operations'
import { useRead } from '../../engine/queries'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { showDate } from '../../words/dates'
import { useWords } from '../../words/words'
import { ArticleLinks } from '../archive/ArticleLinks'
import { EventList } from '../event/EventList'
import { PhotoGrid } from '../photo/PhotoGrid'
import { FamilyLine } from './FamilyLine'
import { MergerNote } from './MergerNote'
import { RecordActions } from './RecordActions'

type Kind = 'organization' | 'place' | 'document'
type View = OutputOf<'authority.get'>

/** A body, place or document with its kin and everything that hangs on it. */
export function NamedScreen({ kind, id }: { kind: Kind; id: string }) {
  const t = useWords()
  const view = useRead('authority.get', { kind, id })
  if (view.error) return <ErrorNote error={view.error} again={() => void view.refetch()} />
  if (!view.data) return <Loading />
  const { name, detail, articles, photos, events, record, family, total } = view.data
  const value = { kind, fields: record } as AuthorityFields
  return (
    <Page
      title={name}
      kind={t(`kind.${kind}`)}
      meta={kind === 'document' ? detail : null}
      testId={`screen-${kind}`}
      actions={
        <RecordActions value={value} record={record} name={name} detail={detail} articles={total} kin={family} />
      }
    >
      {kind !== 'document' && <NamedFacts view={view.data} />}
      {kind === 'place' && <MergerNote id={id} />}
      {kind !== 'document' && <FamilyLine kind={kind} self={{ name, detail: validity(record) }} family={family} />}
      <Section title={t('ui.section.articles')} count={total}>
        <ArticleLinks rows={articles} />
      </Section>
      <Section title={t('ui.section.photos')} count={photos.length}>
        <PhotoGrid photos={photos} />
      </Section>
      <Section title={t('ui.section.events')} count={events.length}>
        <EventList events={events} />
      </Section>
    </Page>
  )
}

function NamedFacts({ view: { record } }: { view: View }) {
  const t = useWords()
  if (!('successors' in record)) return null
  const kind = 'kind' in record ? record.kind : ''
  return (
    <Facts
      facts={[
        [t('record.field.kind'), kind],
        [t('record.field.abbreviation'), record.abbreviation],
        [t('record.field.spellings'), record.spellings.join('; ')],
        [t('record.field.validFrom'), record.validFrom && showDate(record.validFrom)],
        [t('record.field.validTo'), record.validTo && showDate(record.validTo)],
        [t('record.field.note'), record.note],
      ]}
    />
  )
}

function validity(record: View['record']): string {
  if (!('validFrom' in record) || (!record.validFrom && !record.validTo)) return ''
  const end = (date: string | null) => (date ? showDate(date) : '…')
  return `${end(record.validFrom)} – ${end(record.validTo)}`
}
