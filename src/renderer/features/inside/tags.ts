import type { InsideView } from '#contract/photo-mapping'
import { sourceOf } from '#core/pictures/inside'
import type { MappedField } from '#core/pictures/mapping'
import type { usePhrases } from '../../words/words'
import { takenWords } from '../photo/taken'

type Phrases = ReturnType<typeof usePhrases>
export type Candidate = InsideView['fields'][number]['candidates'][number]

/** What a tag is called, or its own name where we have none for it. */
export const tagName = ({ maybe }: Phrases, tag: string): string => maybe(`inside.tag.${tag}`) ?? bareTag(tag)

/** A tag without its standard: `dc:Description`, `Caption-Abstract`. */
export const bareTag = (tag: string): string => tag.replace(/^(XMP-|IPTC:|IFD0:|ExifIFD:|GPS:|PNG:|File:)/, '')

export function sourceName({ t }: Phrases, of: { tag: string; sidecar?: boolean | undefined }): string {
  return t(`inside.source.${sourceOf({ tag: of.tag, ...(of.sidecar && { sidecar: true }) })}`)
}

/** The values of a candidate as a person reads them. */
export function valueWords(field: MappedField, { values }: Pick<Candidate, 'values'>): string {
  if (field === 'takenAt') return values.map(takenWords).join('; ')
  return values.join(field === 'photographers' || field === 'people' || field === 'keywords' ? ', ' : ' ')
}

/** Why the candidate that is used is used, as one sentence; empty where there was nothing to choose between. */
export function whyTaken(phrases: Phrases, candidates: Candidate[]): string {
  const { t } = phrases
  const taken = candidates.filter(({ standing }) => standing === 'taken')
  const [first] = taken
  if (!first || candidates.length === 1) return ''
  if (taken.length > 1) return t('inside.why.all')
  const source = sourceName(phrases, first)
  if (first.sidecar)
    return t(candidates.some(({ sidecar }) => !sidecar) ? 'inside.why.sidecar' : 'inside.why.sidecarOnly')
  const before = candidates.slice(0, candidates.indexOf(first))
  if (before.some(({ standing }) => standing === 'shorter')) return t('inside.why.longer', { source })
  const other = candidates.some(({ tag, language }) => tag === first.tag && language !== first.language)
  return other && /^vi/i.test(first.language)
    ? t('inside.why.vietnamese', { source })
    : t('inside.why.first', { source })
}
