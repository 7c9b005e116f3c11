import type { Id, PartialDate } from '#core/model/common'
import type { Dossier, FondsFields } from '#core/model/custody'
import type { DeliveredArticle, DeliveredPhoto } from '../delivery'
import { dateOf } from '../describe'
import { eventOf } from '../photos'
import type { DossierContent } from './content'
import type { SipRules } from './rules'

/** Fields of EAD, EAD_doc or EAD_pic by their names; empty where nothing is known. */
export type Fields = Record<string, string>

/** What the fields of items are taken from. */
export interface ItemContext {
  dossier: Dossier
  fonds: FondsFields
  rules: SipRules
}

/** What only writing the package tells: how many items and pages there are. */
export interface Counted {
  items: number
  pages: number | null
}

/** A calendar day of the circular: DD/MM/YYYY. Of a date known to the month or year the first or last day, where asked. */
export function circularDate(date: PartialDate | null, missing: 'first' | 'last' | 'refuse' = 'refuse'): string {
  if (!date) return ''
  const [year = '', month, day] = date.split('-')
  if (month && day) return `${day}/${month}/${year}`
  if (missing === 'refuse') return ''
  const wholeMonth = month ?? (missing === 'first' ? '01' : '12')
  const last = new Date(Date.UTC(Number(year), Number(wholeMonth), 0)).getUTCDate()
  return `${missing === 'first' ? '01' : last}/${wholeMonth}/${year}`
}

/** `mã hồ sơ` and a serial of seven digits. */
export function docCodeOf(dossier: Pick<Dossier, 'code'>, serial: number, { docCode }: SipRules): string {
  return `${dossier.code}${docCode.separator}${String(serial).padStart(docCode.digits, '0')}`
}

/** docCode of each item of a dossier as its package numbers them: an article, then its photos, each photo once. */
export function itemCodes(
  dossier: Pick<Dossier, 'code'>,
  items: readonly { id: Id; photos: readonly Id[] }[],
  rules: SipRules,
): Map<Id, string> {
  const codes = new Map<Id, string>()
  for (const id of items.flatMap(({ id, photos }) => [id, ...photos])) {
    if (!codes.has(id)) codes.set(id, docCodeOf(dossier, codes.size + 1, rules))
  }
  return codes
}

/** The 18 fields of EAD.xml. */
export function dossierFields({ dossier, span }: DossierContent, counted: Counted): Fields {
  const { from, to, retention, sheets } = dossier
  const pages = dossier.pages ?? counted.pages
  return {
    fileCode: dossier.code,
    title: dossier.title,
    maintenance: retention?.code ?? '',
    mode: dossier.access,
    language: dossier.languages.join(','),
    startDate: circularDate(from ?? span?.from ?? null, 'first'),
    endDate: circularDate(to ?? span?.to ?? null, 'last'),
    keyword: dossier.keywords.join('; '),
    totalDoc: String(counted.items),
    numberOfPaper: sheets === null ? '' : String(sheets),
    numberOfPage: pages === null ? '' : String(pages),
    format: dossier.physicalState ?? '',
    inforSign: dossier.informationSign,
    confidenceLevel: dossier.confidence ?? '',
    paperFileCode: dossier.paperCode,
    ...securityCopy(dossier),
    description: dossier.note,
  }
}

const securityCopy = ({ securityCopy }: Dossier): Fields => ({
  riskRecovery: securityCopy === null ? '0' : '1',
  riskRecoveryStatus: securityCopy === null ? '' : securityCopy === 'made' ? '01' : '02',
})

/** The 21 fields of EAD_doc.xml for an article: a press article has no type of its own, so it is 32 Khác. */
export function documentFields(
  delivered: DeliveredArticle,
  serial: number,
  pages: number | null,
  { dossier, fonds, rules }: ItemContext,
): Fields {
  const { article } = delivered
  const languages: Record<string, string> = rules.languages
  return {
    docId: article.id,
    docCode: docCodeOf(dossier, serial, rules),
    maintenance: (article.retention ?? dossier.retention)?.code ?? '',
    typeName: rules.typeNameOfArticles,
    // The number it is filed under is none that its publisher gave it.
    codeNumber: '',
    codeNotation: '',
    issuedDate: circularDate(dateOf(delivered)),
    organName: article.outlet || fonds.agency,
    subject: article.title,
    language: languages[article.language] ?? languages.other ?? '',
    numberOfPage: pages === null ? '' : String(pages),
    inforSign: dossier.informationSign,
    keyword: article.topics.join('; '),
    mode: article.access,
    confidenceLevel: dossier.confidence ?? '',
    autograph: '',
    format: dossier.physicalState ?? '',
    ...securityCopy(dossier),
    process: '',
    description: article.notes,
  }
}

/**
 * The 18 fields of EAD_pic.xml. There is no field for people: they stand in the description, from left to right as
 * far as it is known.
 */
export function pictureFields(
  delivered: DeliveredArticle,
  shown: { photo: DeliveredPhoto; index: number; serial: number; colour: 'colour' | 'blackAndWhite' | null },
  { dossier, rules }: ItemContext,
): Fields {
  const { article } = delivered
  const { photo, caption } = shown.photo
  const event = eventOf({ shown: shown.photo, within: delivered })
  const photographers = photo.photographers.length > 0 ? photo.photographers : article.photographers
  const { separator, serialDigits, photoDigits } = rules.archivesNumber
  return {
    docCode: docCodeOf(dossier, shown.serial, rules),
    maintenance: (article.retention ?? dossier.retention)?.code ?? '',
    typePic: rules.typePic,
    archivesNumber: [
      String(article.serial).padStart(serialDigits, '0'),
      String(shown.index + 1).padStart(photoDigits, '0'),
    ].join(separator),
    inforSign: dossier.informationSign,
    eventName: event?.title ?? '',
    imageTitle: caption || photo.caption,
    photographer: photographers.join(', '),
    photoPlace: photo.place || (event?.place ?? ''),
    photoTime: circularDate(photo.takenOn),
    colour: shown.colour ? rules.colour[shown.colour] : '',
    filmSize: photo.width > 0 ? `${photo.width}x${photo.height}` : '',
    docAttached: 'true',
    mode: article.access,
    format: photo.physicalDescription,
    ...securityCopy(dossier),
    description: namesIn(delivered, shown.photo),
  }
}

/** People in a picture by name, left to right as far as their places are known. */
export function namesIn({ people }: DeliveredArticle, { photo }: DeliveredPhoto): string {
  return [...photo.people]
    .sort((a, b) => (a.region?.x ?? 2) - (b.region?.x ?? 2))
    .flatMap(({ personId }) => people.find(({ id }) => id === personId)?.name ?? [])
    .join(', ')
}
