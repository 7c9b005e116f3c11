import type { Drop } from './parts'

const body = `Thường trực HĐND huyện Nậm Rốm giám sát việc thực hiện chính sách với người có công

Ngày 15/7, Thường trực HĐND huyện Nậm Rốm tổ chức giám sát tại xã Phiêng Cọ. Theo báo cáo của UBND xã, trên địa bàn có 214 người có công đang hưởng trợ cấp hằng tháng.

Đoàn giám sát đề nghị xã rà soát các trường hợp còn vướng mắc về hồ sơ, đồng thời kiến nghị với cấp trên bố trí kinh phí sửa chữa nhà ở cho các hộ khó khăn trong năm nay.`

const drop = (captions: string[]): string => [body, ...captions, 'Lan Phương'].join('\n\n')
const view = 'Quang cảnh buổi giám sát. Ảnh: Lan Phương'
const house = 'Đoàn giám sát thăm nhà ông Vàng A Sử, thương binh hạng 2/4 ở bản Huổi Lếch. Ảnh: Lan Phương'
const chair = 'Bà Quàng Thị Ín, Phó Chủ tịch HĐND huyện phát biểu kết luận. Ảnh: Lan Phương'
const road = 'Đoàn kiểm tra tuyến đường vào nghĩa trang liệt sĩ xã. Ảnh: CTV'

/** Written after the rules were settled, to see how they do on drops they were not made by: 30 of 32 photos right then. */
export const moreDrops: Drop[] = [
  {
    why: 'Ảnh số 1, photos "anh so 1"',
    text: drop([`Ảnh số 1: ${view}`, `Ảnh số 2: ${chair}`]),
    photos: [
      { name: 'anh so 2.jpg', wants: 'Bà Quàng' },
      { name: 'anh so 1.jpg', wants: 'Quang cảnh' },
    ],
  },
  {
    why: 'captions in brackets with numbers',
    text: drop(['(Ảnh 1: Quang cảnh buổi giám sát)', '(Ảnh 2: Đoàn kiểm tra tuyến đường vào nghĩa trang)']),
    photos: [
      { name: 'A2.jpg', wants: 'Đoàn kiểm tra' },
      { name: 'A1.jpg', wants: 'Quang cảnh' },
    ],
  },
  {
    why: 'capitals and underscores',
    text: drop([view, house, road]),
    photos: [
      { name: 'DOAN_KIEM_TRA_TUYEN_DUONG.JPG', wants: 'Đoàn kiểm tra', as: 'sure' },
      { name: 'THAM_NHA_ONG_VANG_A_SU.JPG', wants: 'Đoàn giám sát', as: 'sure' },
      { name: 'QUANG_CANH.JPG', wants: 'Quang cảnh' },
    ],
  },
  {
    why: 'shortened words of the caption, not in a row',
    text: drop([view, house, chair]),
    photos: [
      { name: 'Pho CT HDND huyen phat bieu ket luan.jpg', wants: 'Bà Quàng' },
      { name: 'Doan tham thuong binh Vang A Su.jpg', wants: 'Đoàn giám sát' },
      { name: 'Toan canh.jpg', wants: 'Quang cảnh' },
    ],
  },
  {
    why: 'the name of the article on one, the camera on the others',
    text: drop([view, house]),
    photos: [
      { name: 'giam sat nguoi co cong.jpg', wants: 'Quang cảnh', as: 'look' },
      { name: 'IMG_2231.jpg', wants: 'Đoàn giám sát', as: 'look' },
    ],
  },
  {
    why: 'serial of the day: 20240715_01',
    text: drop([view, chair]),
    photos: [
      { name: '20240715_02.jpg', wants: 'Bà Quàng' },
      { name: '20240715_01.jpg', wants: 'Quang cảnh' },
    ],
  },
  {
    why: 'phones: IMG_20240715_093012',
    text: drop([view, chair]),
    photos: [
      { name: 'IMG_20240715_101512.jpg', wants: 'Bà Quàng', as: 'look' },
      { name: 'IMG_20240715_093012.jpg', wants: 'Quang cảnh', as: 'look' },
    ],
  },
  {
    why: 'words inside with the office in another wording',
    text: drop([view, chair, house]),
    photos: [
      {
        name: '1a.jpg',
        inside: 'Phó Chủ tịch HĐND huyện Quàng Thị Ín phát biểu kết luận buổi giám sát',
        wants: 'Bà Quàng',
      },
      { name: '1b.jpg', inside: 'Thăm thương binh Vàng A Sử tại bản Huổi Lếch', wants: 'Đoàn giám sát' },
    ],
  },
  {
    why: 'two people named, one caption has both',
    text: drop([chair, 'Ông Vàng A Sử trao đổi với bà Quàng Thị Ín tại gia đình. Ảnh: Lan Phương']),
    photos: [
      { name: 'k1.jpg', people: ['Vàng A Sử', 'Quàng Thị Ín'], wants: 'Ông Vàng' },
      { name: 'k2.jpg', people: ['Quàng Thị Ín'], wants: 'Bà Quàng' },
    ],
  },
  {
    why: 'Ảnh trong bài 1, Ảnh đại diện',
    text: drop([view, chair]),
    photos: [
      { name: 'anh dai dien.jpg', wants: 'Quang cảnh', as: 'look' },
      { name: 'anh trong bai.jpg', wants: 'Bà Quàng', as: 'look' },
    ],
  },
  {
    why: 'numbers from 0',
    text: drop([view, chair]),
    photos: [
      { name: '1.jpg', wants: 'Bà Quàng' },
      { name: '0.jpg', wants: 'Quang cảnh' },
    ],
  },
  {
    why: 'numbers that go on from another article',
    text: drop([view, chair]),
    photos: [
      { name: 'Ảnh 6.jpg', wants: 'Bà Quàng', as: 'look' },
      { name: 'Ảnh 5.jpg', wants: 'Quang cảnh', as: 'look' },
    ],
  },
  {
    why: 'three with words, the fourth is what is left',
    text: drop([view, house, chair, road]),
    photos: [
      { name: 'quang canh buoi giam sat.jpg', wants: 'Quang cảnh', as: 'sure' },
      { name: 'phat bieu ket luan.jpg', wants: 'Bà Quàng', as: 'sure' },
      { name: 'nghia trang liet si.jpg', wants: 'Đoàn kiểm tra', as: 'sure' },
      { name: 'DSC08812.jpg', wants: 'Đoàn giám sát' },
    ],
  },
  {
    why: 'a logo among the photos',
    text: drop([view]),
    photos: [
      { name: 'logo.png', wants: null },
      { name: 'quang canh.jpg', wants: 'Quang cảnh' },
    ],
  },
]
