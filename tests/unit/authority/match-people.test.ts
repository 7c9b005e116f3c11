import { describe, expect, it } from 'vitest'
import { autoChoose, matchPeople } from '#authority/match-people'
import { abbreviations, office, person } from './records'

const match = (
  name: string,
  offices: string[],
  people: ReturnType<typeof person>[],
  date: string | null = '2024-07-08',
) => matchPeople(name, offices, people, { date, abbreviations })
const codes = (...args: Parameters<typeof match>) => match(...args).map(({ id, reason }) => `${id} ${reason.code}`)

const vien = person('p1', 'Lò Thị Viên', { offices: [office('Chủ tịch UBND huyện Phiêng Cọ', '2024-01-05')] })

describe('one person on file', () => {
  it('is recognised by name and office, short or full', () => {
    const [found] = match('Lò Thị Viên', ['Chủ tịch Ủy ban nhân dân huyện Phiêng Cọ'], [vien])
    expect(found).toEqual({
      id: 'p1',
      name: 'Lò Thị Viên',
      detail: 'Chủ tịch UBND huyện Phiêng Cọ',
      reason: {
        code: 'same-name-same-office',
        args: { spelling: 'Lò Thị Viên', office: 'Chủ tịch UBND huyện Phiêng Cọ' },
      },
    })
    expect(autoChoose([found!])).toBe('p1')
  })

  it('is recognised in a longer or shorter form of the office, but not as its deputy', () => {
    const deputy = person('p2', 'Vi Văn Tài', { offices: [office('Phó Chủ tịch Thường trực HĐND tỉnh', '2024-01-05')] })
    expect(codes('Vi Văn Tài', ['Phó Chủ tịch HĐND tỉnh'], [deputy])).toEqual(['p2 same-name-same-office'])
    expect(codes('Vi Văn Tài', ['Chủ tịch HĐND tỉnh'], [deputy])).toEqual(['p2 same-name-same-body'])
    expect(codes('Vi Văn Tài', ['Phó Chủ tịch'], [deputy])).toEqual(['p2 same-name-other-office'])
  })

  it('is taken where no office speaks against it', () => {
    expect(autoChoose(match('LÒ THỊ VIÊN', [], [vien]))).toBe('p1')
    expect(autoChoose(match('Lò Thị Viên', ['Giám đốc Sở Y tế'], [person('p3', 'Lò Thị Viên')]))).toBe('p3')
  })

  it('is only offered in another office', () => {
    const matches = match('Lò Thị Viên', ['Giám đốc Sở Y tế'], [vien])
    expect(matches[0]!.reason).toEqual({
      code: 'same-name-other-office',
      args: { spelling: 'Lò Thị Viên', office: 'Chủ tịch UBND huyện Phiêng Cọ' },
    })
    expect(autoChoose(matches)).toBeNull()
  })

  it('is taken in another rank of the same body, unless every commune has one like it', () => {
    const head = person('p10', 'Vi Thị Ngân', { offices: [office('Phó Giám đốc Sở Y tế', '2024-01-05')] })
    expect(autoChoose(match('Vi Thị Ngân', ['Giám đốc Sở Y tế'], [head]))).toBe('p10')
    const local = person('p11', 'Vi Thị Ngân', { offices: [office('Phó Bí thư Đảng uỷ', '2024-01-05')] })
    expect(codes('Vi Thị Ngân', ['Bí thư Đảng ủy'], [local])).toEqual(['p11 same-name-other-office'])
    const commune = person('p12', 'Vi Thị Ngân', { offices: [office('Chủ tịch UBND xã Nà Mây', '2024-01-05')] })
    expect(codes('Vi Thị Ngân', ['Chủ tịch UBND xã Nà Lĩnh'], [commune])).toEqual(['p12 same-name-other-office'])
    expect(codes('Vi Thị Ngân', ['Phó Chủ tịch UBND xã Nà Mây'], [commune])).toEqual(['p12 same-name-same-body'])
    expect(autoChoose(match('Vi Thị Ngân', ['Phó Chủ tịch UBND xã Nà Mây'], [commune, local]))).toBeNull()
  })

  it('is not recognised by an office that had ended', () => {
    const past = person('p4', 'Lò Thị Viên', { offices: [{ ...office('Chủ tịch UBND huyện Phiêng Cọ'), to: '2020' }] })
    expect(codes('Lò Thị Viên', ['Chủ tịch UBND huyện Phiêng Cọ'], [past])).toEqual(['p4 same-name-other-office'])
  })
})

describe('spellings', () => {
  it('takes tone placement and known spellings as the same person', () => {
    const thuy = person('p5', 'Hoàng Thuý', {
      spellings: ['Hoàng Thuý Nga'],
      offices: [office('Bí thư Đoàn xã', '2024')],
    })
    expect(codes('Hoàng Thúy', [], [thuy])).toEqual(['p5 other-spelling'])
    expect(codes('Hoàng Thúy', ['Bí thư Đoàn xã'], [thuy])).toEqual(['p5 other-spelling-same-office'])
    expect(codes('Hoàng Thúy Nga', ['Bí thư Huyện ủy'], [thuy])).toEqual(['p5 other-spelling-other-office'])
    expect(codes('Hoàng Thuý'.normalize('NFD'), [], [thuy])).toEqual(['p5 same-name'])
  })

  it('offers names that differ in tones or i and y, and never chooses them', () => {
    for (const [written, known] of [
      ['Đoàn Hạ', 'Doãn Hà'],
      ['Lý Sơn', 'Lí Sơn'],
      ['Nguyen Van An', 'Nguyễn Văn An'],
    ] as const) {
      const matches = match(
        written,
        ['Giám đốc Sở Y tế'],
        [person('p6', known, { offices: [office('Giám đốc Sở Y tế')] })],
      )
      expect(matches.map(({ reason }) => reason)).toEqual([{ code: 'same-letters', args: { spelling: known } }])
      expect(autoChoose(matches)).toBeNull()
    }
  })

  it('leaves out everyone else', () => {
    expect(match('Lò Thị Viên', [], [person('p7', 'Lò Thị Vân'), person('p8', 'Viên')])).toEqual([])
    expect(match(' ', [], [person('p9', '')])).toEqual([])
  })
})

describe('two people of one name', () => {
  const dung = (id: string, held: string, seen: string) =>
    person(id, 'Nông Tiến Dũng', { offices: [office(held, seen)] })
  const two = [dung('a', 'Chủ tịch UBND xã Nà Mây', '2023-05'), dung('b', 'Trưởng Công an xã Thượng Vân', '2024-05')]

  it('are told apart by office', () => {
    const matches = match('Nông Tiến Dũng', ['Trưởng Công an xã Thượng Vân'], two)
    expect(matches.map(({ id }) => id)).toEqual(['b', 'a'])
    expect(autoChoose(matches)).toBe('b')
  })

  it('are left to the clerk where nothing tells them apart, the one seen last first', () => {
    const matches = match('Nông Tiến Dũng', [], two)
    expect(matches.map(({ id }) => id)).toEqual(['b', 'a'])
    expect(autoChoose(matches)).toBeNull()
    expect(
      autoChoose(match('Nông Tiến Dũng', ['Chủ tịch UBND xã Nà Mây'], [two[0]!, { ...two[0]!, id: 'c' }])),
    ).toBeNull()
  })

  it('are left to the clerk where one has no office on file', () => {
    expect(
      autoChoose(match('Nông Tiến Dũng', ['Giám đốc Sở Y tế'], [...two, person('d', 'Nông Tiến Dũng')])),
    ).toBeNull()
  })

  it('do not depend on the order they come in', () => {
    const offices = ['Chủ tịch UBND xã Nà Mây']
    expect(match('Nông Tiến Dũng', offices, two)).toEqual(match('Nông Tiến Dũng', offices, [...two].reverse()))
  })
})
