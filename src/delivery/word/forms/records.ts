import { translator } from '#core/messages'
import type { PartialDate, RetentionPeriod } from '#core/model/common'
import { formatDate } from '#core/text/dates'
import { numberInWords, twoDigits } from '#core/text/numbers'
import type { DeliveredArticle } from '../../delivery'
import { dateOf, itemNote, publisherOf } from '../../describe'
import type { DeliveryRules } from '../../rules'
import { deliveryWords } from '../../words'
import type { FormRow } from './facts'

/** What forms state of a dossier. */
export interface DossierLine {
  number: string
  heading: string
  title: string
  from: PartialDate | null
  to: PartialDate | null
  retention: RetentionPeriod | null
  keeper: string
  sheets: number | null
  pages: number | null
  note: string
}

// The words of the codes are the circular's, whatever the language of the interface.
const words = deliveryWords('vi')
const { say } = words

/** `Vĩnh viễn`, `20 năm`; empty where it is not decided. */
export const retentionText = (retention: RetentionPeriod | null): string =>
  retention ? say(`retention.${retention.code}`) : ''

/** First and last day of a dossier's documents. */
export function periodText({ from, to }: Pick<DossierLine, 'from' | 'to'>): string {
  if (!from && !to) return ''
  if (!from || !to || from === to) return formatDate((from ?? to)!)
  return `${formatDate(from)} - ${formatDate(to)}`
}

/** Rows of Danh mục hồ sơ: dossiers under the headings they stand under, headings in Roman numbers. */
export function caseListRows(dossiers: readonly DossierLine[]): FormRow[] {
  const groups = new Map<string, DossierLine[]>()
  for (const dossier of dossiers) groups.set(dossier.heading, [...(groups.get(dossier.heading) ?? []), dossier])
  let headings = 0
  return [...groups].flatMap(([heading, all]): FormRow[] => [
    ...(heading === '' ? [] : [{ group: `${roman(++headings)}. ${heading}` }]),
    ...all.map((dossier) => ({
      code: dossier.number,
      title: dossier.title,
      retention: retentionText(dossier.retention),
      keeper: dossier.keeper,
      note: dossier.note,
    })),
  ])
}

/** Rows of Mục lục hồ sơ, tài liệu nộp lưu: số tờ of paper, số trang of electronic documents. */
export function inventoryRows(dossiers: readonly DossierLine[]): FormRow[] {
  return dossiers.map((dossier, index) => ({
    order: String(index + 1),
    code: dossier.number,
    title: dossier.title,
    period: periodText(dossier),
    retention: retentionText(dossier.retention),
    pages: String(dossier.sheets ?? dossier.pages ?? ''),
    note: dossier.note,
  }))
}

/** A row of Mục lục văn bản, tài liệu for an article: a press article has no number or symbol of its own. */
export function documentRow(
  delivered: DeliveredArticle,
  number: number,
  agency: string,
  rules: DeliveryRules,
): Record<string, string> {
  const { article } = delivered
  const date = dateOf(delivered)
  const filled = translator<'subject'>(rules.wordForms.documentRow, 'vi')
  return {
    order: String(number),
    number: '',
    date: date ? formatDate(date) : '',
    subject: filled('subject', { genre: say(`genre.${article.genre}`), title: article.title }),
    author: publisherOf(delivered, agency),
    page: '',
    note: itemNote(delivered, words),
  }
}

/** Counts of a closing line, in figures with a leading 0 below ten and in words. */
export function closingTexts(dossiers: readonly DossierLine[]): Record<string, string> {
  const permanent = dossiers.filter(({ retention }) => retention?.code === permanentCode).length
  const temporary = dossiers.filter(({ retention }) => retention && retention.code !== permanentCode).length
  return {
    ...counted('dossiers', dossiers.length),
    ...counted('permanent', permanent),
    ...counted('temporary', temporary),
  }
}

const permanentCode = '01'

function counted(name: string, count: number): Record<string, string> {
  const inWords = numberInWords(count)
  return {
    [name]: twoDigits(count),
    [`${name}InWords`]: inWords,
    [capital(`${name}InWords`)]: capital(inWords),
  }
}

const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)

/** I, II, III, IV … as headings are numbered. */
export function roman(number: number): string {
  const signs = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const
  const [value, sign] = signs.find(([value]) => value <= number) ?? [0, '']
  return value === 0 ? '' : sign + roman(number - value)
}
