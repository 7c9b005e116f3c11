import type { Change } from '#archive/archive'
import type { Article } from '#core/model/article'
import type { Event, Person, Place } from '#core/model/authority'
import type { AsReceivedFile } from '#core/model/common'
import type { Draft } from '#core/model/draft'
import type { Photo } from '#core/model/photo'

const at = '2024-07-08T09:00:00.000+07:00'
const base = (id: string) => ({ id, createdAt: at, updatedAt: at })

/** A digest that stands for a name. */
export const hexOf = (name: string) => Buffer.from(name).toString('hex').padStart(64, '0')

export function fileOf(content: string, name = 'tin.docx'): AsReceivedFile {
  return {
    digest: { algorithm: 'sha256', hex: hexOf(content) },
    name,
    size: 3,
    mediaType: 'application/octet-stream',
    receivedAt: at,
    role: 'text',
  }
}

const provenance: Article['provenance'] = { source: 'file', receivedAt: at, filedBy: 'Lan', reader: 'test' }

const text = {
  title: 'Thường trực HĐND huyện Bình Lục họp thường kỳ tháng 7',
  lede: 'Sáng ngày 8/7, tại trụ sở huyện ủy, phiên họp đã diễn ra.',
  body: [{ kind: 'paragraph' as const, text: 'Ông Đỗ Văn Hoà chủ trì phiên họp, góp ý báo cáo số 45/BC-UBND.' }],
  genre: 'news' as const,
  authors: ['Thu Hằng'],
  photographers: [],
  publishedOn: '2024-07-08',
  outlet: '',
  sourceAddress: '',
  language: 'vi',
}

export function article(id: string, serial: number, more: Partial<Article> = {}): Article {
  return {
    ...base(id),
    ...text,
    serial,
    events: [],
    mentions: [],
    organizations: [],
    places: [],
    documents: [],
    awards: [],
    topics: [],
    photos: [],
    asReceived: [],
    status: 'filed',
    access: '01',
    retention: null,
    dossierId: null,
    notes: '',
    provenance,
    filedAt: at,
    ...more,
  }
}

export function draft(id: string, more: Partial<Draft> = {}): Draft {
  return {
    ...base(id),
    text,
    furniture: [],
    event: null,
    people: [],
    organizations: [],
    places: [],
    documents: [],
    awards: [],
    photos: [],
    asReceived: [],
    warnings: [],
    duplicates: [],
    provenance,
    notes: '',
    replaces: null,
    ...more,
  }
}

export function event(id: string, more: Partial<Event> = {}): Event {
  const dates = { from: '2024-07-08', to: null }
  return {
    ...base(id),
    type: 'meeting',
    title: 'Phiên họp thường kỳ',
    place: null,
    host: null,
    parentId: null,
    note: '',
    ...dates,
    ...more,
  }
}

export function person(id: string, name: string, more: Partial<Person> = {}): Person {
  return { ...base(id), name, spellings: [], offices: [], note: '', portraitId: null, ...more }
}

export function place(id: string, name: string): Place {
  const dates = { validFrom: null, validTo: null }
  const names = { name, spellings: [], abbreviation: '', kind: 'huyện' }
  return { ...base(id), ...names, ...dates, successors: [], parentId: null, note: '' }
}

export function photo(id: string, more: Partial<Photo> = {}): Photo {
  return {
    ...base(id),
    file: { ...fileOf(id, 'anh.jpg'), role: 'photo' },
    width: 4,
    height: 3,
    takenAt: null,
    camera: '',
    gps: null,
    embedded: {},
    photographers: [],
    caption: '',
    place: '',
    eventId: null,
    people: [],
    rights: '',
    takenOn: null,
    physicalDescription: '',
    nearDuplicateGroup: null,
    ...more,
  }
}

/** A change that puts records of one kind. */
export function putting<K extends Change['entries'][number]['kind']>(kind: K, ...records: { id: string }[]): Change {
  const entries = records.map((record) => ({ kind, id: record.id, after: record })) as unknown as Change['entries']
  return { operation: `${kind}.test`, args: {}, entries }
}
