import type { Event } from '#core/model/authority'
import type { Id, PartialDate } from '#core/model/common'
import type { Dossier } from '#core/model/custody'
import type { DeliveredArticle, DeliveryContext } from '../delivery'
import { dateOf, itemNote, publisherOf } from '../describe'
import { SeenPeople } from '../people'
import type { DeliveryWords } from '../words'
import type { PictureValue, RowValues } from './cells'
import { Counted } from './counted'
import type { RowsOf } from './form-rules'
import { eventFields, joined, lines, photoRow } from './rows'

/** What the rows of a form are made with. */
export interface RowTools {
  words: DeliveryWords
  context: DeliveryContext
  agencyCode: string
  /** Exported picture by photo, and Word file by article, relative to the workbook. */
  pictures: ReadonlyMap<Id, string>
  links: ReadonlyMap<Id, string>
  /** Photos listed so far, over all volumes: a photo is one record however many articles use it. */
  listed: Set<Id>
  /** A small picture of a photo; null where none is wanted or can be made. */
  thumbnail(photo: DeliveredArticle['photos'][number]): Promise<PictureValue | null>
}

/** Rows as they come: at once with an article or dossier, or counted up at the end. */
export interface RowMaker {
  dossier?(dossier: Dossier): RowValues[]
  article?(delivered: DeliveredArticle, place: Place): RowValues[] | Promise<RowValues[]>
  end?(): RowValues[]
}

/** Where an article stands: among all, and in its dossier. */
export interface Place {
  order: number
  dossier: Dossier | null
  inDossier: number
}

const makers: Record<RowsOf, (tools: RowTools) => RowMaker> = {
  none: () => ({}),
  dossiers: dossierRows,
  items: itemRows,
  photos: photoRows,
  people: peopleRows,
  events: eventRows,
  months: ({ words }) =>
    counting(
      (delivered) => [dateOf(delivered)?.slice(0, 7) ?? ''],
      'name',
      (month) => (month === '' ? words.say('delivery.forms.noDate') : words.date(month)),
    ),
  genres: ({ words }) => counting(({ article }) => [words.say(`genre.${article.genre}`)], 'count'),
  eventTypes: ({ words }) =>
    counting(({ events }) => events.map(({ type }) => words.say(`eventType.${type}`)), 'count'),
  peopleCounts: () => counting(({ people }) => people, 'count'),
  bodies: () => counting(({ article }) => article.organizations.map(({ name }) => name), 'count'),
  places: () => counting(({ article }) => article.places.map(({ name }) => name), 'count'),
  authors: () => counting(({ article }) => article.authors, 'count'),
  photographers: () => counting(({ article }) => article.photographers, 'count'),
}

/** The maker of a sheet's rows. */
export const rowMaker = (rows: RowsOf, tools: RowTools): RowMaker => makers[rows](tools)

function dossierRows({ words, context }: RowTools): RowMaker {
  let order = 0
  return {
    dossier(dossier) {
      order += 1
      const { retention, items, access, physicalState, sheets, pages } = dossier
      const counted = sheets ?? pages
      return [
        {
          order,
          code: dossier.number || dossier.code,
          pages: counted === null ? null : String(counted),
          format: physicalState ? words.say(`custody.physicalState.${physicalState}`) : null,
          secrecy: access === '03' ? words.say('access.03') : null,
          title: dossier.title,
          retention: retention ? words.say(`retention.${retention.code}`) : null,
          keeper: dossier.keeper,
          note: dossier.note,
          period: periodOf(dossier.from, dossier.to, words),
          from: dossier.from,
          to: dossier.to,
          fonds: context.fonds,
          items: String(items.length),
        },
      ]
    },
  }
}

const genreTypes = { communique: 'communique', notice: 'notice' } as const

function itemRows({ words, context, links }: RowTools): RowMaker {
  const { say } = words
  return {
    article(delivered, { order, dossier, inDossier }) {
      const { article } = delivered
      const type = genreTypes[article.genre as keyof typeof genreTypes] ?? 'other'
      const received = article.asReceived.find(({ role }) => role === 'text')
      return [
        {
          order: dossier ? inDossier : order,
          date: dateOf(delivered),
          subject: say('delivery.forms.subject', { genre: say(`genre.${article.genre}`), title: article.title }),
          author: publisherOf(delivered, context.agency),
          note: itemNote(delivered, words),
          publisher: publisherOf(delivered, context.agency),
          type: say(`delivery.forms.typeName.${type}`),
          heading: article.title,
          topics: article.topics.join('; '),
          keywords: article.topics.join('; '),
          inforSign: dossier?.informationSign ?? null,
          mode: say(`access.${article.access}`),
          secrecy: article.access === '03' ? say('access.03') : null,
          confidence: say('delivery.forms.bornDigital'),
          fileName: links.get(article.id)?.split('/').at(-1) ?? received?.name ?? null,
        },
      ]
    },
  }
}

function photoRows(tools: RowTools): RowMaker {
  const { words, pictures, agencyCode, listed } = tools
  return {
    async article(delivered, { order }) {
      const rows: RowValues[] = []
      for (const [index, shown] of delivered.photos.entries()) {
        const { photo } = shown
        if (listed.has(photo.id)) continue
        listed.add(photo.id)
        const path = pictures.get(photo.id)
        const row = await photoRow(
          delivered,
          index,
          order,
          path ? { text: path.split('/').at(-1) ?? path, to: path } : null,
          words,
        )
        rows.push({
          ...row,
          agencyCode,
          attachment: delivered.article.title,
          fileName: path?.split('/').at(-1) ?? shown.name,
          thumbnail: await tools.thumbnail(shown),
        })
      }
      return rows
    },
  }
}

function peopleRows({ words }: RowTools): RowMaker {
  const people = new SeenPeople()
  const dates: (PartialDate | null)[] = [null]
  return {
    article(delivered, { order }) {
      people.add(delivered, order)
      dates[order] = dateOf(delivered)
      return []
    },
    end: () =>
      people.sorted().map(({ name, note, offices, articles }, index) => {
        const known = articles.flatMap((order) => dates[order] ?? []).sort()
        return {
          order: index + 1,
          name,
          offices: lines([...offices.keys()]),
          articleCount: articles.length,
          period: periodOf(known[0] ?? null, known.at(-1) ?? null, words),
          note,
        }
      }),
  }
}

function eventRows({ words }: RowTools): RowMaker {
  const events = new Map<Id, { event: Event; articles: number; photos: number }>()
  return {
    article({ events: reported, photos }) {
      for (const event of reported) {
        const known = events.get(event.id) ?? { event, articles: 0, photos: 0 }
        events.set(event.id, { event, articles: known.articles + 1, photos: known.photos + photos.length })
      }
      return []
    },
    end: () =>
      [...events.values()]
        .sort((a, b) => ((a.event.from ?? '9999') < (b.event.from ?? '9999') ? -1 : 1))
        .map(({ event, articles, photos }, index) => ({
          ...eventFields(event, words),
          order: index + 1,
          articleCount: articles,
          photoCount: photos,
        })),
  }
}

function counting(
  namesOf: (delivered: DeliveredArticle) => (string | { id: Id; name: string })[],
  by: 'name' | 'count',
  shown: (name: string) => string = (name) => name,
): RowMaker {
  const counted = new Counted()
  return {
    article(delivered) {
      const named = namesOf(delivered).map((one) => (typeof one === 'string' ? { id: one, name: one } : one))
      for (const [id, { name }] of new Map(named.map((one) => [one.id, one]))) {
        counted.add(id, name, delivered.photos.length)
      }
      return []
    },
    end: () =>
      counted.sorted(by).map(({ name, articles, photos }, index) => ({
        order: index + 1,
        name: shown(name),
        articleCount: articles,
        photoCount: photos,
      })),
  }
}

/** From one day to another, or the one day. */
export function periodOf(from: PartialDate | null, to: PartialDate | null, { date }: DeliveryWords): string | null {
  return joined([from && date(from), to && date(to)]).replace('; ', ' - ') || null
}
