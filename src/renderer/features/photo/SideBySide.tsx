import { ImageDown, Images, Unlink } from 'lucide-react'
import type { NearPhoto, PhotoView } from '#contract/photos'
import { type Carried, carriedBy } from '#core/pictures/carried'
import { call } from '../../engine/client'
import { useReadOnly } from '../../state/archive'
import { useDialogs } from '../../state/dialogs'
import { useReview } from '../../state/review'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Link } from '../../ui/Link'
import { Preview } from '../../ui/Preview'
import { useFailures } from '../../ui/useFailures'
import { showSize } from '../../words/numbers'
import { type Phrases, usePhrases, useWords } from '../../words/words'
import { notNear } from '../review/edits'
import { takenWords } from './taken'
import './beside.css'

interface Props {
  view: PhotoView
  other: NearPhoto
  onClose: () => void
}

/** Two photos nearly the same, side by side with what each is and says, and what becomes of them. */
export function SideBySide({ view, other, onClose }: Props) {
  const phrases = usePhrases()
  const { t } = phrases
  const { photo, uses, people } = view
  const names = people.filter(({ inPicture }) => inPicture).map(({ name }) => name)
  const own = carriedBy(photo, names)
  const rows = rowsOf(phrases, own, other)
  return (
    <Dialog
      title={t(`photos.near.titles.${other.is}`)}
      wide
      testId="dialog-near"
      onClose={onClose}
      actions={<Choices view={view} other={other} onClose={onClose} />}
    >
      <div className="beside">
        <Side title={t('photos.near.this')} photoId={photo.id} name={own.name} />
        <Side title={t('photos.near.other')} photoId={other.photoId} name={other.name} />
      </div>
      <table className="beside-facts">
        <colgroup>
          <col className="beside-label" />
          <col />
          <col />
        </colgroup>
        <thead className="visually-hidden">
          <tr>
            <td />
            <th>{t('photos.near.this')}</th>
            <th>{t('photos.near.other')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, label, values }) => (
            <tr key={field} className={values[0] === values[1] ? 'alike' : ''} data-testid={`near-${field}`}>
              <th scope="row">{label}</th>
              {values.map((value, at) => (
                <Value key={at === 0 ? 'own' : 'other'} value={value} lacks={value === '' && values[1 - at] !== ''} />
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('photos.near.uses')}</th>
            <td>
              <Uses uses={uses.map(({ articleId, title }) => ({ articleId, articleTitle: title }))} />
            </td>
            <td>
              <Uses uses={other.uses} />
            </td>
          </tr>
        </tbody>
      </table>
    </Dialog>
  )
}

function Value({ value, lacks }: { value: string; lacks: boolean }) {
  const t = useWords()
  return lacks ? <td className="lacks">{t('photos.near.lacks')}</td> : <td>{value}</td>
}

interface FactRow {
  field: string
  label: string
  values: [own: string, other: string]
}

/** What at least one of the two has; the same words in the same order for both. */
function rowsOf({ t, language }: Phrases, own: Carried, other: Carried): FactRow[] {
  const yes = (there: boolean) => (there ? t('photos.near.has') : '')
  const shown: [field: string, words: (of: Carried) => string][] = [
    ['measures', ({ width, height }) => (width ? t('photos.near.pixels', { width, height }) : '')],
    ['size', ({ bytes }) => showSize(bytes, language)],
    ['caption', ({ caption }) => caption],
    ['photographers', ({ photographers }) => photographers.join(', ')],
    ['taken', ({ takenAt }) => (takenAt ? takenWords(takenAt) : '')],
    ['place', ({ place }) => place],
    ['people', ({ people }) => people.join(', ')],
    ['titled', ({ title }) => title],
    ['keywords', ({ keywords }) => keywords.join(', ')],
    ['rights', ({ rights }) => rights],
    ['camera', ({ camera }) => camera],
    ['gps', ({ gps }) => yes(gps)],
    ['credentials', ({ credentials }) => yes(credentials)],
  ]
  return shown
    .map(([field, words]): FactRow => {
      const label = t(`photos.near.fields.${field}` as 'photos.near.fields.size')
      return { field, label, values: [words(own), words(other)] }
    })
    .filter(({ values }) => values.some((value) => value !== ''))
}

function Choices({ view, other, onClose }: Props) {
  const t = useWords()
  const readOnly = useReadOnly()
  const caught = useFailures()
  const { id } = view.photo
  const draft = useReview((state) => state.draft)
  const isWaiting = draft?.photos.some(({ photoId }) => photoId === id) ?? false
  const unflag = () => useReview.getState().edit(notNear(id, other.photoId))
  const differ = caught(async () => {
    await call('photo.notNear', { id, other: other.photoId })
    unflag()
    onClose()
  })
  const instead = caught(async () => {
    await useReview.getState().useInstead(id, other.photoId)
    onClose()
    useDialogs.getState().close()
  })
  const both = () => {
    if (isWaiting) unflag()
    onClose()
  }
  return (
    <>
      <Button icon={Unlink} disabled={readOnly} onClick={differ} data-testid="not-near">
        {t('photos.near.different')}
      </Button>
      {isWaiting && (
        <Button icon={ImageDown} disabled={readOnly} onClick={instead} data-testid="use-instead">
          {t('photos.near.instead')}
        </Button>
      )}
      <Button look="primary" icon={Images} onClick={both} data-testid="keep-both">
        {t(isWaiting ? 'photos.near.both' : 'ui.common.close')}
      </Button>
    </>
  )
}

function Side({ title, photoId, name }: { title: string; photoId: string; name: string }) {
  return (
    <section className="beside-one">
      <h3 className="side-title">{title}</h3>
      <div className="beside-picture">
        <Preview key={photoId} photoId={photoId} alt={name} />
      </div>
      <p className="report-name">{name}</p>
    </section>
  )
}

function Uses({ uses }: { uses: { articleId: string; articleTitle: string }[] }) {
  const t = useWords()
  if (uses.length === 0) return <span className="field-hint">{t('photos.near.unused')}</span>
  return uses.map((use) => (
    <p key={use.articleId}>
      <Link to={{ screen: 'article', id: use.articleId }}>{use.articleTitle}</Link>
    </p>
  ))
}
