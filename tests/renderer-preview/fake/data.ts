import type { ArticleView, DraftView } from '#contract/operations'
import type { Article } from '#core/model/article'
import type { Event, OfficeHeld, Person } from '#core/model/authority'
import type { TextSpan } from '#core/model/common'
import type { Draft, Match } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import type { ArticleRow } from '#core/model/views'

const at = '2024-07-09T08:12:00.000+07:00'
const base = (id: string) => ({ id, createdAt: at, updatedAt: at })

const title = 'Phó Chủ tịch HĐND tỉnh Lò Thị Hạnh Nguyên khảo sát việc thực hiện chính sách bán trú tại xã Phiêng Cọ'
const lede =
  'Ngày 08/7/2024, Ban Văn hoá - Xã hội HĐND tỉnh tổ chức Hội nghị khảo sát việc thực hiện chính sách hỗ trợ học sinh bán trú giai đoạn 2021 - 2024 tại huyện Nậm Lĩnh.'
const body = [
  'Dự buổi khảo sát có đồng chí Lò Thị Hạnh Nguyên, Tỉnh uỷ viên, Phó Chủ tịch HĐND tỉnh; đồng chí Vàng A Sơn, Trưởng Ban Văn hoá - Xã hội HĐND tỉnh; lãnh đạo UBND huyện Nậm Lĩnh và xã Phiêng Cọ.',
  'Theo báo cáo của UBND huyện, toàn huyện có 14 trường phổ thông dân tộc bán trú với 3.126 học sinh được hưởng chế độ theo Nghị quyết số 17/2021/NQ-HĐND ngày 09/12/2021 của HĐND tỉnh. Việc chi trả bảo đảm đúng đối tượng, đúng thời gian; tỷ lệ chuyên cần đạt trên 97%.',
  'Tuy nhiên, một số điểm trường còn thiếu nhà ăn và nước sạch vào mùa khô; định mức hỗ trợ nhân viên nuôi dưỡng chưa phù hợp với giá cả hiện nay. Đại diện các trường đề nghị tỉnh sớm bổ sung kinh phí sửa chữa phòng ở và bố trí thêm nhân viên y tế học đường.',
  'Phát biểu tại buổi làm việc, đồng chí Lò Thị Hạnh Nguyên ghi nhận nỗ lực của cấp uỷ, chính quyền và các nhà trường trong chăm lo cho học sinh vùng khó khăn. Đồng chí đề nghị UBND huyện Nậm Lĩnh rà soát, lồng ghép nguồn vốn các Chương trình mục tiêu quốc gia để hoàn thiện cơ sở vật chất trước năm học mới.',
  'Nhân dịp này, đoàn đã trao Bằng khen của Chủ tịch UBND tỉnh cho bà Đinh Thị Thảo, Hiệu trưởng Trường PTDTBT Tiểu học Phiêng Cọ, vì có thành tích xuất sắc trong năm học 2023 - 2024.',
]
const captions = [
  'Quang cảnh buổi khảo sát tại Trường PTDTBT Tiểu học Phiêng Cọ.',
  'Phó Chủ tịch HĐND tỉnh Lò Thị Hạnh Nguyên thăm bếp ăn bán trú.',
  'Đoàn khảo sát tặng quà các em học sinh.',
]

/** Where words stand in title, lede and body. */
function spansOf(words: string): TextSpan[] {
  const parts = [
    { part: 'title' as const, index: 0, text: title },
    { part: 'lede' as const, index: 0, text: lede },
    ...body.map((text, index) => ({ part: 'body' as const, index, text })),
  ]
  return parts.flatMap(({ part, index, text }) => {
    const start = text.indexOf(words)
    return start < 0 ? [] : [{ part, index, start, end: start + words.length }]
  })
}

let suggestion = 0
const found = <T>(value: T, words: string, confidence: number, why: string, matches: Match[] = []) => ({
  id: `s${++suggestion}`,
  value,
  spans: spansOf(words),
  confidence,
  why: [{ code: why, args: { words } }],
  matches,
  chosen: matches[0]?.id ?? null,
  state: 'offered' as const,
})

export const photo = (n: number, caption: string): Photo => ({
  ...base(`photo-${n}`),
  file: {
    digest: { algorithm: 'sha256', hex: String(n).padStart(64, '0') },
    name: `IMG_${2040 + n}.jpg`,
    size: 2_418_233 + n * 91_000,
    mediaType: 'image/jpeg',
    receivedAt: at,
    role: 'photo',
  },
  width: 4032,
  height: 3024,
  takenAt: '2024-07-08T09:12:31',
  camera: 'Canon EOS 90D',
  gps: null,
  embedded: {},
  photographers: ['Mùa A Dế'],
  caption,
  place: 'xã Phiêng Cọ',
  eventId: 'event-1',
  people: [],
  rights: '',
  takenOn: '2024-07-08',
  physicalDescription: '',
  nearDuplicateGroup: null,
})

const person: Match = {
  id: 'person-1',
  name: 'Lò Thị Hạnh Nguyên',
  detail: 'Phó Chủ tịch HĐND tỉnh',
  reason: { code: 'same-name-and-office', args: {} },
}

const words = {
  title,
  lede,
  body: body.map((text) => ({ kind: 'paragraph' as const, text })),
  genre: 'news' as const,
  authors: ['Hà Quảng Lâm'],
  photographers: ['Mùa A Dế'],
  publishedOn: '2024-07-09',
  outlet: 'Trang thông tin HĐND tỉnh',
  sourceAddress: '',
  language: 'vi',
}
const provenance = { source: 'file' as const, receivedAt: at, filedBy: 'Bích Ngọc', reader: 'kho-tin-reader/1' }
const release = {
  digest: { algorithm: 'sha256' as const, hex: 'a'.repeat(64) },
  name: 'Khảo sát trường bán trú Phiêng Cọ.docx',
  size: 48_213,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  receivedAt: at,
  role: 'text' as const,
}

export const draft: Draft = {
  ...base('draft-1'),
  text: words,
  furniture: ['Tin liên quan', 'Lượt xem: 214'],
  event: found(
    {
      type: 'survey',
      title: 'Hội nghị khảo sát việc thực hiện chính sách hỗ trợ học sinh bán trú giai đoạn 2021 - 2024',
      from: '2024-07-08',
      to: null,
      place: 'huyện Nậm Lĩnh',
      host: 'Ban Văn hoá - Xã hội HĐND tỉnh',
    },
    'Hội nghị khảo sát việc thực hiện chính sách hỗ trợ học sinh bán trú giai đoạn 2021 - 2024',
    0.93,
    'held-by-verb',
  ),
  people: [
    found(
      { name: 'Lò Thị Hạnh Nguyên', offices: ['Tỉnh uỷ viên', 'Phó Chủ tịch HĐND tỉnh'] },
      'Lò Thị Hạnh Nguyên',
      0.98,
      'after-honorific',
      [
        person,
        {
          ...person,
          id: 'person-9',
          detail: 'Giáo viên Trường THPT Nậm Lĩnh',
          reason: { code: 'same-name', args: {} },
        },
      ],
    ),
    found(
      { name: 'Vàng A Sơn', offices: ['Trưởng Ban Văn hoá - Xã hội HĐND tỉnh'] },
      'Vàng A Sơn',
      0.95,
      'after-honorific',
    ),
    found(
      { name: 'Đinh Thị Thảo', offices: ['Hiệu trưởng Trường PTDTBT Tiểu học Phiêng Cọ'] },
      'Đinh Thị Thảo',
      0.58,
      'before-office',
    ),
  ],
  organizations: [
    found({ name: 'Ban Văn hoá - Xã hội HĐND tỉnh' }, 'Ban Văn hoá - Xã hội HĐND tỉnh', 0.96, 'known-form'),
    found({ name: 'UBND huyện Nậm Lĩnh' }, 'UBND huyện Nậm Lĩnh', 0.97, 'known-form'),
    found({ name: 'Trường PTDTBT Tiểu học Phiêng Cọ' }, 'Trường PTDTBT Tiểu học Phiêng Cọ', 0.74, 'known-form'),
  ],
  places: [
    found({ name: 'huyện Nậm Lĩnh' }, 'huyện Nậm Lĩnh', 0.96, 'unit-word'),
    found({ name: 'xã Phiêng Cọ' }, 'xã Phiêng Cọ', 0.96, 'unit-word'),
  ],
  documents: [
    found(
      {
        type: 'Nghị quyết',
        number: '17/2021/NQ-HĐND',
        date: '2021-12-09',
        issuer: 'HĐND tỉnh',
        subject: null,
      },
      'Nghị quyết số 17/2021/NQ-HĐND ngày 09/12/2021 của HĐND tỉnh',
      0.99,
      'number-grammar',
    ),
  ],
  awards: [
    found(
      { name: 'Bằng khen của Chủ tịch UBND tỉnh', to: ['Đinh Thị Thảo'] },
      'Bằng khen của Chủ tịch UBND tỉnh',
      0.9,
      'award',
    ),
  ],
  photos: captions.map((caption, n) => ({ photoId: `photo-${n}`, caption, captionSure: n === 2 ? 0.3 : 1 })),
  asReceived: [release, photo(0, '').file, photo(1, '').file, photo(2, '').file],
  warnings: [],
  duplicates: [],
  provenance,
  notes: '',
  replaces: null,
}

export const draftView: DraftView = { draft, photos: captions.map((caption, n) => photo(n, caption)) }

export const event: Event = {
  ...base('event-1'),
  ...(draft.event?.value ?? { type: 'other', title: '', from: null, to: null, place: null, host: null }),
  parentId: null,
  note: '',
}

const held = (office: string, seen: string[]): OfficeHeld => ({
  office,
  organization: null,
  from: null,
  to: null,
  seen,
})
export const people: Person[] = draft.people.map(({ value }, n) => ({
  ...base(`person-${n + 1}`),
  name: value.name,
  spellings: n === 0 ? ['Lò Thị Hạnh Nguyên', 'Lò Hạnh Nguyên'] : [],
  offices:
    n === 0
      ? [
          held('Phó Trưởng Ban Dân tộc HĐND tỉnh', ['2019-03-02', '2020-11-19']),
          held('Phó Chủ tịch HĐND tỉnh', ['2021-07-01', '2022-08-03', '2024-07-08']),
          held('Tỉnh uỷ viên', ['2020-10-20', '2024-07-08']),
        ]
      : value.offices.map((office) => held(office, ['2024-07-08'])),
  note: '',
  portraitId: null,
}))

export const article: Article = {
  ...base('article-0'),
  ...words,
  body: [...words.body.slice(0, 2), { kind: 'figure', text: '', photo: 0 }, ...words.body.slice(2)],
  serial: 128,
  events: ['event-1'],
  mentions: draft.people.map(({ value, spans }, n) => ({
    personId: `person-${n + 1}`,
    name: value.name,
    offices: value.offices,
    spans: moved(spans),
  })),
  organizations: draft.organizations.map(({ value, spans }, n) => ({
    id: `org-${n}`,
    name: value.name,
    spans: moved(spans),
  })),
  places: draft.places.map(({ value, spans }, n) => ({ id: `place-${n}`, name: value.name, spans: moved(spans) })),
  documents: draft.documents.map(({ value, spans }, n) => ({ ...value, id: `doc-${n}`, spans: moved(spans) })),
  awards: draft.awards.map(({ value }) => value),
  topics: [],
  photos: draft.photos.map(({ photoId, caption }) => ({ photoId, caption })),
  asReceived: draft.asReceived,
  status: 'filed',
  access: '01',
  retention: null,
  dossierId: null,
  notes: '',
  provenance,
  filedAt: at,
}

/** The figure put into the body moves the blocks after it. */
function moved(spans: TextSpan[]): TextSpan[] {
  return spans.map((span) => (span.part === 'body' && span.index >= 2 ? { ...span, index: span.index + 1 } : span))
}

export const articleView: ArticleView = {
  article,
  events: [event],
  people,
  organizations: [],
  places: [],
  photos: draftView.photos,
}

const headlines = [
  title,
  'HĐND tỉnh khai mạc Kỳ họp thứ 18, xem xét 23 dự thảo nghị quyết',
  'Cử tri xã Nà Mây mong sớm có cầu cứng qua sông Lĩnh',
  'Thường trực HĐND tỉnh giám sát việc giải ngân vốn đầu tư công tại huyện Thượng Vân',
  'Đoàn đại biểu Quốc hội tỉnh lấy ý kiến vào dự án Luật Nhà giáo (sửa đổi)',
  'Thông xe cầu Nà Mây sau mười tháng thi công',
  'Thăm, tặng quà gia đình chính sách nhân dịp 27/7',
  'Họp báo công bố kết quả Kỳ họp thứ 17',
]
const eventTitles = ['Kỳ họp thứ 18', 'Hội nghị tiếp xúc cử tri trước kỳ họp', null, 'Giám sát chuyên đề năm 2024']
const genresInTurn = ['news', 'feature', 'news', 'reportage', 'interview', 'news', 'photo-story', 'communique']

/** The nth row of a long list. */
export function row(n: number, query: string): ArticleRow {
  const text = headlines[n % headlines.length] ?? title
  const from = query ? text.toLowerCase().indexOf(query.toLowerCase()) : -1
  return {
    id: `article-${n}`,
    serial: 5000 - n,
    title: text,
    date: `2024-${String(7 - (Math.floor(n / 9) % 7)).padStart(2, '0')}-${String(28 - (n % 27)).padStart(2, '0')}`,
    dateKind: 'published',
    genre: genresInTurn[n % genresInTurn.length] ?? 'news',
    eventTitle: eventTitles[n % eventTitles.length] ?? null,
    photoCount: (n * 7) % 5,
    thumbnail: (n * 7) % 5 === 0 ? null : `photo-${n % 24}`,
    status: 'filed',
    titleMarks: from < 0 ? [] : [[from, from + query.length]],
    snippet: query
      ? {
          text: '… của cấp uỷ, chính quyền và các nhà trường trong chăm lo cho học sinh vùng khó khăn. Đồng chí đề nghị …',
          marks: [[43, 56]],
        }
      : null,
  }
}
