import type { MappedField } from '#core/pictures/mapping'
import { usePhrases } from '../../words/words'
import { bareTag, type Candidate, sourceName, tagName, valueWords } from './tags'
import './inside.css'

/** Where a value stands: the standard, what it calls the place, and the tag itself for those who know it. */
export function TagLabel({ tag, sidecar }: { tag: string; sidecar?: boolean | undefined }) {
  const phrases = usePhrases()
  const name = tagName(phrases, tag)
  return (
    <span className="inside-tag">
      <span className="inside-source">{sourceName(phrases, { tag, sidecar })}</span> {name}
      {name !== bareTag(tag) && <code>{bareTag(tag)}</code>}
    </span>
  )
}

/** A value found with how it stands: the one used first to the eye, others that differ marked. */
export function Found({ field, candidate }: { field: MappedField; candidate: Candidate }) {
  const { t } = usePhrases()
  const { standing, language, sidecar } = candidate
  return (
    <span className={`inside-found ${standing}`} data-testid="inside-found" data-standing={standing}>
      <span className="inside-value">{valueWords(field, candidate)}</span>
      {language !== '' && <span className="inside-more">{t('inside.about.language', { language })}</span>}
      {sidecar && <span className="inside-more">.xmp</span>}
      <span className="inside-standing">{t(`inside.standing.${standing}`)}</span>
    </span>
  )
}

/** All values found for a field, each with where it stands. */
export function CandidateList({ field, candidates }: { field: MappedField; candidates: Candidate[] }) {
  return (
    <ul className="inside-list">
      {candidates.map((one) => (
        <li key={`${one.tag} ${one.sidecar} ${one.language}`}>
          <TagLabel tag={one.tag} sidecar={one.sidecar} />
          <Found field={field} candidate={one} />
        </li>
      ))}
    </ul>
  )
}
