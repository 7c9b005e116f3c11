import type { PhotoDifference } from '#contract/photos'
import { Thumb } from '../../ui/Thumb'
import { showDate } from '../../words/dates'
import { useWords, type WordKey } from '../../words/words'

/** Photos as they are and as they would be, only the fields that differ. */
export function DifferenceTable({ rows }: { rows: PhotoDifference[] }) {
  const t = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="batch-table" tabIndex={0} aria-label={t('photos.batch.preview')}>
      <table data-testid="batch-table">
        <thead>
          <tr>
            <th scope="col">{t('photos.batch.photo')}</th>
            <th scope="col">{t('photos.batch.before')}</th>
            <th scope="col">{t('photos.batch.after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, before, after }) => (
            <tr key={id}>
              <th scope="row">
                <span className="batch-thumb">
                  <Thumb photoId={id} alt={name} />
                </span>
              </th>
              <td>
                <Fields fields={before} other={after} />
              </td>
              <td className="batch-after">
                <Fields fields={after} other={before} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Fields({ fields, other }: { fields: Record<string, string>; other: Record<string, string> }) {
  const t = useWords()
  const differing = Object.entries(fields).filter(([name, value]) => value !== other[name])
  return (
    <dl className="batch-values">
      {differing.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`photos.field.${name}` as WordKey)}</dt>
          <dd>{(name === 'takenOn' && value ? showDate(value) : value) || t('photos.batch.empty')}</dd>
        </div>
      ))}
    </dl>
  )
}
