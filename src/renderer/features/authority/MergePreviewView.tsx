import type { MergePreview } from '#contract/authority'
import { showDate } from '../../words/dates'
import { useWords, type WordKey } from '../../words/words'

const counted = ['articles', 'photos', 'events', 'drafts', 'relatives', 'searches'] as const

/** What a merge will do, before it is done: what moves, what the kept record gains. */
export function MergePreviewView({ preview }: { preview: MergePreview }) {
  const t = useWords()
  const counts = counted.filter((name) => preview[name] > 0)
  const gains: [WordKey, string[]][] = [
    ['record.field.spellings', preview.spellings],
    ['ui.person.offices', preview.offices],
    ['record.merge.facts', preview.facts.map(({ value }) => value)],
  ]
  return (
    <section className="preview-box" aria-label={t('record.merge.preview')} data-testid="merge-preview">
      <h3 className="preview-title">{t('record.merge.preview')}</h3>
      <p>
        {counts.length > 0
          ? counts.map((name) => t(`record.count.${name}`, { count: preview[name] })).join(' · ')
          : t('record.merge.nothing')}
      </p>
      <dl className="facts">
        {gains
          .filter(([, values]) => values.length > 0)
          .map(([label, values]) => (
            <div key={label}>
              <dt>{t(label)}</dt>
              <dd>{values.join('; ')}</dd>
            </div>
          ))}
      </dl>
      {preview.some.length > 0 && (
        <ul className="preview-list">
          {preview.some.map(({ id, title, date, written }) => (
            <li key={id}>
              {title}
              <span className="radio-field-more">{[date && showDate(date), written].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
      {preview.articles > preview.some.length && (
        <p className="field-hint">{t('record.merge.rest', { count: preview.articles - preview.some.length })}</p>
      )}
    </section>
  )
}
