import { join } from 'node:path'
import type { Article } from '#core/model/article'
import type { TestCore } from '#tests/support/core'

const at = '2024-07-08T09:30:00.000+07:00'
const base = (id: string) => ({ id, createdAt: at, updatedAt: at })
export const article = (serial: number, more: Partial<Article> = {}): Article => ({
  ...base(`a${serial}`),
  title: `Tin số ${serial}`,
  lede: null,
  body: [],
  genre: 'news',
  authors: ['Minh Châu'],
  photographers: [],
  publishedOn: `2024-07-0${serial}`,
  outlet: 'Cổng thông tin',
  sourceAddress: '',
  language: 'vi',
  serial,
  events: ['e1'],
  mentions: [{ personId: 'p1', name: 'Lò Thị Mây', offices: ['Phó Chủ tịch HĐND tỉnh'], spans: [] }],
  organizations: [],
  places: [{ id: 'pl1', name: 'huyện Nậm Rốm', spans: [] }],
  documents: [],
  awards: [],
  topics: [],
  photos: serial === 1 ? [{ photoId: 'f'.repeat(64), caption: 'Đại biểu dự họp.' }] : [],
  asReceived: [],
  status: 'filed',
  access: '01',
  retention: null,
  dossierId: null,
  notes: '',
  provenance: { source: 'manual', receivedAt: at, filedBy: 'thử', reader: '1' },
  filedAt: at,
  ...more,
})
const named = {
  spellings: [],
  abbreviation: '',
  validFrom: null,
  validTo: null,
  successors: [],
  parentId: null,
  note: '',
}

/** Five articles of one event, person and place; the first has a photo. */
export async function fill(core: TestCore): Promise<void> {
  const digest = { algorithm: 'sha256' as const, hex: 'f'.repeat(64) }
  const file = { digest, name: 'DSC_1.jpg', size: 9, mediaType: 'image/jpeg', receivedAt: at, role: 'photo' as const }
  await core.context.archive?.commit({
    operation: 'test',
    args: {},
    entries: [
      ...[1, 2, 3, 4, 5].map((serial) => ({ kind: 'article' as const, id: `a${serial}`, after: article(serial) })),
      {
        kind: 'event',
        id: 'e1',
        after: {
          ...base('e1'),
          type: 'session',
          title: 'Kỳ họp thứ 18',
          from: '2024-07-01',
          to: null,
          place: null,
          host: null,
          parentId: null,
          note: '',
        },
      },
      {
        kind: 'person',
        id: 'p1',
        after: { ...base('p1'), name: 'Lò Thị Mây', spellings: [], offices: [], note: '', portraitId: null },
      },
      { kind: 'place', id: 'pl1', after: { ...base('pl1'), ...named, name: 'huyện Nậm Rốm', kind: 'huyện' } },
      {
        kind: 'photo',
        id: 'f'.repeat(64),
        after: {
          ...base('f'.repeat(64)),
          file,
          width: 10,
          height: 10,
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
        } as never,
      },
    ],
  })
}

/** Exports everything as a working catalogue. */
export async function exported(core: TestCore): Promise<string> {
  const selection = { query: { text: '', sort: 'oldest' as const } }
  const report = await core.runner.runToEnd('export.excel', { selection, folder: join(core.folder, 'xuất') })
  return report.files[0]!.path
}
