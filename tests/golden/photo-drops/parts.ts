/** A photo of a drop: its name, and what its file says. */
export interface DroppedPhoto {
  name: string
  /** The caption inside its file. */
  inside?: string
  /** People its file names. */
  people?: string[]
  takenAt?: string
  /** How its caption begins; null where it should have none. */
  wants: string | null
  /** `sure` or `look`: what the clerk must be told. */
  as?: 'sure' | 'look'
}

/** What an office sent: a text, or the page it saved, and photos in the order they were dropped. */
export interface Drop {
  why: string
  text?: string
  html?: string
  photos: DroppedPhoto[]
}

export const head = `HĐND tỉnh Lâm Sơn khai mạc kỳ họp thứ 18
Sáng 8/7, tại Trung tâm Hội nghị tỉnh, HĐND tỉnh Lâm Sơn khai mạc kỳ họp thứ 18. Dự kỳ họp có 56 đại biểu.

Phát biểu khai mạc, Chủ tịch HĐND tỉnh cho biết kỳ họp xem xét 12 nghị quyết; đề nghị các đại biểu phát huy trí tuệ, tập trung thảo luận, bảo đảm các quyết sách được ban hành sát thực tế. Trong 6 tháng đầu năm, thu ngân sách đạt 54,2% dự toán.`

export const end =
  'Theo chương trình, kỳ họp diễn ra trong 2 ngày, đã có 14 ý kiến chất vấn được gửi tới kỳ họp.\n\nThu Hằng'

export const news = (...captions: string[]): string => [head, ...captions, end].join('\n\n')

export const opening = 'Quang cảnh kỳ họp. Ảnh: Đức Anh'
export const speech = 'Đồng chí Nông Văn Thái, Chủ tịch HĐND tỉnh phát biểu khai mạc kỳ họp. Ảnh: Đức Anh'
export const vote = 'Các đại biểu biểu quyết thông qua nghị quyết. Ảnh: Đức Anh'
export const gifts = 'Đồng chí Lò Thị Mây trao quà cho gia đình chính sách xã Nà Mây. Ảnh: Bảo Long'

export const page = (...figures: string[]): string =>
  `<html><head><title>Khai mạc kỳ họp</title></head><body><article><h1>HĐND tỉnh khai mạc kỳ họp thứ 18</h1><p>Sáng 8/7, tại Trung tâm Hội nghị tỉnh, HĐND tỉnh Lâm Sơn khai mạc kỳ họp thứ 18, có 56 đại biểu dự.</p>${figures.join('<p>Kỳ họp xem xét, thông qua 12 nghị quyết về phát triển kinh tế - xã hội của tỉnh.</p>')}<p>Kỳ họp diễn ra trong 2 ngày.</p></article></body></html>`
export const figure = (src: string, caption: string): string =>
  `<figure><img src="${src}" width="640" height="427"><figcaption>${caption}</figcaption></figure>`
