import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Article } from '#core/model/article'
import type { Event, Person } from '#core/model/authority'
import type { AsReceivedFile } from '#core/model/common'
import type { Photo } from '#core/model/photo'
import type { DeliveredArticle, DeliveredPhoto, DeliveryContext } from '#delivery/delivery'
import { nodeFiles } from '#platform/node/files'

const at = '2024-07-08T09:30:00.000+07:00'
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex')
const base = (id: string) => ({ id, createdAt: at, updatedAt: at })

export const received = (name: string, data: Uint8Array | string, role: AsReceivedFile['role']): AsReceivedFile => ({
  digest: { algorithm: 'sha256', hex: sha256(data) },
  name,
  size: data.length,
  mediaType: role === 'photo' ? 'image/jpeg' : 'application/octet-stream',
  receivedAt: at,
  role,
})

/** A picture with something to see: a sky, hills and a number of "people". Noise makes it as large as a real one. */
export async function picture(width: number, height: number, seed: number, noise = 12): Promise<Uint8Array> {
  const hue = (seed * 47) % 360
  const people = Array.from({ length: 3 + (seed % 5) }, (_, index) => {
    const x = (width / (4 + (seed % 5))) * (index + 0.8)
    const radius = height / 14
    return `<circle cx="${x}" cy="${height * 0.55}" r="${radius}" fill="#e8c39e"/>
      <rect x="${x - radius * 1.3}" y="${height * 0.63}" width="${radius * 2.6}" height="${height * 0.37}" fill="hsl(${(hue + index * 60) % 360} 45% 35%)"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="hsl(${hue} 45% 78%)"/>
    <rect y="${height * 0.12}" x="${width * 0.1}" width="${width * 0.8}" height="${height * 0.16}" fill="#b3202a"/>
    ${people.join('')}</svg>`
  const layers =
    noise > 0
      ? [
          {
            input: await sharp({
              create: {
                width,
                height,
                channels: 3,
                background: '#808080',
                noise: { type: 'gaussian', mean: 128, sigma: noise },
              },
            })
              .png()
              .toBuffer(),
            blend: 'soft-light' as const,
          },
        ]
      : []
  return sharp(Buffer.from(svg)).composite(layers).jpeg({ quality: 88 }).toBuffer()
}

/** A delivered photo over JPEG bytes; the original lies in `folder` where one is given. */
export async function deliveredPhoto(
  jpeg: Uint8Array,
  name: string,
  caption: string,
  folder?: string,
): Promise<DeliveredPhoto> {
  const { width = 0, height = 0 } = await sharp(jpeg).metadata()
  const file = received(name, jpeg, 'photo')
  const originalPath = folder ? join(folder, `${file.digest.hex}.jpg`) : ''
  if (folder) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(originalPath, jpeg)
  }
  const photo: Photo = {
    ...base(file.digest.hex),
    file,
    width,
    height,
    takenAt: '2024-07-08T08:15:00',
    camera: 'NIKON D750',
    gps: null,
    embedded: {},
    photographers: ['Lò Văn Hiệp'],
    caption: '',
    place: 'Hội trường Trung tâm Hội nghị huyện Nậm Rốm',
    eventId: null,
    people: [],
    rights: '',
    takenOn: '2024-07-08',
    physicalDescription: '',
    nearDuplicateGroup: null,
  }
  return {
    photo,
    caption,
    name,
    originalPath,
    picture: async (maxSide) => {
      const { data, info } = await sharp(jpeg)
        .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality: 82 })
        .toBuffer({ resolveWithObject: true })
      return { jpeg: data, width: info.width, height: info.height }
    },
  }
}

export const event = (id: string, more: Partial<Event> = {}): Event => ({
  ...base(id),
  type: 'conference',
  title: 'Hội nghị sơ kết công tác 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2024',
  from: '2024-07-08',
  to: '2024-07-08',
  place: 'huyện Nậm Rốm',
  host: 'Huyện ủy Nậm Rốm',
  parentId: null,
  note: '',
  ...more,
})

export const person = (id: string, name: string): Person => ({
  ...base(id),
  name,
  spellings: [],
  offices: [],
  note: '',
  portraitId: null,
})

export const names = [
  'Lò Thị Mây',
  'Nguyễn Hữu Phước',
  'Trần Khánh Linh',
  'Hoàng Văn Sử',
  'Vàng A Chảo',
  'Đặng Quốc Đạt',
  'Phạm Thuý Hằng',
  'Quàng Văn Hạ',
  'Bùi Ngọc Hà',
  'Lù Thị Én',
  'Tòng Minh Ước',
  'Đỗ Ỷ Lan',
]
const offices = [
  ['Ủy viên Ban Thường vụ Tỉnh ủy', 'Phó Chủ tịch Thường trực HĐND tỉnh'],
  ['Bí thư Huyện ủy'],
  ['Phó Trưởng ban Pháp chế HĐND tỉnh'],
  ['Chủ tịch UBND huyện Nậm Rốm'],
  ['Trưởng bản Pú Nhung'],
  [],
]

const sentences = [
  'Qua thảo luận, các đại biểu thống nhất đánh giá tình hình kinh tế - xã hội của địa phương tiếp tục chuyển biến tích cực, sản xuất nông, lâm nghiệp bảo đảm khung thời vụ.',
  'Công tác giảm nghèo, giải quyết việc làm cho lao động nông thôn được các cấp, các ngành quan tâm thực hiện, đời sống Nhân dân các dân tộc từng bước được nâng lên.',
  'Bên cạnh kết quả đạt được, việc giải ngân vốn đầu tư công còn chậm so với kế hoạch; một số tiêu chí nông thôn mới chưa bền vững.',
  'Thường trực HĐND tỉnh đề nghị Ủy ban nhân dân huyện chỉ đạo các phòng chuyên môn rà soát, báo cáo kết quả trước ngày 30 hằng tháng.',
  'Các ý kiến, kiến nghị của cử tri được tổng hợp đầy đủ để chuyển đến cơ quan có thẩm quyền xem xét, trả lời theo quy định của pháp luật.',
]

export const paragraph = (seed: number, length = 4) =>
  Array.from({ length }, (_, index) => sentences[(seed + index) % sentences.length]).join(' ')

/** An article with everything a sheet can show; `more` overrides. */
export function article(serial: number, more: Partial<Article> = {}): Article {
  const people = names.slice(0, 1 + (serial % 4))
  return {
    ...base(`article-${serial}`),
    title: `Phó Chủ tịch Thường trực HĐND tỉnh Lò Thị Mây dự hội nghị lần thứ ${serial} Ban Chấp hành Đảng bộ huyện Nậm Rốm`,
    lede: 'Ngày 08/7/2024, Huyện ủy Nậm Rốm tổ chức Hội nghị sơ kết công tác lãnh đạo thực hiện nhiệm vụ 6 tháng đầu năm; phương hướng, nhiệm vụ 6 tháng cuối năm 2024.',
    body: Array.from({ length: 4 + (serial % 5) }, (_, index) => ({
      kind: 'paragraph' as const,
      text: paragraph(serial + index, 3 + ((serial + index) % 3)),
    })),
    genre: 'news',
    authors: ['Minh Châu'],
    photographers: ['Lò Văn Hiệp'],
    publishedOn: `2024-${String(1 + (serial % 12)).padStart(2, '0')}-${String(1 + (serial % 27)).padStart(2, '0')}`,
    outlet: 'Cổng thông tin điện tử Đoàn ĐBQH và HĐND tỉnh',
    sourceAddress: 'https://hdnd.example.vn/tin-tuc/hoi-nghi-ban-chap-hanh',
    language: 'vi',
    serial,
    events: ['event-1'],
    mentions: people.map((name, index) => ({
      personId: `person-${index}`,
      name,
      offices: offices[index % offices.length]!,
      spans: [],
    })),
    organizations: [
      { id: 'org-1', name: 'Huyện ủy Nậm Rốm', spans: [] },
      { id: 'org-2', name: 'Thường trực HĐND tỉnh', spans: [] },
    ],
    places: [{ id: 'place-1', name: 'huyện Nậm Rốm', spans: [] }],
    documents: [
      {
        id: 'document-1',
        type: 'Nghị quyết',
        number: '29/NQ-HĐND',
        date: '2023-12-08',
        issuer: 'HĐND tỉnh',
        subject: 'về kế hoạch phát triển kinh tế - xã hội năm 2024',
        spans: [],
      },
    ],
    awards: [],
    topics: ['Xây dựng Đảng'],
    photos: [],
    asReceived: [received(`Tin bài số ${serial}.docx`, `bytes ${serial}`, 'text')],
    status: 'filed',
    access: '01',
    retention: { code: '01', basis: '' },
    dossierId: null,
    notes: '',
    provenance: { source: 'file', receivedAt: at, filedBy: 'van.thu', reader: '1' },
    filedAt: at,
    ...more,
  }
}

/** An article with its photos, event and people resolved; figures stand where `figures` puts them. */
export function delivered(one: Article, photos: DeliveredPhoto[] = [], events = [event('event-1')]): DeliveredArticle {
  return {
    article: { ...one, photos: photos.map(({ photo, caption }) => ({ photoId: photo.id, caption })) },
    events,
    people: one.mentions.map(({ personId, name }) => person(personId, name)),
    photos,
  }
}

export function context(more: Partial<DeliveryContext> = {}): DeliveryContext {
  return {
    files: nodeFiles(),
    agency: 'Văn phòng Đoàn ĐBQH và HĐND tỉnh',
    archiveName: 'Kho tin, bài, ảnh năm 2024',
    fonds: 'Hội đồng nhân dân tỉnh',
    madeAt: '2025-01-06T08:00:00.000+07:00',
    report: () => undefined,
    signal: new AbortController().signal,
    ...more,
  }
}
