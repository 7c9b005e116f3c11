import { Images, SearchX } from 'lucide-react'
import { useRead } from '../../engine/queries'
import { usePhotos } from '../../state/photos'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Choice, TextField } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { coded } from '../../words/errors'
import { showNumber } from '../../words/numbers'
import { usePhrases, useWords } from '../../words/words'
import { Readings } from '../archive/Readings'
import { ExportListButton } from '../export/ExportList'
import { PhotoEvents } from './PhotoEvents'
import { PhotoSelectionBar } from './PhotoSelectionBar'
import { PhotoWall } from './PhotoWall'
import './photo.css'
import './wall.css'

/** Ảnh: every photo of the archive, by date or by event, found as one types, described one by one or together. */
export function PhotosScreen() {
  const phrases = usePhrases()
  const { text, view } = usePhotos()
  const months = useRead('photo.months', { text }, { keep: true })
  const total = months.data?.total ?? 0
  const notes = (months.data?.notes ?? []).map((note) => coded(phrases, 'query.note', note)).filter(Boolean)
  const counted = phrases.t(text ? 'photos.found' : 'photos.count', {
    count: total,
    shown: showNumber(total, phrases.language),
  })
  return (
    <Page
      title={phrases.t('photos.title')}
      meta={
        <span role="status" data-testid="found">
          {months.data ? [counted, ...notes].join(' · ') : ' '}
        </span>
      }
      actions={total > 0 && <ExportListButton list={{ kind: 'photos', query: { text } }} />}
      testId="screen-photos"
      holdsList
    >
      <Narrow />
      {months.error && <ErrorNote error={months.error} again={() => void months.refetch()} />}
      {months.data && !months.error && total === 0 && <Nothing />}
      {months.data && total > 0 && (
        <div className="wall-holder">
          <PhotoSelectionBar total={total} />
          {view === 'date' ? <PhotoWall months={months.data.months} total={total} /> : <PhotoEvents />}
        </div>
      )}
    </Page>
  )
}

function Narrow() {
  const t = useWords()
  const { text, view, find, show } = usePhotos()
  return (
    <div className="filters">
      <TextField
        // Set from elsewhere (all photos of an event) the field starts anew; while it is typed in nothing is written.
        key={document.activeElement?.matches('[data-testid="photos-find"]') ? 'typed' : text}
        label={t('photos.find')}
        placeholder={t('photos.findHint')}
        defaultValue={text}
        className="input name-filter wide"
        data-testid="photos-find"
        onInput={(event) => {
          if (!(event.nativeEvent as InputEvent).isComposing) find(wordsIn(event.currentTarget))
        }}
        onCompositionEnd={(event) => find(wordsIn(event.currentTarget))}
      />
      <Choice
        label={t('photos.view')}
        value={view}
        options={(['date', 'event'] as const).map((value) => ({ value, label: t(`photos.views.${value}`) }))}
        onChoose={(value) => show(value as typeof view)}
      />
    </div>
  )
}

const wordsIn = (field: HTMLInputElement): string => field.value.normalize('NFC').trim()

function Nothing() {
  const t = useWords()
  const { text, find } = usePhotos()
  if (text === '') return <EmptyState icon={Images} title={t('photos.empty.title')} more={t('photos.empty.more')} />
  return (
    <EmptyState icon={SearchX} title={t('photos.none.title')} more={t('photos.none.more')}>
      <Button onClick={() => find('')}>{t('photos.none.clear')}</Button>
      <Readings text={text} />
    </EmptyState>
  )
}
