/**
 * What the sample holds: each release of `texts/`, the form it comes in, and its pictures with the
 * file names and dates a photographer's card would give them. Embedded pictures have no name of their own.
 */
export const releases = [
  {
    text: 'ky-hop',
    form: 'word',
    file: 'Khai mạc Kỳ họp thứ 18 HĐND tỉnh.docx',
    created: '2024-07-10T11:40:00Z',
    pictures: { hall: '2024:07:10 08:02:11', lectern: '2024:07:10 08:21:40', vote: '2024:07:10 08:36:05' },
  },
  {
    text: 'giam-sat',
    form: 'word',
    file: 'Tin giam sat dau tu cong.docx',
    created: '2024-09-12T10:05:00Z',
    credit: 'together',
    pictures: { roadworks: '2024:09:12 08:47:19', 'table-meeting': '2024:09:12 14:10:52' },
  },
  {
    text: 'khao-sat',
    form: 'word',
    file: 'Khảo sát trường bán trú Phiêng Cọ.docx',
    created: '2025-04-09T09:30:00Z',
    pictures: { 'school-yard': '2025:04:09 08:55:30', classroom: '2025:04:09 09:32:08' },
  },
  {
    text: 'lam-viec',
    form: 'word',
    file: 'TT HĐND tỉnh làm việc với xã Thượng Vân.docx',
    created: '2025-09-18T11:15:00Z',
    pictures: { 'u-table': '2025:09:18 14:12:44', terraces: '2025:09:18 13:05:21' },
  },
  {
    text: 'thong-cao',
    form: 'letter',
    file: 'Thông cáo báo chí 03-TC-VP.docx',
    created: '2026-01-12T03:00:00Z',
    pictures: {},
  },
  {
    text: 'tiep-xuc',
    form: 'portal',
    file: 'Cử tri xã Nà Mây mong sớm có cầu cứng qua sông Lĩnh.html',
    pictures: { 'culture-house': 'cu-tri-na-may-1.jpg', voter: 'cu-tri-na-may-2.jpg' },
  },
  {
    text: 'khanh-thanh',
    form: 'newspaper',
    file: 'Khánh thành cầu Nà Mây sau mười tháng thi công.html',
    pictures: { ribbon: '4cau-na-may-cat-bang.jpg', bridge: '5cau-na-may-toan-canh.jpg' },
  },
  {
    text: 'hoi-nghi',
    form: 'text',
    folder: 'Hội nghị sơ kết công tác HĐND',
    file: 'Tin hội nghị sơ kết.txt',
    encoding: 'utf8',
    camera: ['Canon', 'Canon EOS 6D Mark II'],
    pictures: {
      presidium: ['IMG_2041.jpg', '2024:07:19 14:03:27'],
      audience: ['IMG_2047.jpg', '2024:07:19 14:15:02'],
      award: ['IMG_2063.jpg', '2024:07:19 16:40:18'],
    },
  },
  {
    text: 'tham',
    form: 'text',
    folder: 'Tham gia dinh chinh sach 25-7-2025',
    file: 'tin tham gia dinh chinh sach.txt',
    encoding: 'windows-1258',
    credit: 'labelled',
    camera: ['NIKON CORPORATION', 'NIKON D7500'],
    captions: true,
    pictures: {
      'family-visit': ['Anh tham gia dinh chinh sach 1.jpg', '2025:07:25 08:26:09'],
      clinic: ['Anh tham gia dinh chinh sach 2.jpg', '2025:07:25 09:41:33'],
      incense: ['Anh tham gia dinh chinh sach 3.jpg', '2025:07:25 07:15:50'],
    },
  },
  {
    text: 'hop-bao',
    form: 'text',
    folder: 'Họp báo Kỳ họp thứ 26',
    file: 'Họp báo kỳ họp 26.txt',
    encoding: 'utf16le',
    camera: ['Canon', 'Canon EOS 6D Mark II'],
    pictures: {
      'press-room': ['IMG_5310.jpg', '2025:12:02 08:31:12'],
      'press-mics': ['IMG_5324.jpg', '2025:12:02 08:58:47'],
    },
  },
  {
    text: 'thong-xe',
    form: 'text',
    folder: 'Thông xe cầu Nà Mây',
    file: 'Ngày vui bên cầu Nà Mây.txt',
    encoding: 'utf8',
    credit: 'together',
    camera: ['samsung', 'SM-A546E'],
    captions: true,
    pictures: {
      crowd: ['20251219_083012.jpg', '2025:12:19 08:30:12'],
      group: ['20251219_101544.jpg', '2025:12:19 10:15:44'],
    },
  },
]

/** A draft cut off while it was copied: what a damaged file looks like in the report. */
export const damaged = { from: 'Thông cáo báo chí 03-TC-VP.docx', file: 'Bản thảo hỏng.docx', keep: 0.6 }
