import type { OfficeHeld } from '#core/model/authority'
import { showPeriod } from '../../words/dates'
import { useWords } from '../../words/words'
import { type OfficePlace, officePeriod, officeScale } from './offices'

/**
 * Offices over time, drawn on a line of years: a bar as far as it is known, whole where a person stated it, hatched
 * where only articles saw it; a dot for each day seen. The same stands beside it in words.
 */
export function OfficeLine({ offices }: { offices: OfficeHeld[] }) {
  const t = useWords()
  const scale = officeScale(offices)
  const undated = scale ? scale.undated : offices
  return (
    <div className="office-line" data-testid="office-line">
      {scale && (
        <>
          <ol>
            {scale.places.map((place) => (
              <Office key={`${place.held.office} ${place.held.organization ?? ''} ${place.start}`} place={place} />
            ))}
          </ol>
          <div className="office-years" aria-hidden>
            {scale.years.map(({ year, at }) => (
              <span key={year} style={{ insetInlineStart: `${at * 100}%` }}>
                {year}
              </span>
            ))}
          </div>
          <p className="office-legend">{t('record.office.legend')}</p>
        </>
      )}
      {undated.length > 0 && (
        <ul className="office-undated">
          {undated.map((held) => (
            <li key={`${held.office} ${held.organization ?? ''}`}>
              {titleOf(held)} <span className="office-seen">{t('ui.person.undated')}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const titleOf = ({ office, organization }: OfficeHeld) => [office, organization].filter(Boolean).join(', ')

function Office({ place: { held, start, end, stated, seen } }: { place: OfficePlace }) {
  const t = useWords()
  const edge = `${stated.from ? ' from' : ''}${stated.to ? ' to' : ''}`
  return (
    <li className="office">
      <span className="office-words">
        <span className="office-name">{titleOf(held)}</span>
        <span className="office-when">
          {showPeriod(...officePeriod(held))}
          {held.seen.length > 0 && ` · ${t('ui.count.articles', { count: held.seen.length })}`}
        </span>
      </span>
      <span className="office-track" aria-hidden>
        <span
          className={`office-bar${edge}`}
          style={{ insetInlineStart: `${start * 100}%`, width: `${(end - start) * 100}%` }}
        />
        {seen.map((at) => (
          <span key={at} className="office-dot" style={{ insetInlineStart: `${at * 100}%` }} />
        ))}
      </span>
    </li>
  )
}
