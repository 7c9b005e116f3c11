import { describe, expect, it } from 'vitest'
import { namesInOrder, type Placed, readOrder, tellsOrder } from '#core/press/order/read'
import { orderWords } from '#core/press/order/words'
import type { VocabularyData } from '#core/press/vocabulary-data'
import captions from '#resources/vocabulary/captions.json'
import honorifics from '#resources/vocabulary/honorifics.json'
import provinces from '#resources/vocabulary/provinces.json'
import surnames from '#resources/vocabulary/surnames.json'
import units from '#resources/vocabulary/units.json'

const words = orderWords({ captions, honorifics, provinces, surnames, units } as unknown as VocabularyData)
const names = (text: string) => namesInOrder(text, words)

/** "Lò Thị Hoà L1" is first from the left, "2R1" first from the right in the second row, "99…" the last row, "M" the middle. */
const said = ({ name, row, from, nth }: Placed) =>
  `${name} ${row ?? ''}${from === 'middle' ? 'M' : `${from === 'left' ? 'L' : 'R'}${nth}`}`
const places = (text: string, known: string[] = []) => readOrder(text, words, known).map(said)

const [hoa, nam, lan, tua] = ['Lò Thị Hoà', 'Trần Văn Nam', 'Nguyễn Thị Lan', 'Vàng Seo Tủa']

describe('where a caption says people stand', () => {
  it.each<[string, string[]]>([
    // One row.
    [`Từ trái sang: ${hoa}, ${nam}, ${lan}.`, [`${hoa} L1`, `${nam} L2`, `${lan} L3`]],
    [`Từ trái sang phải: đồng chí ${hoa}, ông ${nam} và bà ${lan}`, [`${hoa} L1`, `${nam} L2`, `${lan} L3`]],
    [`Từ trái qua: đ/c ${hoa}; đ/c ${nam}.`, [`${hoa} L1`, `${nam} L2`]],
    [`Từ trái qua phải: ${hoa} - Bí thư Tỉnh uỷ, ${nam} - Chủ tịch UBND tỉnh`, [`${hoa} L1`, `${nam} L2`]],
    [`Từ trái: ${hoa}, ${nam}. Ảnh: Đức Anh`, [`${hoa} L1`, `${nam} L2`]],
    [`Từ trái sang lần lượt là: bà ${hoa}, ông ${nam}.`, [`${hoa} L1`, `${nam} L2`]],
    [`Ảnh (từ trái sang): ${hoa}, ${nam}.`, [`${hoa} L1`, `${nam} L2`]],
    [`Từ phải sang: ${hoa}, ${nam}, ${lan}.`, [`${hoa} R1`, `${nam} R2`, `${lan} R3`]],
    [`Từ phải qua trái: ${hoa}; ${nam}.`, [`${hoa} R1`, `${nam} R2`]],
    [`TỪ TRÁI SANG: ${hoa}, ${nam}`, [`${hoa} L1`, `${nam} L2`]],
    [
      `Các đồng chí lãnh đạo tỉnh chủ trì kỳ họp (từ trái sang: Lò Văn Thành, Hoàng Thị Mai, Vàng A Páo).`,
      ['Lò Văn Thành L1', 'Hoàng Thị Mai L2', 'Vàng A Páo L3'],
    ],
    [
      `Các đồng chí lãnh đạo tỉnh (từ trái sang): Lò Văn Thành, Hoàng Thị Mai. Ảnh: Thu Hà`,
      ['Lò Văn Thành L1', 'Hoàng Thị Mai L2'],
    ],
    [`Các đồng chí ${hoa}, ${nam} và ${lan} (từ trái sang) tại kỳ họp.`, [`${hoa} L1`, `${nam} L2`, `${lan} L3`]],
    [`Ông ${nam}, bà ${lan} (từ phải sang) trao quà cho các hộ nghèo.`, [`${nam} R1`, `${lan} R2`]],
    [`Ông ${nam}, bà ${lan} và ông ${tua}, từ trái sang.`, [`${nam} L1`, `${lan} L2`, `${tua} L3`]],
    [`Khai mạc kỳ họp. Từ trái sang: ${hoa}, ${nam}. Kỳ họp có ông ${tua} dự.`, [`${hoa} L1`, `${nam} L2`]],
    [`Từ trái sang:\n${hoa}\n${nam}\n${lan}`, [`${hoa} L1`, `${nam} L2`, `${lan} L3`]],
    [`Từ trái sang: 1. ${hoa}; 2. ${nam}; 3. ${lan}`, [`${hoa} L1`, `${nam} L2`, `${lan} L3`]],
    [`Từ trái sang: Đại tá ${nam}, TS. ${lan}, PGS.TS ${tua}.`, [`${nam} L1`, `${lan} L2`, `${tua} L3`]],
    [
      `Từ trái sang: Y Thanh Hà Niê Kđăm, Ksor Phước, H’Hen Niê.`,
      ['Y Thanh Hà Niê Kđăm L1', 'Ksor Phước L2', 'H’Hen Niê L3'],
    ],
    [`Từ trái sang: LÒ THỊ HOÀ, TRẦN VĂN NAM`, ['LÒ THỊ HOÀ L1', 'TRẦN VĂN NAM L2']],
    [`(Từ trái qua) Ông ${nam}; bà ${lan}.`, [`${nam} L1`, `${lan} L2`]],
    [`Lãnh đạo tỉnh chúc mừng tân Chủ tịch HĐND tỉnh ${nam} (thứ 3, từ trái sang).`, [`${nam} L3`]],
    [`Ảnh: Từ trái sang: ${nam}, ${lan}. (Ảnh: Đức Bình)`, [`${nam} L1`, `${lan} L2`]],
    [`Đồng chí ${tua} (áo trắng, thứ hai từ trái) thăm vườn.`, [`${tua} L2`]],
    [`Chủ tịch HĐND tỉnh (ngoài cùng bên trái) thăm gia đình ông ${nam}.`, []],
    // Posts between the names.
    [
      `Từ trái sang: Ông ${nam}, Phó Chủ tịch HĐND tỉnh; bà ${lan}, Giám đốc Sở Y tế; ông ${tua}, Chủ tịch UBND huyện Thượng Vân.`,
      [`${nam} L1`, `${lan} L2`, `${tua} L3`],
    ],
    [
      `Từ trái sang: Bí thư Tỉnh uỷ ${hoa}, Chủ tịch UBND tỉnh ${nam}, Giám đốc Sở Y tế ${lan}.`,
      [`${hoa} L1`, `${nam} L2`, `${lan} L3`],
    ],
    [`Từ trái sang: ${hoa} (Bí thư Tỉnh uỷ), ${nam} (Chủ tịch UBND tỉnh Thái Nguyên)`, [`${hoa} L1`, `${nam} L2`]],
    [
      `Từ trái sang: Chủ tịch UBND huyện Thượng Vân ${tua}; Bí thư Đảng uỷ xã Nậm Lìn ${hoa}.`,
      [`${tua} L1`, `${hoa} L2`],
    ],
    // Rows.
    [
      `Hàng trước, từ trái sang: ${hoa}, ${nam}; hàng sau: ${lan}, ${tua}.`,
      [`${hoa} 1L1`, `${nam} 1L2`, `${lan} 99L1`, `${tua} 99L2`],
    ],
    [
      `Từ trái sang, hàng ngồi: ${hoa}, ${nam}; hàng đứng: ${lan}, ${tua}`,
      [`${hoa} 1L1`, `${nam} 1L2`, `${lan} 99L1`, `${tua} 99L2`],
    ],
    [
      `Hàng đầu (từ trái sang): ${hoa}, ${nam}. Hàng thứ hai (từ phải sang): ${lan}, ${tua}.`,
      [`${hoa} 1L1`, `${nam} 1L2`, `${lan} 2R1`, `${tua} 2R2`],
    ],
    [
      `Từ trái sang: Hàng trước: ${hoa}, ${nam}. Hàng giữa: ${lan}. Hàng sau: ${tua}.`,
      [`${hoa} 1L1`, `${nam} 1L2`, `${lan} 50L1`, `${tua} 99L1`],
    ],
    [
      `Từ trái sang: ông ${nam}, Phó Chủ tịch; bà ${lan}; hàng sau: ông ${tua}, bà ${hoa}`,
      [`${nam} L1`, `${lan} L2`, `${tua} 99L1`, `${hoa} 99L2`],
    ],
    [
      `Ngồi (từ trái sang): ${hoa}, ${nam}; đứng: ${lan}, ${tua}.`,
      [`${hoa} 1L1`, `${nam} 1L2`, `${lan} 99L1`, `${tua} 99L2`],
    ],
    [
      `Hàng trên: ${hoa}, ${nam}. Hàng dưới: ${lan}, ${tua}.`,
      [`${hoa} 99L1`, `${nam} 99L2`, `${lan} 1L1`, `${tua} 1L2`],
    ],
    [
      `${hoa}, ${nam} (hàng trước, từ trái sang); ${lan}, ${tua} (hàng sau, từ trái sang).`,
      [`${hoa} 1L1`, `${nam} 1L2`, `${lan} 99L1`, `${tua} 99L2`],
    ],
    // Places of single people.
    [`Đồng chí ${hoa} (thứ 2 từ trái), Bí thư Tỉnh uỷ, thăm hộ nghèo.`, [`${hoa} L2`]],
    [`Đồng chí ${hoa}, Bí thư Tỉnh uỷ (thứ ba từ phải sang), kiểm tra công trình.`, [`${hoa} R3`]],
    [`Ông ${nam} (ngoài cùng bên phải) trao quà cho bà ${lan}.`, [`${nam} R1`]],
    [`Ngoài cùng bên trái là ông ${nam}, ngoài cùng bên phải là bà ${lan}.`, [`${nam} L1`, `${lan} R1`]],
    [`Thứ hai từ trái: ông ${nam}; thứ tư từ trái: bà ${lan}.`, [`${nam} L2`, `${lan} L4`]],
    [`Ông ${nam} (trái) và bà ${lan} (phải) ký kết.`, [`${nam} L1`, `${lan} R1`]],
    [`Ông ${nam} (bên trái), bà ${lan} (đứng giữa), ông ${tua} (bìa phải).`, [`${nam} L1`, `${lan} M`, `${tua} R1`]],
    [`Ông ${nam} (hàng đầu, thứ hai từ trái sang) dự lễ.`, [`${nam} 1L2`]],
    [`Bà ${lan} (thứ 5 từ phải, hàng sau) cùng đoàn.`, [`${lan} 99R5`]],
    [`Ông ${nam}, bên trái, tặng hoa bà ${lan}.`, [`${nam} L1`]],
    // English.
    [`From left: ${hoa}, ${nam} and ${lan}.`, [`${hoa} L1`, `${nam} L2`, `${lan} L3`]],
    [`From left to right: ${hoa}; ${nam}. Photo: Thu Hà`, [`${hoa} L1`, `${nam} L2`]],
    [
      `Front row, from left: ${hoa}, ${nam}; back row: ${lan}, ${tua}.`,
      [`${hoa} 1L1`, `${nam} 1L2`, `${lan} 99L1`, `${tua} 99L2`],
    ],
    [`${hoa} (second from left) hands over the gifts.`, [`${hoa} L2`]],
    [`${hoa} (far left) and ${nam} (right).`, [`${hoa} L1`, `${nam} R1`]],
    // Nothing of order.
    ['Quang cảnh kỳ họp.', []],
    [`Ông ${nam} trao quà cho bà ${lan}.`, []],
    [`Con đường bên trái trụ sở xã do ông ${nam} hiến đất.`, []],
    [`Bà ${lan} ngồi hàng đầu tại hội trường.`, []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(places(text)).toEqual(expected)
    expect(places(text.normalize('NFD'))).toEqual(expected)
  })

  it('takes people of the article by their names, however those are written around', () => {
    const known = ['Thượng Vân Anh', 'Bùi Hà']
    expect(places('Từ trái sang: Phó Bí thư Huyện uỷ Thượng Vân Anh, Bùi Hà tặng hoa.', known)).toEqual([
      'Thượng Vân Anh L1',
      'Bùi Hà L2',
    ])
  })
})

describe('posts beside the names', () => {
  const offices = (text: string) => readOrder(text, words).map(({ name, office }) => [name, office])

  it.each<[string, [string, string][]]>([
    [
      `Từ trái sang: Ông ${nam}, Phó Chủ tịch HĐND tỉnh; bà ${lan}, Giám đốc Sở Y tế; ${tua}.`,
      [
        [nam, 'Phó Chủ tịch HĐND tỉnh'],
        [lan, 'Giám đốc Sở Y tế'],
        [tua, ''],
      ],
    ],
    [
      `Từ trái sang: Bí thư Tỉnh uỷ ${hoa}, Chủ tịch UBND tỉnh ${nam}`,
      [
        [hoa, 'Bí thư Tỉnh uỷ'],
        [nam, 'Chủ tịch UBND tỉnh'],
      ],
    ],
    [
      `Từ trái sang: ${hoa} (Bí thư Tỉnh uỷ) và ${nam} - Phó Chủ tịch Thường trực UBND tỉnh. Ảnh: Đức Anh`,
      [
        [hoa, 'Bí thư Tỉnh uỷ'],
        [nam, 'Phó Chủ tịch Thường trực UBND tỉnh'],
      ],
    ],
    [
      `Hàng trước: ${hoa}, Uỷ viên Trung ương Đảng, Bí thư Tỉnh uỷ; hàng sau: ${nam}, Giám đốc Sở Nội vụ.`,
      [
        [hoa, 'Uỷ viên Trung ương Đảng, Bí thư Tỉnh uỷ'],
        [nam, 'Giám đốc Sở Nội vụ'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(offices(text)).toEqual(expected)
  })
})

describe('a list of names', () => {
  it('is one where it says nothing of order', () => {
    expect(names(`${hoa}\n${nam}`)).toEqual([hoa, nam])
    expect(names('Quang cảnh kỳ họp.')).toEqual([])
    expect(names('Từ trái sang: Lò Thị Hoà'.normalize('NFD'))).toEqual(['Lò Thị Hoà'])
  })

  it('is told from one in order', () => {
    expect(tellsOrder('Từ trái sang: A', words)).toBe(true)
    expect(tellsOrder('Đường từ xã sang huyện', words)).toBe(false)
  })
})
