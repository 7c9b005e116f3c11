import { type Drop, end, figure, gifts, head, news, opening, page, speech, vote } from './parts'

export const drops: Drop[] = [
  {
    why: 'Ảnh 1, Ảnh 2 beside numbered captions',
    text: news(`Ảnh 1: ${opening}`, `Ảnh 2: ${speech}`),
    photos: [
      { name: 'Ảnh 2.jpg', wants: 'Đồng chí Nông', as: 'sure' },
      { name: 'Ảnh 1.jpg', wants: 'Quang cảnh', as: 'sure' },
    ],
  },
  {
    why: 'anh1, anh 02, hinh3 without marks',
    text: news(`Ảnh 1: ${opening}`, `Ảnh 2: ${speech}`, `Ảnh 3: ${vote}`),
    photos: [
      { name: 'hinh3.JPG', wants: 'Các đại biểu', as: 'sure' },
      { name: 'anh1.JPG', wants: 'Quang cảnh', as: 'sure' },
      { name: 'anh 02.jpg', wants: 'Đồng chí Nông', as: 'sure' },
    ],
  },
  {
    why: 'numbers alone, captions without numbers',
    text: news(opening, speech, vote),
    photos: [
      { name: '3.jpg', wants: 'Các đại biểu' },
      { name: '1.jpg', wants: 'Quang cảnh' },
      { name: '2.jpg', wants: 'Đồng chí Nông' },
    ],
  },
  {
    why: 'ten and two: as numbers count, not as letters',
    text: news(
      ...Array.from(
        { length: 10 },
        (_, at) => `Ảnh ${at + 1}: Quang cảnh phần thi thứ ${'abcdefghij'[at]} của đội bạn.`,
      ),
    ),
    photos: [
      { name: 'Ảnh 10.jpg', wants: 'Quang cảnh phần thi thứ j' },
      { name: 'Ảnh 2.jpg', wants: 'Quang cảnh phần thi thứ b' },
      { name: 'Ảnh 1.jpg', wants: 'Quang cảnh phần thi thứ a' },
    ],
  },
  {
    why: 'the first did not come: the second keeps its caption',
    text: news(`Ảnh 1: ${opening}`, `Ảnh 2: ${speech}`, `Ảnh 3: ${vote}`),
    photos: [
      { name: 'Ảnh 3.jpg', wants: 'Các đại biểu', as: 'sure' },
      { name: 'Ảnh 2.jpg', wants: 'Đồng chí Nông', as: 'sure' },
    ],
  },
  {
    why: 'one caption for two photos: Ảnh 2, 3',
    text: news(`Ảnh 1: ${opening}`, `Ảnh 2, 3: ${vote}`),
    photos: [
      { name: 'Anh 1.jpg', wants: 'Quang cảnh' },
      { name: 'Anh 2.jpg', wants: 'Các đại biểu' },
      { name: 'Anh 3.jpg', wants: 'Các đại biểu' },
    ],
  },
  {
    why: 'a range: Ảnh 1-2',
    text: news(`Ảnh 1-2: ${opening}`, `Ảnh 3: ${vote}`),
    photos: [
      { name: 'anh3.jpg', wants: 'Các đại biểu' },
      { name: 'anh2.jpg', wants: 'Quang cảnh' },
      { name: 'anh1.jpg', wants: 'Quang cảnh' },
    ],
  },
  {
    why: 'names of the camera, captions in order: unsure',
    text: news(opening, speech),
    photos: [
      { name: 'IMG_0999.JPG', wants: 'Quang cảnh', as: 'look' },
      { name: 'IMG_1002.JPG', wants: 'Đồng chí Nông', as: 'look' },
    ],
  },
  {
    why: 'camera names dropped in any order',
    text: news(opening, speech, vote),
    photos: [
      { name: 'DSC_0210.JPG', wants: 'Các đại biểu', as: 'look' },
      { name: 'DSC_0187.JPG', wants: 'Quang cảnh', as: 'look' },
      { name: 'DSC_0199.JPG', wants: 'Đồng chí Nông', as: 'look' },
    ],
  },
  {
    why: 'the caption names the camera file',
    text: news(`IMG_1002.JPG: ${opening}`, `IMG_0999.JPG: ${speech}`),
    photos: [
      { name: 'IMG_0999.JPG', wants: 'Đồng chí Nông', as: 'sure' },
      { name: 'IMG_1002.JPG', wants: 'Quang cảnh', as: 'sure' },
    ],
  },
  {
    why: 'the caption names the file without its ending',
    text: news(`DSC_0187: ${vote}`, `DSC_0210: ${opening}`),
    photos: [
      { name: 'DSC_0187.jpg', wants: 'Các đại biểu', as: 'sure' },
      { name: 'DSC_0210.jpg', wants: 'Quang cảnh', as: 'sure' },
    ],
  },
  {
    why: 'the name is the beginning of the caption, without marks',
    text: news(opening, speech, vote),
    photos: [
      { name: 'cac-dai-bieu-bieu-quyet.jpg', wants: 'Các đại biểu', as: 'sure' },
      { name: 'dong-chi-nong-van-thai-chu-tich-hdnd-tinh-phat-bieu.jpg', wants: 'Đồng chí Nông', as: 'sure' },
      { name: 'quang-canh-ky-hop.jpg', wants: 'Quang cảnh', as: 'sure' },
    ],
  },
  {
    why: 'two words with marks',
    text: news(opening, vote, gifts),
    photos: [
      { name: 'Trao quà.jpg', wants: 'Đồng chí Lò', as: 'sure' },
      { name: 'Biểu quyết.jpg', wants: 'Các đại biểu', as: 'sure' },
      { name: 'Quang cảnh.jpg', wants: 'Quang cảnh' },
    ],
  },
  {
    why: 'words run together',
    text: news(opening, vote, gifts),
    photos: [
      { name: 'traoqua.jpg', wants: 'Đồng chí Lò' },
      { name: 'QuangCanhKyHop.jpg', wants: 'Quang cảnh' },
      { name: 'bieuquyet.jpg', wants: 'Các đại biểu' },
    ],
  },
  {
    why: 'named after the person',
    text: news(opening, speech, gifts),
    photos: [
      { name: 'Lò Thị Mây.jpg', wants: 'Đồng chí Lò', as: 'sure' },
      { name: 'nong van thai.jpg', wants: 'Đồng chí Nông', as: 'sure' },
      { name: 'IMG_0001.jpg', wants: 'Quang cảnh', as: 'look' },
    ],
  },
  {
    why: 'the name of the event on all, with a number',
    text: news(opening, speech, vote),
    photos: [
      { name: 'Ky hop thu 18 HDND tinh 2.jpg', wants: 'Đồng chí Nông' },
      { name: 'Ky hop thu 18 HDND tinh 3.jpg', wants: 'Các đại biểu' },
      { name: 'Ky hop thu 18 HDND tinh 1.jpg', wants: 'Quang cảnh' },
    ],
  },
  {
    why: 'the same with the number in brackets, as Windows names many at once',
    text: news(opening, speech, vote),
    photos: [
      { name: 'Kỳ họp (3).jpg', wants: 'Các đại biểu' },
      { name: 'Kỳ họp (1).jpg', wants: 'Quang cảnh' },
      { name: 'Kỳ họp (2).jpg', wants: 'Đồng chí Nông' },
    ],
  },
  {
    why: 'numbers before the words',
    text: news(opening, speech, gifts),
    photos: [
      { name: '02 - Chủ tịch phát biểu.jpg', wants: 'Đồng chí Nông' },
      { name: '01 - Toàn cảnh.jpg', wants: 'Quang cảnh' },
      { name: '03 - Tặng quà.jpg', wants: 'Đồng chí Lò' },
    ],
  },
  {
    why: 'the words inside the files are those of the captions',
    text: news(opening, speech, vote),
    photos: [
      { name: 'a.jpg', inside: 'Các đại biểu biểu quyết thông qua nghị quyết', wants: 'Các đại biểu', as: 'sure' },
      { name: 'b.jpg', inside: 'QUANG CẢNH KỲ HỌP', wants: 'Quang cảnh', as: 'sure' },
      {
        name: 'c.jpg',
        inside: 'Đồng chí Nông Văn Thái, Chủ tịch HĐND tỉnh phát biểu khai mạc kỳ họp',
        wants: 'Đồng chí Nông',
        as: 'sure',
      },
    ],
  },
  {
    why: 'the words inside are cut short',
    text: news(opening, speech, gifts),
    photos: [
      { name: 'x1.jpg', inside: 'Đồng chí Lò Thị Mây trao quà cho gia', wants: 'Đồng chí Lò', as: 'sure' },
      { name: 'x2.jpg', inside: 'Đồng chí Nông Văn Thái, Chủ tịch', wants: 'Đồng chí Nông', as: 'sure' },
    ],
  },
  {
    why: 'words inside against the order of the names: words win',
    text: news(opening, gifts),
    photos: [
      {
        name: 'IMG_1.jpg',
        inside: 'Đồng chí Lò Thị Mây trao quà cho gia đình chính sách',
        wants: 'Đồng chí Lò',
        as: 'sure',
      },
      { name: 'IMG_2.jpg', wants: 'Quang cảnh', as: 'look' },
    ],
  },
  {
    why: 'one caption written into all by a program says nothing',
    text: news(opening, speech, vote),
    photos: [
      { name: 'IMG_31.jpg', inside: 'Kỳ họp thứ 18 HĐND tỉnh', wants: 'Quang cảnh', as: 'look' },
      { name: 'IMG_32.jpg', inside: 'Kỳ họp thứ 18 HĐND tỉnh', wants: 'Đồng chí Nông', as: 'look' },
      { name: 'IMG_33.jpg', inside: 'Kỳ họp thứ 18 HĐND tỉnh', wants: 'Các đại biểu', as: 'look' },
    ],
  },
  {
    why: 'a caption inside that is of none in the text stays',
    text: news(opening),
    photos: [
      { name: 'IMG_7.jpg', inside: 'Lãnh đạo tỉnh thăm mô hình trồng chè tại xã Phiêng Cọ', wants: 'Lãnh đạo tỉnh' },
      { name: 'IMG_8.jpg', wants: 'Quang cảnh' },
    ],
  },
  {
    why: 'people named in the files',
    text: news(opening, speech, gifts),
    photos: [
      { name: 'a1.jpg', people: ['Lò Thị Mây'], wants: 'Đồng chí Lò', as: 'sure' },
      { name: 'a2.jpg', people: ['Nông Văn Thái'], wants: 'Đồng chí Nông', as: 'sure' },
    ],
  },
  {
    why: 'the chairman is in two captions: the other photo tells which',
    text: news('Đồng chí Nông Văn Thái chủ trì thảo luận tổ. Ảnh: Đức Anh', speech),
    photos: [
      { name: 'p.jpg', people: ['Nông Văn Thái'], wants: 'Đồng chí Nông Văn Thái chủ trì' },
      {
        name: 'q.jpg',
        inside: 'Đồng chí Nông Văn Thái, Chủ tịch HĐND tỉnh phát biểu khai mạc',
        people: ['Nông Văn Thái'],
        wants: 'Đồng chí Nông Văn Thái, Chủ',
      },
    ],
  },
  {
    why: 'one photo, one caption',
    text: news(opening),
    photos: [{ name: 'IMG_5521.jpg', wants: 'Quang cảnh' }],
  },
  {
    why: 'more photos than captions: the first ones, unsure',
    text: news(opening, speech),
    photos: [
      { name: 'z1.jpg', wants: 'Quang cảnh', as: 'look' },
      { name: 'z2.jpg', wants: 'Đồng chí Nông', as: 'look' },
      { name: 'z3.jpg', wants: null },
    ],
  },
  {
    why: 'fewer photos than captions, one of them told by its name',
    text: news(opening, speech, vote),
    photos: [
      { name: 'IMG_1.jpg', wants: 'Quang cảnh', as: 'look' },
      { name: 'bieu quyet thong qua nghi quyet.jpg', wants: 'Các đại biểu', as: 'sure' },
    ],
  },
  {
    why: 'pictures sent by Zalo: the number grows with the time',
    text: news(opening, speech),
    photos: [
      { name: 'z5620987700001_bbbb.jpg', wants: 'Đồng chí Nông', as: 'look' },
      { name: 'z5620987654321_aaaa.jpg', wants: 'Quang cảnh', as: 'look' },
    ],
  },
  {
    why: 'one name from two folders: the time they were taken',
    text: news(opening, speech),
    photos: [
      { name: 'anh.jpg', takenAt: '2024-07-08T09:30:00', wants: 'Đồng chí Nông', as: 'look' },
      { name: 'anh.jpg', takenAt: '2024-07-08T08:00:00', wants: 'Quang cảnh', as: 'look' },
    ],
  },
  {
    why: 'no captions at all',
    text: [head, end].join('\n\n'),
    photos: [
      { name: 'Ảnh 1.jpg', wants: null },
      { name: 'Ảnh 2.jpg', wants: null },
    ],
  },
  {
    why: 'a page saved alone, its pictures sent beside it under their names',
    html: page(
      figure('https://bao.vn/anh/qc-ky-hop-2.jpg', 'Quang cảnh kỳ họp.'),
      figure('/anh/a17.jpg', 'Các đại biểu biểu quyết thông qua nghị quyết.'),
    ),
    photos: [
      { name: 'a17.jpg', wants: 'Các đại biểu', as: 'sure' },
      { name: 'qc-ky-hop-2.jpg', wants: 'Quang cảnh', as: 'sure' },
    ],
  },
  {
    why: 'the page shows the small one, the full one was sent',
    html: page(
      figure('uploads/hop-1024x683.jpg', 'Quang cảnh kỳ họp.'),
      figure('uploads/bq-300x200.jpg', 'Các đại biểu biểu quyết.'),
    ),
    photos: [
      { name: 'bq.jpg', wants: 'Các đại biểu', as: 'sure' },
      { name: 'hop.jpg', wants: 'Quang cảnh', as: 'sure' },
    ],
  },
  {
    why: 'the address is written in percent',
    html: page(
      figure('anh/%E1%BA%A2nh%20b%E1%BA%BF%20m%E1%BA%A1c.jpg', 'Đại biểu chụp ảnh lưu niệm tại phiên bế mạc.'),
      figure('anh/k2.jpg?w=640', 'Quang cảnh kỳ họp.'),
    ),
    photos: [
      { name: 'k2.jpg', wants: 'Quang cảnh', as: 'sure' },
      { name: 'Ảnh bế mạc.jpg', wants: 'Đại biểu chụp', as: 'sure' },
    ],
  },
  {
    why: 'names in the other Unicode form, from a Mac',
    text: news(opening, vote),
    photos: [
      { name: 'Biểu quyết thông qua.jpg'.normalize('NFD'), wants: 'Các đại biểu', as: 'sure' },
      { name: 'Quang cảnh kỳ họp.jpg'.normalize('NFD'), wants: 'Quang cảnh', as: 'sure' },
    ],
  },
  {
    why: 'copies: (Bản sao), - Copy',
    text: news(opening, vote),
    photos: [
      { name: 'Các đại biểu biểu quyết - Copy.jpg', wants: 'Các đại biểu', as: 'sure' },
      { name: 'Quang cảnh kỳ họp (Bản sao).jpg', wants: 'Quang cảnh', as: 'sure' },
    ],
  },
  {
    why: 'a date before the words of the name',
    text: news(opening, gifts),
    photos: [
      { name: '2024.07.08 trao qua gia dinh chinh sach.jpg', wants: 'Đồng chí Lò', as: 'sure' },
      { name: '2024.07.08 quang canh ky hop.jpg', wants: 'Quang cảnh', as: 'sure' },
    ],
  },
  {
    why: 'captions at the end of the text, together',
    text: `${head}\n${end}\n\nẢnh 1: Quang cảnh kỳ họp.\nẢnh 2: Các đại biểu biểu quyết thông qua nghị quyết.`,
    photos: [
      { name: 'Ảnh 2.jpg', wants: 'Các đại biểu', as: 'sure' },
      { name: 'Ảnh 1.jpg', wants: 'Quang cảnh', as: 'sure' },
    ],
  },
  {
    why: 'the name fits two captions, another photo fits one of them only',
    text: news('Đồng chí Lò Thị Mây phát biểu tại buổi lễ. Ảnh: Bảo Long', gifts),
    photos: [
      { name: 'Lò Thị Mây.jpg', wants: 'Đồng chí Lò Thị Mây phát biểu' },
      { name: 'Lò Thị Mây trao quà.jpg', wants: 'Đồng chí Lò Thị Mây trao' },
    ],
  },
  {
    why: 'numbers twice: two cameras, so numbers say nothing',
    text: news(opening, speech),
    photos: [
      { name: 'Hoa 1.jpg', takenAt: '2024-07-08T08:00:00', wants: 'Quang cảnh', as: 'look' },
      { name: 'Lan 1.jpg', takenAt: '2024-07-08T09:00:00', wants: 'Đồng chí Nông', as: 'look' },
    ],
  },
  {
    why: 'Hình 1. with a full stop, photos named hinh-01',
    text: news('Hình 1. Quang cảnh kỳ họp.', 'Hình 2. Các đại biểu biểu quyết thông qua nghị quyết.'),
    photos: [
      { name: 'hinh-02.png', wants: 'Các đại biểu', as: 'sure' },
      { name: 'hinh-01.png', wants: 'Quang cảnh', as: 'sure' },
    ],
  },
]
