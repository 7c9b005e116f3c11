import type { InsideView } from '#contract/photo-mapping'
import { insideSources, sourceOf } from '#core/pictures/inside'
import { useRead } from '../../engine/queries'
import { ErrorNote } from '../../ui/ErrorNote'
import { Link } from '../../ui/Link'
import { Loading } from '../../ui/Loading'
import { usePhrases } from '../../words/words'
import { CandidateList } from './CandidateList'
import { bareTag, tagName, valueWords, whyTaken } from './tags'
import './inside.css'

/** Everything written inside a photo's file: what the record uses and why, then all of it by where it stands. */
export function InsidePanel({ photoId }: { photoId: string }) {
  const { t } = usePhrases()
  const { data, error } = useRead('photo.inside', { id: photoId })
  if (error) return <ErrorNote error={error} />
  if (!data) return <Loading />
  if (data.words.length === 0 && data.named.length === 0) return <p className="field-hint">{t('inside.about.none')}</p>
  return (
    <div className="inside-panel" data-testid="inside-panel">
      <h3 className="inside-title">{t('inside.about.used')}</h3>
      {data.fields.map(
        ({ field, candidates }) => candidates.length > 0 && <Field key={field} {...{ field, candidates }} />,
      )}
      <h3 className="inside-title">{t('inside.about.all')}</h3>
      <BySource view={data} />
      <Link to={{ screen: 'settings', group: 'pictures' }}>{t('inside.about.mapping')}</Link>
    </div>
  )
}

type FieldView = InsideView['fields'][number]

/** One field: the value used, why, and folded away where else something stands. */
function Field({ field, candidates }: FieldView) {
  const phrases = usePhrases()
  const { t } = phrases
  const taken = candidates.filter(({ standing }) => standing === 'taken')
  const others = candidates.filter(({ standing }) => standing === 'other').length
  const why = whyTaken(phrases, candidates)
  return (
    <div className={others > 0 ? 'inside-field differs' : 'inside-field'} data-testid={`inside-${field}`}>
      <p className="inside-name">{t(`inside.field.${field}`)}</p>
      {taken.length > 0 && (
        <p className="inside-used">
          {taken.map((one) => valueWords(field, one)).join(field === 'keywords' ? ', ' : '; ')}
        </p>
      )}
      {(candidates.length > 1 || taken.length === 0) && (
        <details open={others > 0}>
          <summary>
            {[why, others > 0 ? t('inside.why.other', { count: others }) : ''].filter(Boolean).join(' ') ||
              t('inside.standing.maker')}
          </summary>
          <CandidateList field={field} candidates={candidates} />
        </details>
      )}
    </div>
  )
}

function BySource({ view }: { view: InsideView }) {
  const phrases = usePhrases()
  const { t } = phrases
  return insideSources.map((source) => {
    const words = view.words.filter((one) => sourceOf(one) === source)
    const named = view.named.filter((one) => sourceOf(one) === source)
    if (words.length + named.length === 0) return null
    const title =
      source === 'sidecar' ? [t('inside.source.sidecar'), ...view.sidecars].join(' · ') : t(`inside.source.${source}`)
    return (
      <section key={source} className="inside-group" data-testid={`inside-source-${source}`}>
        <h4 className="inside-source">{title}</h4>
        <dl>
          {words.map(({ tag, values, language }) => (
            <div key={`${tag} ${language}`}>
              <dt title={bareTag(tag)}>
                {tagName(phrases, tag)} {language && t('inside.about.language', { language })}
              </dt>
              <dd>{values.join('; ')}</dd>
            </div>
          ))}
          {named.length > 0 && (
            <div>
              <dt>{t('inside.about.named')}</dt>
              <dd>
                {named.map(({ name, region }) => (region ? t('inside.about.withRegion', { name }) : name)).join('; ')}
              </dd>
            </div>
          )}
        </dl>
      </section>
    )
  })
}
