import { describe, expect, it } from 'vitest'
import { readBody, readText } from './reading'

const people = (sentence: string) =>
  Object.fromEntries(readBody(sentence).people.map((person) => [person.name, person.offices]))
const event = (sentence: string) => readBody(sentence).event

describe('people in the ways papers write them', () => {
  it.each<[string, Record<string, string[]>]>([
    ['Đồng chí Rah Lan Chung-Phó Bí thư Tỉnh ủy dự.', { 'Rah Lan Chung': ['Phó Bí thư Tỉnh ủy'] }],
    [
      'Dự có Thượng tá Nguyễn Tiến Dũng-Phó Trưởng phòng An ninh nội địa Công an tỉnh.',
      { 'Nguyễn Tiến Dũng': ['Phó Trưởng phòng An ninh nội địa Công an tỉnh'] },
    ],
    ['Ông Kim Min-soo và bà Khăm-phết Sỉ-xu-lạt dự.', { 'Kim Min-soo': [], 'Khăm-phết Sỉ-xu-lạt': [] }],
    ['Kỳ họp chất vấn Giám đốc Sở Y tế A Byot về thuốc men.', { 'A Byot': ['Giám đốc Sở Y tế'] }],
    [
      'Đoàn chúc mừng Giám mục Giáo phận Kon Tum Aloisiô Nguyễn Hùng Vị.',
      { 'Aloisiô Nguyễn Hùng Vị': ['Giám mục Giáo phận Kon Tum'] },
    ],
    [
      'Hội nghị cử bổ sung 03 Ủy viên Ủy ban MTTQ tỉnh khóa XV: ông Dương Văn Lượng, Giám đốc Sở Y tế; bà Lý Thị Hồng, Chủ tịch Hội Nông dân tỉnh.',
      {
        'Dương Văn Lượng': ['Ủy viên Ủy ban MTTQ tỉnh khóa XV', 'Giám đốc Sở Y tế'],
        'Lý Thị Hồng': ['Ủy viên Ủy ban MTTQ tỉnh khóa XV', 'Chủ tịch Hội Nông dân tỉnh'],
      },
    ],
    [
      'Tỉnh ủy chỉ định ông Trương Nguyễn Hải Phong làm Trưởng Ban Pháp chế HĐND tỉnh.',
      { 'Trương Nguyễn Hải Phong': ['Trưởng Ban Pháp chế HĐND tỉnh'] },
    ],
    [
      'Bà Lê Thị Mỹ Chi, Tổ trưởng Tổ may 4 Công ty TNHH Alliance One xúc động.',
      { 'Lê Thị Mỹ Chi': ['Tổ trưởng Tổ may 4 Công ty TNHH Alliance One'] },
    ],
    [
      'Phó Giám đốc Sở Xây dựng TPHCM Phan Tuấn Kiệt cho biết.',
      { 'Phan Tuấn Kiệt': ['Phó Giám đốc Sở Xây dựng TPHCM'] },
    ],
    [
      'Đồng chí Lường Văn Thưởng tái cử chức Chủ tịch Hội Nông dân huyện.',
      { 'Lường Văn Thưởng': ['Chủ tịch Hội Nông dân huyện'] },
    ],
    ['Đoàn thăm đồng chí Bùi Xuân Sơn nguyên Chủ tịch HĐND tỉnh.', { 'Bùi Xuân Sơn': ['nguyên Chủ tịch HĐND tỉnh'] }],
    ['Tòa xét xử vụ án giữa bà N.T.H và ông L.V.D.', {}],
    ['Ông Y Blưm Niê trồng cà phê. Ông Y Blưm kể lại.', { 'Y Blưm Niê': [] }],
    ['Tại phiên thảo luận, đại biểu Ama Khoan cho rằng đúng.', { 'Ama Khoan': [] }],
    [
      'Liên đoàn trao quà cho các anh, chị: Lê Văn Chiến (xã Phú Điền), Hồ Thị Mỹ Linh (phường Xuân Hòa) và Điểu Sơn (xã Thanh Sơn).',
      { 'Lê Văn Chiến': [], 'Hồ Thị Mỹ Linh': [], 'Điểu Sơn': [] },
    ],
    [
      'Tham gia đoàn có các Ủy viên Ban Thường vụ Tỉnh ủy: Phó Chủ tịch UBND tỉnh Trần Đức Phương; Trưởng Ban Tổ chức Tỉnh ủy Y Thị Bích Thọ.',
      {
        'Trần Đức Phương': ['Ủy viên Ban Thường vụ Tỉnh ủy', 'Phó Chủ tịch UBND tỉnh'],
        'Y Thị Bích Thọ': ['Ủy viên Ban Thường vụ Tỉnh ủy', 'Trưởng Ban Tổ chức Tỉnh ủy'],
      },
    ],
    ['Cử tri Thạch Rây, ấp Suối Ông Đình kiến nghị.', { 'Thạch Rây': [] }],
    ['Giá đất tại các phường An Xuyên, Lý Văn Lâm, Vĩnh Trạch tăng.', {}],
    ['Diện tích tập trung ở các xã Măng Cành, Đăk Tăng, Pờ Ê.', {}],
    ['Hồ Cửa Đạt, hồ Trung Sơn xả lũ theo quy trình.', {}],
    ['Các đại biểu dâng hương tại Khu di tích lịch sử Bà Rá.', {}],
    ['Xã liên kết với Công ty TNHH Lương thực Hoàng Minh Nhật bao tiêu sản phẩm.', {}],
  ])('%s', (sentence, found) => {
    expect(people(sentence)).toEqual(found)
  })
})

describe('bodies and places', () => {
  it.each([
    ['VNPT Đồng Nai, UNICEF Việt Nam hỗ trợ.', ['VNPT Đồng Nai', 'UNICEF Việt Nam']],
    ['Đại diện Bộ Tư lệnh Quân khu 3, Cục Thuế tỉnh dự.', ['Bộ Tư lệnh Quân khu 3', 'Cục Thuế tỉnh']],
    ['Khu Quản lý đường bộ II thông tuyến Quốc lộ 15C.', ['Khu Quản lý đường bộ II']],
    ['Khoa Nhi Bệnh viện Đa khoa tỉnh Hà Nam tiếp nhận.', ['Bệnh viện Đa khoa tỉnh Hà Nam']],
    [
      'Công ty Cổ phần Khu công nghiệp Sài Gòn - Hải Phòng, Tổng Công ty Phát triển Đô thị Kinh Bắc - CTCP dự.',
      ['Công ty Cổ phần Khu công nghiệp Sài Gòn - Hải Phòng', 'Tổng Công ty Phát triển Đô thị Kinh Bắc - CTCP'],
    ],
    ['Công ty TNHH Terumo Việt Nam 200 triệu đồng.', ['Công ty TNHH Terumo Việt Nam']],
    ['Giáo hội Phật giáo Việt Nam thành phố Hải Phòng.', ['Giáo hội Phật giáo Việt Nam thành phố Hải Phòng']],
    ['Đại diện Đại sứ quán Hàn Quốc tại Việt Nam dự.', ['Đại sứ quán Hàn Quốc tại Việt Nam']],
    ['Trường Đại học Luật, Đại học Huế đào tạo.', ['Trường Đại học Luật, Đại học Huế']],
    ['Đồn Biên phòng Cửa khẩu quốc tế Xa Mát tuần tra.', ['Đồn Biên phòng Cửa khẩu quốc tế Xa Mát']],
    ['Thời gian tới, Sở tham mưu UBND tỉnh.', []],
    ['Tàu đến đảo Sinh Tồn và Trường Sa.', []],
    ['Hoạt động của Ban HĐND cấp xã còn hình thức.', []],
  ])('%s', (sentence, found) => {
    expect(readBody(sentence).organizations).toEqual(found)
  })

  it.each([
    ['Cầu Nhơn Trạch thuộc đường Vành đai 3 Thành phố Hồ Chí Minh.', 'đường Vành đai 3 Thành phố Hồ Chí Minh'],
    ['Dự án đường cao tốc TP. Hồ Chí Minh - Mộc Bài.', 'đường cao tốc TP. Hồ Chí Minh - Mộc Bài'],
    ['Khởi công cầu vượt sông Lạch Tray.', 'cầu vượt sông Lạch Tray'],
    ['Công nhân Khu công nghiệp Đồng Xoài II kiến nghị.', 'Khu công nghiệp Đồng Xoài II'],
    ['Đoàn của nước CHDCND Lào sang thăm.', 'nước CHDCND Lào'],
    ['Bản Cầu Tám, bản Sơn Hà và khối 4 bị cuốn trôi.', 'khối 4'],
    ['Nhà ở khu vực Thới Hòa B, phường Thới Long.', 'khu vực Thới Hòa B'],
    ['Mực nước sông Bưởi tại Kim Tân đạt đỉnh.', 'Kim Tân'],
    ['Bon Bu Prăng 1A chẳng hạn.', 'Bon Bu Prăng 1A'],
    ['Bà con khu phố 7 Dương Đông phản ánh.', 'khu phố 7 Dương Đông'],
    ['Nhà riêng ở tổ dân phố số 5, phường Vị Xuyên.', 'tổ dân phố số 5'],
    ['Trụ sở ở thành phố Phan Rang - Tháp Chàm.', 'thành phố Phan Rang - Tháp Chàm'],
    ['Chi cục đặt tại đường 16 tháng 4.', 'đường 16 tháng 4'],
    ['Nhà ở xã Sơn Kim 2 bên Quốc lộ 8A.', 'xã Sơn Kim 2'],
    ['Đoàn đến Nhà giàn DK1/8.', 'Nhà giàn DK1/8'],
    [
      'Đoàn dâng hương tại Khu di tích lịch sử Căn cứ Trung ương Cục miền Nam và trồng cây.',
      'Khu di tích lịch sử Căn cứ Trung ương Cục miền Nam',
    ],
    ['Đại biểu thành phố Điện Biên Phủ dự.', 'thành phố Điện Biên Phủ'],
    ['Hộ ở các xã Nà Tông, Khe Mo vay vốn.', 'Khe Mo'],
  ])('%s', (sentence, place) => {
    expect(readBody(sentence).places).toContain(place)
  })
})

describe('the event', () => {
  it('has its halls and several sites as written', () => {
    expect(
      event('Sáng 17/5/2024, tại Trung tâm Hội nghị - Văn hóa tỉnh, HĐND tỉnh Điện Biên tổ chức Hội nghị giao ban.')
        ?.place,
    ).toBe('Trung tâm Hội nghị - Văn hóa tỉnh')
    expect(
      event(
        'Ngày 10-4-2024, Đoàn lãnh đạo thành phố đã đến thăm, chúc Tết tại chùa Pôthi (phường Ô Môn), chùa Pitu và Học viện Phật giáo Nam tông Khmer.',
      )?.place,
    ).toBe('chùa Pôthi (phường Ô Môn), chùa Pitu và Học viện Phật giáo Nam tông Khmer')
    expect(
      event(
        'Sáng 3/4/2024, tại Trung tâm Hội nghị Ninh Bình, Hội Doanh nhân trẻ Việt Nam và UBND tỉnh Ninh Bình tổ chức Hội nghị đầu tư.',
      )?.place,
    ).toBe('Trung tâm Hội nghị Ninh Bình')
  })

  it('takes the hall of the next sentence before the communes of the voters', () => {
    const found = event(
      'Chiều 5-11-2025, Tổ đại biểu số 4, Đoàn ĐBQH tỉnh Nghệ An đã tiếp xúc cử tri các xã Quỳ Châu, Hùng Chân. Hội nghị tổ chức tại Nhà văn hóa xã Quỳ Châu.',
    )
    expect(found).toMatchObject({ place: 'Nhà văn hóa xã Quỳ Châu', host: 'Đoàn ĐBQH tỉnh Nghệ An' })
  })

  it('that receives a delegation is a meeting without the guest’s place or host', () => {
    expect(
      event('Chiều 21-10-2025, Chủ tịch UBND thành phố Phạm Đức Ấn tiếp thân mật Đoàn đại biểu tỉnh Sê Kông.'),
    ).toMatchObject({ type: 'meeting', place: null, host: null })
  })
})

describe('the event’s name', () => {
  it('is the lede’s before the title’s', () => {
    const read = readText(
      'Giám sát công tác quản lý nhà vườn Huế\n\nSáng 16/4/2025, Đoàn giám sát của Ban Văn hóa - Xã hội HĐND thành phố do bà Lê Thị Thi làm trưởng đoàn đã làm việc với UBND quận Phú Xuân về công tác bảo tồn nhà vườn.',
    )
    expect(read.event).toMatchObject({
      type: 'supervision',
      title: 'làm việc với UBND quận Phú Xuân về công tác bảo tồn nhà vườn',
      host: 'Ban Văn hóa - Xã hội HĐND thành phố',
    })
  })

  it('is what a body held where no kind of event is named', () => {
    expect(
      event('Sáng 21/9/2024, Ủy ban MTTQ Việt Nam tỉnh Yên Bái tổ chức tiếp nhận ủng hộ của các cơ quan, đơn vị.'),
    ).toMatchObject({ type: 'other', title: 'tiếp nhận ủng hộ của các cơ quan, đơn vị' })
  })

  it('is what was done that day, not the session it went on with', () => {
    expect(
      event(
        'Sáng 10-12-2024, tiếp tục chương trình Kỳ họp thứ 25, HĐND tỉnh Gia Lai khóa XII tiến hành phiên chất vấn và trả lời chất vấn.',
      )?.title,
    ).toBe('phiên chất vấn và trả lời chất vấn')
  })

  it('has its day before a deadline the text names', () => {
    expect(
      readBody('Sáng 19/8, UBND xã An Hưng tổ chức Lễ khởi công trường học.', 'Xã hoàn thành trước ngày 31/10/2025.')
        .event?.from,
    ).toBe('2025-08-19')
  })
})

describe('who holds and when', () => {
  it('stands after the occasion and the day', () => {
    expect(
      event(
        'Kỷ niệm 80 năm Ngày Tổng tuyển cử bầu Quốc hội Việt Nam, sáng 30/01/2026, Thường trực HĐND tỉnh Vĩnh Long tổ chức buổi họp mặt đại biểu qua các thời kỳ.',
      )?.host,
    ).toBe('Thường trực HĐND tỉnh Vĩnh Long')
  })

  it('has its own day beside the number of a plan', () => {
    expect(
      event(
        'Thực hiện Chương trình số 12-CTr/HĐND của HĐND tỉnh, ngày 14/1/2026, Thường trực HĐND tỉnh có buổi làm việc với UBND đặc khu Phú Quốc.',
      ),
    ).toMatchObject({ from: '2026-01-14', host: 'Thường trực HĐND tỉnh' })
  })

  it('lasts to the day named with its noon', () => {
    expect(
      event('Sáng 10/12/2025, HĐND tỉnh khai mạc Kỳ họp thứ 6. Kỳ họp diễn ra từ ngày 10/12 đến trưa ngày 12/12.'),
    ).toMatchObject({ from: '2025-12-10', to: '2025-12-12' })
  })

  it('is named with who was visited', () => {
    expect(
      event(
        'Chiều 19-2-2024, đồng chí Phạm Gia Túc đã đến thăm, chúc thọ đồng chí Trần Văn Tuấn, nguyên Phó Bí thư Tỉnh ủy, nhân dịp sinh nhật.',
      )?.title,
    ).toBe('thăm, chúc thọ đồng chí Trần Văn Tuấn, nguyên Phó Bí thư Tỉnh ủy')
  })
})

describe('papers', () => {
  it.each([
    ['Các nghị quyết của Bộ Chính trị, gồm Nghị quyết số 57-NQ/TW, Nghị quyết số 59-NQ/TW.', 'Bộ Chính trị'],
    ['Dự án được Thủ tướng Chính phủ chấp thuận tại Quyết định số 1596/QĐ-TTg.', 'Thủ tướng Chính phủ'],
  ])('%s', (sentence, issuer) => {
    for (const document of readBody(sentence).documents) expect(document.issuer).toBe(issuer)
  })

  it('have their type from the letters where only the number stands', () => {
    expect(readBody('1 | 15/NQ-HĐND | Nghị quyết về nhiệm vụ năm 2026').documents[0]).toMatchObject({
      type: 'Nghị quyết',
      number: '15/NQ-HĐND',
    })
  })
})

describe('around the text', () => {
  it('buttons beside each other are page junk, an office may sign', () => {
    const read = readText(
      'HĐND phường họp\n\nNgày 19/12/2025, HĐND phường Nghĩa Đô tổ chức kỳ họp thứ ba.\n\nVăn phòng HĐND - UBND phường\n\nQuay lại In',
    )
    expect(read).toMatchObject({ authors: ['Văn phòng HĐND - UBND phường'], furniture: ['Quay lại In'] })
  })

  it('a year of two digits counts beside the weekday', () => {
    const read = readText(
      'Thứ tư, 10-12-25 18:05:33\nKhai mạc Kỳ họp thứ 6\n\nSáng 10/12, HĐND tỉnh khai mạc Kỳ họp thứ 6.',
    )
    expect(read).toMatchObject({ title: 'Khai mạc Kỳ họp thứ 6', publishedOn: '2025-12-10' })
  })

  it('a letterhead and a rubric stand above the title, an office behind the name', () => {
    const read = readText(
      'TỈNH ĐOÀN VĨNH LONG\nHoạt động Đoàn\n\nTuổi trẻ Vĩnh Long ra quân Tháng Thanh niên năm 2026\n\n01/03/2026\n\nSáng 01/3, Tỉnh đoàn Vĩnh Long tổ chức Lễ ra quân Tháng Thanh niên năm 2026.\n\nNguyễn Quân (Văn phòng Tỉnh đoàn)',
    )
    expect(read).toMatchObject({
      title: 'Tuổi trẻ Vĩnh Long ra quân Tháng Thanh niên năm 2026',
      publishedOn: '2026-03-01',
      authors: ['Nguyễn Quân'],
    })
  })

  it('a row of figures is no path through the site', () => {
    expect(readBody('Thu ngân sách | 41,7 tỷ đồng | 89% dự toán').furniture).toEqual([])
  })

  it('what stands below the byline is page junk', () => {
    const read = readText(
      'Khai mạc Kỳ họp thứ 6\n\nSáng 10/12/2025, HĐND tỉnh khai mạc Kỳ họp thứ 6 tại Trung tâm Hội nghị tỉnh.\n\nHồng Nhung - Quốc Rin\n\nLiên kết vàng\nBầu cử 2026',
    )
    expect(read).toMatchObject({ authors: ['Hồng Nhung', 'Quốc Rin'], furniture: ['Liên kết vàng', 'Bầu cử 2026'] })
  })

  it('a portrait’s caption may be name and post alone', () => {
    const read = readText(
      'Nâng cao chất lượng\n\nHĐND xã đã ổn định tổ chức.\n\nÔng Giàng Seo Châu, Trưởng Ban Pháp chế HĐND tỉnh Lào Cai.\n\nSau hai tháng vận hành mô hình mới, nhiều nơi còn lúng túng, nhất là việc thẩm tra và ban hành nghị quyết, ông cho biết.',
    )
    expect(read.captions).toEqual(['Ông Giàng Seo Châu, Trưởng Ban Pháp chế HĐND tỉnh Lào Cai.'])
  })

  it('a time without a day is no paragraph', () => {
    const read = readText('Huyện ủy trao tặng Huy hiệu Đảng\n\nCập nhật lúc: 10:35\n\nSáng 17/5/2024, Huyện ủy họp.')
    expect(read.furniture).toEqual(['Cập nhật lúc: 10:35'])
  })

  it('a day without "năm" is one', () => {
    expect(readText('Đoàn tặng quà\nĐược đăng: 17 Tháng 1 2025\nNgày 16/1, Đoàn tặng quà.').publishedOn).toBe(
      '2025-01-17',
    )
  })

  it('who issues may stand before the paper', () => {
    expect(readBody('UBND tỉnh đã ban hành Công điện số 22/CĐ-UBND.').documents[0]?.issuer).toBe('UBND tỉnh')
  })
})
