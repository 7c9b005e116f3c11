import type { BulkPreview } from '#contract/articles'
import type { InputOf, Selection } from '#contract/operations'
import { useRead } from '../../engine/queries'
import { ErrorNote } from '../../ui/ErrorNote'
import { Loading } from '../../ui/Loading'
import { usePhrases } from '../../words/words'
import { FieldChanges } from '../history/FieldChanges'
import '../history/history.css'

interface Props {
  selection: Selection
  edit: InputOf<'article.bulkEdit'>['edit'] | null
}

/** What an edit of many articles would do to each of them. */
export function BulkPreviewPane({ selection, edit }: Props) {
  const { t } = usePhrases()
  const read = useRead('article.bulkPreview', { selection, edit: edit ?? {} }, { enabled: edit !== null, keep: true })
  return (
    <section className="bulk-preview" aria-label={t('find.bulk.preview')} data-testid="bulk-preview">
      {edit === null ? (
        <p className="field-hint">{t('find.bulk.nothing')}</p>
      ) : read.error ? (
        <ErrorNote error={read.error} />
      ) : read.data ? (
        <Preview preview={read.data} />
      ) : (
        <Loading />
      )}
    </section>
  )
}

function Preview({ preview }: { preview: BulkPreview }) {
  const { t } = usePhrases()
  const { total, changed, rows, names, made, skipped } = preview
  return (
    <>
      <p className="note-title" role="status" data-testid="bulk-count">
        {t('find.bulk.changed', { changed, total })}
      </p>
      {made.length > 0 && (
        <p className="field-hint">
          {t('find.bulk.made', { names: made.map(({ kind, name }) => `${name} (${t(`kind.${kind}`)})`).join(', ') })}
        </p>
      )}
      {skipped.map(({ id, title, because }) => (
        <p key={id} className="field-error">
          {t(`find.bulk.because.${because}`, { title })}
        </p>
      ))}
      {rows.map((row) => (
        <article key={row.id} className="touched">
          <h3 className="touched-name">{row.title || t('ui.review.untitled')}</h3>
          <FieldChanges changes={row.changes} names={names} />
        </article>
      ))}
      {changed > rows.length && <p className="history-more">{t('ui.common.more', { count: changed - rows.length })}</p>}
    </>
  )
}
