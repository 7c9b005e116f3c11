import type { AsReceivedFile } from '#core/model/common'
import { formatOfficialDate } from '#core/text/dates'
import type { DeliveredArticle } from '../../delivery'
import { dateOf, documentLine, eventLine, serialOf } from '../../describe'
import { captionOf, dayOf, peopleIn, photographersOf } from '../../photos'
import { type DeliveryWords, deliveryWords } from '../../words'
import type { FormOffice } from '../forms/facts'
import { type DossierLine, periodText, retentionText } from '../forms/records'
import type { TemplateValues } from './fill'

/** What a template is filled with of the office that issues it. */
export const officeValues = (office: FormOffice, fonds: string): TemplateValues => ({
  agency: office.agency,
  parentAgency: office.parentAgency,
  unit: office.unit,
  fonds,
  place: office.place,
})

/** What a template is filled with of an article. */
export function articleValues(delivered: DeliveredArticle, words: DeliveryWords = deliveryWords('vi')): TemplateValues {
  const { article, events } = delivered
  const { say, date } = words
  const known = dateOf(delivered)
  const paragraphs = article.body.filter(({ kind, text }) => kind !== 'figure' && text.trim() !== '')
  return {
    title: article.title,
    serial: serialOf(delivered),
    genre: say(`genre.${article.genre}`),
    lede: article.lede ?? '',
    text: paragraphs.map(({ text }) => text).join('\n'),
    published: article.publishedOn ? date(article.publishedOn) : '',
    date: known ? date(known) : '',
    dateInWords: known ? formatOfficialDate(known) : '',
    authors: article.authors.join(', '),
    photographers: article.photographers.join(', '),
    outlet: article.outlet,
    address: article.sourceAddress,
    event: events.map((event) => eventLine(event, words)).join('\n'),
    eventPlace: [...new Set(events.flatMap(({ place }) => place ?? []))].join('; '),
    organizations: article.organizations.map(({ name }) => name).join('; '),
    places: article.places.map(({ name }) => name).join('; '),
    documents: article.documents.map((document) => documentLine(document, words)).join('\n'),
    awards: article.awards.map(({ name, to }) => [name, to.join(', ')].filter(Boolean).join(': ')).join('\n'),
    topics: article.topics.join('; '),
    access: say(`access.${article.access}`),
    retention: retentionText(article.retention),
    photoCount: String(delivered.photos.length),
    paragraphs: paragraphs.map(({ text }) => ({ words: text })),
    people: article.mentions.map(({ name, offices }, index) => ({
      order: String(index + 1),
      name,
      office: offices.join(', '),
    })),
    photos: photoValues(delivered, words),
    originals: article.asReceived
      .filter(({ role }) => role !== 'photo')
      .map((file, index) => ({ order: String(index + 1), ...fileValues(file, words) })),
  }
}

function photoValues(within: DeliveredArticle, words: DeliveryWords): TemplateValues[] {
  return within.photos.map((shown, index) => {
    const photo = { shown, within }
    const day = dayOf(photo)
    const caption = captionOf(photo)
    return {
      order: String(index + 1),
      picture: { photo: shown, alt: words.say('delivery.altPicture', { caption: caption || shown.name }) },
      caption,
      photographer: photographersOf(photo).join(', '),
      taken: day ? words.date(day) : '',
      takenAt: shown.photo.place,
      shown: peopleIn(photo).join('; '),
      ...fileValues(shown.photo.file, words),
    }
  })
}

const fileValues = ({ name, size, digest }: AsReceivedFile, words: DeliveryWords): TemplateValues => ({
  file: name,
  size: words.size(size),
  digest: digest.hex,
})

/** What a template is filled with of a dossier. */
export function dossierValues(line: DossierLine & { code: string; year: number; count: number }): TemplateValues {
  const { say, date } = deliveryWords('vi')
  const { number, code, title, heading, year, from, to, retention, keeper, sheets, pages, note, count } = line
  const counted = (value: number | null) => (value === null ? '' : say('delivery.count', { count: value }))
  return {
    ...{ number, code, heading, keeper, note },
    dossierTitle: title,
    year: String(year),
    period: periodText(line),
    from: from ? date(from) : '',
    to: to ? date(to) : '',
    dossierRetention: retentionText(retention),
    sheets: counted(sheets),
    pages: counted(pages),
    count: counted(count),
  }
}
