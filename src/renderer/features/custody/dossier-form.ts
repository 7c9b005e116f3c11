import type { PartialDate } from '#core/model/common'
import { AccessConditions, RetentionPeriod } from '#core/model/common'
import {
  type ConfidenceLevel,
  type Dossier,
  DossierFields,
  type LanguageCode,
  type PhysicalState,
} from '#core/model/custody'

export const retentionCodes = RetentionPeriod.shape.code.options
export const accessCodes = AccessConditions.options

/** What the form holds: texts as typed, dates as read (undefined while one is none). */
export interface Draft {
  title: string
  year: string
  number: string
  heading: string
  from: PartialDate | null | undefined
  to: PartialDate | null | undefined
  retention: RetentionPeriod['code'] | ''
  basis: string
  access: AccessConditions
  keeper: string
  keywords: string
  box: string
  paperCode: string
  informationSign: string
  sheets: string
  pages: string
  /** Where it has several, the first; the others stay. */
  language: LanguageCode
  physicalState: PhysicalState | ''
  confidence: ConfidenceLevel | ''
  securityCopy: 'made' | 'not-made' | ''
  note: string
  /** What the form does not show stays as it is. */
  rest: Partial<DossierFields>
}

type Usual = Pick<DossierFields, 'retention' | 'access' | 'keeper'>

/** A dossier as the form holds it; a new one has what is usual in this fonds. */
export function draftOf(dossier: Dossier | null, usual: Usual): Draft {
  const { retention, access, keeper } = dossier ?? usual
  return {
    title: dossier?.title ?? '',
    year: dossier ? String(dossier.year) : '',
    number: dossier?.number ?? '',
    heading: dossier?.heading ?? '',
    from: dossier?.from ?? null,
    to: dossier?.to ?? null,
    retention: retention?.code ?? '',
    basis: retention?.basis ?? '',
    access,
    keeper,
    keywords: dossier?.keywords.join('\n') ?? '',
    box: dossier?.box ?? '',
    paperCode: dossier?.paperCode ?? '',
    informationSign: dossier?.informationSign ?? '',
    sheets: String(dossier?.sheets ?? ''),
    pages: String(dossier?.pages ?? ''),
    language: dossier?.languages[0] ?? '01',
    physicalState: dossier?.physicalState ?? '',
    confidence: dossier ? (dossier.confidence ?? '') : '01',
    securityCopy: dossier?.securityCopy ?? '',
    note: dossier?.note ?? '',
    rest: dossier ?? {},
  }
}

/** True where something was typed that is no year. */
export const missingYear = ({ year }: Draft): boolean => year.trim() !== '' && yearOf(year) === null

/** True where something was typed that is no count. */
export const notCounted = (typed: string): boolean => typed.trim() !== '' && !/^\d{1,9}$/.test(typed.trim())

const countOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed.trim()))

/** The year as typed, null while it is none. */
export function yearOf(typed: string): number | null {
  const year = Number(typed.trim())
  return /^\d{4}$/.test(typed.trim()) && year >= 1900 && year <= 2999 ? year : null
}

/** What must be written and is not yet, by name. */
export const missingIn = ({ title, year }: Draft): ('title' | 'year')[] => [
  ...(title.trim() === '' ? ['title' as const] : []),
  ...(year.trim() === '' ? ['year' as const] : []),
]

/**
 * The fields as typed.
 * @returns null while the title or the year is missing, or a date cannot be read
 */
export function fieldsOf(draft: Draft): DossierFields | null {
  const year = yearOf(draft.year)
  const { from, to, retention, basis, rest, keywords, sheets, pages, language, ...texts } = draft
  if (year === null || from === undefined || to === undefined || texts.title.trim() === '') return null
  if (notCounted(sheets) || notCounted(pages)) return null
  const parsed = DossierFields.safeParse({
    ...rest,
    ...texts,
    year,
    from,
    to,
    sheets: countOf(sheets),
    pages: countOf(pages),
    languages: [language, ...(rest.languages ?? []).slice(1).filter((one) => one !== language)],
    physicalState: draft.physicalState || null,
    confidence: draft.confidence || null,
    securityCopy: draft.securityCopy || null,
    retention: retention === '' ? null : { code: retention, basis: basis.trim() },
    keywords: keywords
      .split('\n')
      .map((word) => word.trim())
      .filter(Boolean),
  })
  return parsed.success ? parsed.data : null
}
