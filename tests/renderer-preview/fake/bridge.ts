import type { JobState } from '#contract/jobs'
import type { ImportReport } from '#contract/operations'
import type { KhoBridge, Settings } from '#contract/shell'
import type { Draft } from '#core/model/draft'
import type { Learnt } from '#core/model/learnt'
import { article, articleView, draft, draftView, event, people, photo, row } from './data'

type Handlers = Record<string, (input: never) => unknown>

const total = 12_480

/** A bridge with believable material and no engine behind it, for looking at the window in a browser. */
export function fakeBridge(asked: URLSearchParams): KhoBridge {
  let listener: (message: unknown) => void = () => {}
  const send = (message: unknown) => setTimeout(() => listener(message), 15)
  let settings: Settings = {
    language: asked.get('language') === 'en' ? 'en' : 'vi',
    theme: (asked.get('theme') as Settings['theme'] | null) ?? 'light',
    textSize: (asked.get('size') as Settings['textSize'] | null) ?? '100',
    lastArchive: null,
    recentArchives: ['D:\\Kho\\Tin bài và ảnh 2024', 'D:\\Kho\\Tin bài 2019-2023'],
    archiveView: 'list',
    facetsShown: true,
    findFaces: true,
    watchedFolder: null,
    watchSkipped: [],
    lastExportFolder: 'D:\\Giao nộp\\Quý III-2024',
  }
  const shellHandlers: Handlers = {
    'shell.settings': () => settings,
    'shell.saveSettings': (part: Partial<Settings>) => {
      settings = { ...settings, ...part }
      return settings
    },
    'shell.lastSeen': () => ({ seen: null }),
    'shell.recentArchives': () => ({ archives: settings.recentArchives.map((folder) => ({ folder, there: true })) }),
    'shell.pickFiles': () => ({ paths: ['D:\\Tin\\a.docx'] }),
    'shell.pickFolder': () => ({ path: 'D:\\Kho\\Mới' }),
    'shell.clipboard': () => ({ text: 'HĐND tỉnh họp phiên thường kỳ tháng 7\n\nSáng 15/7, …' }),
    'shell.about': () => ({ version: '0.1.0', electron: '45.4.1', chromium: '150', node: '26' }),
  }
  const engine = engineHandlers(asked, send)
  return {
    start: { archive: null, looks: settings },
    shell: async (name, input) => {
      const handler = shellHandlers[name]
      return { ok: true, value: (handler ? handler(input as never) : {}) as never }
    },
    toEngine: (message) => {
      const { id, operation, input } = message as { id: number; operation: string; input: never }
      const handler = engine[operation]
      const answer = handler ? handler(input) : {}
      if (answer instanceof Failure) send({ type: 'answer', id, ok: false, error: answer.error })
      else send({ type: 'answer', id, ok: true, value: answer })
    },
    onMessage: (listen) => {
      listener = listen
      return () => {}
    },
    onCommand: () => () => {},
    pathsOf: (files) => files.map((file) => (file as File).name),
  }
}

function learnt(): Learnt[] {
  const at = '2024-07-09T08:10:00.000+07:00'
  const base = { createdAt: at, updatedAt: at, lastAt: at, seen: 2, against: 0, sure: true }
  return [
    { ...base, id: 'l1', about: 'person', change: 'replaced', key: 'Lò Thị Hoá', value: 'Lò Thị Hoà' },
    { ...base, id: 'l2', about: 'furniture', change: 'added', key: 'Xem thêm trên Cổng tin Vân Lĩnh', value: '' },
    { ...base, id: 'l3', about: 'event-type', change: 'replaced', key: 'tọa đàm', value: 'conference' },
    { ...base, id: 'l4', about: 'place', change: 'dropped', key: 'Bừng Sáng', value: '', seen: 1, sure: false },
  ]
}

class Failure {
  constructor(readonly error: { code: string; file: string | null; args: Record<string, string>; cause: null }) {}
}

function engineHandlers(asked: URLSearchParams, send: (message: unknown) => void): Handlers {
  const empty = asked.has('empty')
  let held: Draft = draft
  const drafts = [
    ['draft-1', draft.text.title, 3, 0, 0],
    ['draft-2', 'HĐND tỉnh khai mạc Kỳ họp thứ 18, xem xét 23 dự thảo nghị quyết', 5, 1, 0],
    ['draft-3', 'Thông cáo báo chí số 03 về kết quả Kỳ họp thứ 18', 0, 0, 2],
    ['draft-4', '', 12, 0, 0],
  ] as const
  return {
    'archive.info': () => (asked.has('welcome') ? null : info(asked)),
    'archive.open': () => info(asked),
    'archive.create': () => info(asked),
    'job.list': () => ({ jobs: asked.has('jobs') ? jobs() : [] }),
    'draft.list': () => ({
      rows: empty
        ? []
        : drafts.map(([id, name, photos, duplicates, warnings], n) => ({
            id,
            title: name,
            receivedAt: `2024-07-09T08:1${n}:00.000+07:00`,
            files: n === 3 ? [] : [`${n + 1}. ${name.slice(0, 30)}.docx`],
            photos,
            thumbnail: photos ? `photo-${n * 3}` : null,
            warnings,
            duplicates,
          })),
    }),
    'draft.get': ({ id }: { id: string }) => {
      held = { ...draft, id, ...(asked.has('notes') && noted) }
      return { ...draftView, draft: held }
    },
    'draft.save': ({ draft: saved }: { draft: Draft }) => ({ ...saved, updatedAt: new Date().toISOString() }),
    'draft.file': () => ({ articleId: 'article-0', serial: 129 }),
    'learnt.list': () => ({ rows: empty ? [] : learnt() }),
    'learnt.forget': () => ({ forgotten: 1 }),
    'authority.match': () => ({ matches: [] }),
    'article.list': ({
      offset = 0,
      limit = 50,
      text = '',
      status,
    }: {
      offset?: number
      limit?: number
      text?: string
      status?: string
    }) => {
      const count = empty || status === 'binned' ? (status === 'binned' && !empty ? 3 : 0) : text ? 37 : total
      const rows = Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, i) => row(offset + i, text))
      return { total: count, rows }
    },
    'article.get': () => articleView,
    'authority.list': ({ kind, offset = 0, limit = 100 }: { kind: string; offset?: number; limit?: number }) => {
      const count = empty ? 0 : 240
      return {
        total: count,
        rows: Array.from({ length: Math.min(limit, count - offset) }, (_, i) => authorityRow(kind, offset + i)),
      }
    },
    'authority.get': () => ({
      name: 'UBND huyện Nậm Lĩnh',
      detail: '',
      articles: [row(0, ''), row(1, ''), row(2, '')],
    }),
    'event.get': () => ({
      event,
      articles: [row(0, ''), row(1, '')],
      photos: used(9),
      people: people.map(({ id, name, offices }) => ({ id, name, offices: offices.map(({ office }) => office) })),
      documents: article.documents.map((document) => ({ ...document, createdAt: '', updatedAt: '' })),
    }),
    'person.get': () => ({
      person: people[0],
      articles: [row(0, ''), row(3, ''), row(4, '')],
      photos: used(7),
      photosTotal: 7,
      events: [event],
    }),
    'photo.get': ({ id }: { id: string }) => ({
      photo: { ...photo(Number(id.slice(6)), ''), id },
      uses: [{ articleId: 'article-0', title: article.title, caption: article.photos[0]?.caption, date: '2024-07-08' }],
      people: people.map(({ id: personId, name }, n) => ({ id: personId, name, inPicture: n === 0 })),
      event,
    }),
    'intake.import': () => {
      setTimeout(() => send({ type: 'job', job: importDone() }), 300)
      return { jobId: 'import-1' }
    },
    'export.all': () => {
      setTimeout(() => send({ type: 'job', job: exportDone() }), 300)
      return { jobId: 'export-1' }
    },
    'archive.check': () => new Failure({ code: 'disk-error', file: 'D:\\Kho\\originals\\ab', args: {}, cause: null }),
  }
}

const noted = {
  duplicates: [
    { of: 'article' as const, id: 'article-1', title: 'Khảo sát chính sách bán trú', because: 'same-text' as const },
  ],
  warnings: [{ code: 'picture-lost', file: 'Khảo sát.docx', args: {} }],
}

const info = (asked: URLSearchParams) => ({
  folder: 'D:\\Kho\\Tin bài và ảnh 2024',
  name: 'Tin bài và ảnh 2024',
  agency: 'Văn phòng Đoàn ĐBQH và HĐND tỉnh',
  fonds: 'Phông HĐND tỉnh',
  format: 1,
  readOnly: asked.has('readonly') ? { reason: 'locked', by: 'Bích Ngọc (máy VP-03)' } : null,
  counts: asked.has('empty')
    ? {}
    : {
        article: total,
        draft: 4,
        photo: 38_211,
        event: 1_904,
        person: 2_377,
        organization: 812,
        place: 455,
        document: 1_290,
      },
  repaired: [],
  createdAt: '2024-01-02T08:00:00.000+07:00',
  lastBackup: { at: new Date().toISOString().replace('Z', '+00:00'), folder: '/D/sao-luu', sequence: 9 },
})

const used = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    photo: photo(n, ''),
    caption: article.photos[n % 3]?.caption ?? '',
    articleId: `article-${n}`,
    articleTitle: article.title,
    date: '2024-07-08',
  }))

const names: Record<string, [string, string][]> = {
  person: [
    ['Vừ Mí Chá', 'Chủ tịch UBND huyện Thượng Vân'],
    ['Nông Quốc Đạt', 'Giám đốc Sở Giao thông vận tải'],
    ['Lò Thị Hạnh Nguyên', 'Tỉnh uỷ viên, Phó Chủ tịch HĐND tỉnh'],
    ['Vàng A Sơn', 'Trưởng Ban Văn hoá - Xã hội HĐND tỉnh'],
    ['Đinh Thị Thảo', 'Hiệu trưởng Trường PTDTBT Tiểu học Phiêng Cọ'],
  ],
  event: [
    ['Kỳ họp thứ 18 HĐND tỉnh khoá XVI', 'Hội trường tỉnh'],
    ['Hội nghị tiếp xúc cử tri trước kỳ họp', 'xã Nà Mây'],
    ['Giám sát chuyên đề về đầu tư công', 'huyện Thượng Vân'],
  ],
}

function authorityRow(kind: string, n: number) {
  const list = names[kind] ?? [
    ['UBND huyện Nậm Lĩnh', ''],
    ['Ban Văn hoá - Xã hội HĐND tỉnh', ''],
  ]
  const [name = '', detail = ''] = list[n % list.length] ?? []
  return {
    kind,
    id: `${kind}-${n + 1}`,
    name,
    detail,
    date: kind === 'event' ? '2024-07-08' : null,
    articles: 41 - (n % 40),
    photos: (n * 13) % 90,
  }
}

const job = (id: string, kind: string, more: Partial<JobState>): JobState => ({
  id,
  kind,
  phase: 'reading',
  done: 0,
  total: null,
  unit: 'file',
  startedAt: 0,
  etaMs: null,
  canCancel: true,
  current: null,
  outcome: null,
  ...more,
})

const report: ImportReport = {
  files: [
    {
      file: 'D:\\Tin\\Bản thảo hỏng.docx',
      outcome: 'failed',
      draftId: null,
      articleId: null,
      error: { code: 'file-damaged', file: null, args: {}, cause: null },
      warnings: [],
    },
    {
      file: 'D:\\Tin\\Khảo sát trường bán trú Phiêng Cọ.docx',
      outcome: 'draft',
      draftId: 'draft-1',
      articleId: null,
      error: null,
      warnings: [],
    },
    { file: 'D:\\Tin\\IMG_2041.jpg', outcome: 'photo', draftId: 'draft-1', articleId: null, error: null, warnings: [] },
    {
      file: 'D:\\Tin\\Kỳ họp.docx',
      outcome: 'already-held',
      draftId: null,
      articleId: 'article-1',
      error: null,
      warnings: [],
    },
  ],
  drafts: ['draft-1'],
  articles: [],
  photos: 1,
}
const importDone = () =>
  job('import-1', 'intake.import', { outcome: { state: 'done', result: report, warnings: [] }, canCancel: false })
const exportDone = () =>
  job('export-1', 'export.all', {
    canCancel: false,
    outcome: {
      state: 'done',
      warnings: [],
      result: {
        folder: 'D:\\Giao nộp\\Quý III-2024',
        files: [
          { path: 'D:\\Giao nộp\\Quý III-2024\\0128 Khảo sát.docx', size: 1_214_000, articles: 1 },
          { path: 'D:\\Giao nộp\\Quý III-2024\\Tập tin bài 2024.docx', size: 9_841_000, articles: 12 },
          { path: 'D:\\Giao nộp\\Quý III-2024\\Danh mục.xlsx', size: 48_000, articles: 12 },
        ],
      },
    },
  })
const jobs = () => [
  job('import-9', 'intake.import', { done: 128, total: 1000, etaMs: 94_000, current: 'IMG_4127.jpg' }),
  exportDone(),
]
