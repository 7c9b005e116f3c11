import { describe, expect, it } from 'vitest'
import { expandedKey, sameExpanded, searchTexts } from '#authority/expand'
import { matchEvents, titleOverlap } from '#authority/match-events'
import { matchNames } from '#authority/match-names'
import { autoChoose } from '#authority/match-people'
import { abbreviations, event, organization, place } from './records'

const codes = (matches: ReturnType<typeof matchNames>) => matches.map(({ id, reason }) => `${id} ${reason.code}`)

describe('short and full forms', () => {
  it('are one key, whole words only', () => {
    expect(expandedKey('UBND huyện Chiêm Hoá', abbreviations)).toBe(
      expandedKey('Uỷ ban Nhân dân huyện Chiêm Hóa', abbreviations),
    )
    expect(expandedKey('UB MTTQ xã', abbreviations)).toBe('ủy ban mặt trận tổ quốc xã')
    expect(expandedKey('UBNDX, XUBND', abbreviations)).toBe('ubndx, xubnd')
    expect(expandedKey('Thường trực HĐND–UBND', abbreviations)).toBe('thường trực hội đồng nhân dân - ủy ban nhân dân')
  })

  it('are asked of the index in every form, without marks', () => {
    expect(searchTexts('UBND xã Nà Mây', abbreviations)).toEqual(['ubnd xa na may', 'uy ban nhan dan xa na may'])
    expect(searchTexts('Nà Mây')).toEqual(['na may'])
    expect(searchTexts(' … ')).toEqual([])
  })
})

describe('abbreviations without a list', () => {
  it('are known by the initials of the other name', () => {
    expect(sameExpanded('Uỷ viên BTV Tỉnh ủy', 'Ủy viên Ban Thường vụ Tỉnh uỷ')).toBe(true)
    expect(sameExpanded('Ủy ban Mặt trận Tổ quốc xã', 'UBMTTQ xã')).toBe(true)
    expect(sameExpanded('Phó Chủ tịch HĐND huyện', 'Phó CT Hội đồng nhân dân huyện')).toBe(true)
  })

  it('are nothing else', () => {
    expect(sameExpanded('UBND xã', 'Ủy ban nhân dân huyện')).toBe(false)
    expect(sameExpanded('Ban Tổ chức', 'btc')).toBe(true)
    expect(sameExpanded('Ta Ô', 'to')).toBe(false)
    expect(sameExpanded('HDND xã', 'Hội đồng nhân dân xã')).toBe(false)
  })
})

describe('bodies', () => {
  const huyenUy = organization('o1', 'Huyện uỷ Chiêm Hoá', { spellings: ['Huyện ủy huyện Chiêm Hóa'] })
  const ubnd = organization('o2', 'Ủy ban nhân dân xã Nà Mây')

  it('match by name, spelling and short form', () => {
    expect(codes(matchNames('Huyện ủy Chiêm Hóa', [huyenUy, ubnd]))).toEqual(['o1 name-same'])
    expect(codes(matchNames('HUYỆN UỶ HUYỆN CHIÊM HOÁ', [huyenUy]))).toEqual(['o1 name-spelling'])
    expect(codes(matchNames('UBND xã Nà Mây', [huyenUy, ubnd], { abbreviations }))).toEqual(['o2 name-abbreviation'])
    expect(codes(matchNames('VKS', [organization('o3', 'Viện kiểm sát', { abbreviation: 'VKS' })]))).toEqual([
      'o3 name-abbreviation',
    ])
    expect(matchNames('', [organization('o4', '')])).toEqual([])
  })

  it('prefer the very name and leave equals open', () => {
    const both = [organization('o5', 'Ủy ban nhân dân xã Nà Mây'), organization('o6', 'UBND xã Nà Mây')]
    expect(autoChoose(matchNames('UBND xã Nà Mây', both, { abbreviations }))).toBe('o6')
    expect(autoChoose(matchNames('Sở Y tế', [organization('x', 'Sở Y tế'), organization('y', 'Sở Y tế')]))).toBeNull()
  })

  it('are only offered when alike without marks', () => {
    const matches = matchNames('Huyen uy Chiem Hoa', [huyenUy])
    expect(codes(matches)).toEqual(['o1 name-letters'])
    expect(autoChoose(matches)).toBeNull()
  })
})

describe('places', () => {
  const village = place('v', 'Chiêm Hoá', { kind: 'thị trấn' })
  const district = place('d', 'huyện Chiêm Hóa', { kind: 'huyện', validTo: '2025-06-30' })

  it('match by kind and name', () => {
    expect(codes(matchNames('huyện Chiêm Hóa', [village, district], { date: '2024-07-08' }))).toEqual(['d name-same'])
    expect(codes(matchNames('thị trấn Chiêm Hóa', [village, district]))).toEqual(['v name-same'])
  })

  it('are offered, not chosen, without the kind', () => {
    const matches = matchNames('Chiêm Hóa', [village, district])
    expect(codes(matches)).toEqual(['v name-kind', 'd name-kind'])
    expect(autoChoose(matches)).toBeNull()
  })

  it('choose the one in being that day', () => {
    const before = place('old', 'tỉnh Tuyên Quang', { validTo: '2025-06-30' })
    const after = place('new', 'tỉnh Tuyên Quang', { validFrom: '2025-07-01' })
    const on = (date: string | null) => matchNames('tỉnh Tuyên Quang', [before, after], { date })
    expect(autoChoose(on('2025-06-30'))).toBe('old')
    expect(autoChoose(on('2025-07-01'))).toBe('new')
    expect(on('2025-07-01')[1]!.reason).toEqual({
      code: 'name-not-valid',
      args: { spelling: 'tỉnh Tuyên Quang', period: '… – 30/06/2025' },
    })
    expect(autoChoose(on(null))).toBeNull()
    expect(autoChoose(on('2025'))).toBeNull()
  })
})

describe('events', () => {
  const title = 'Hội nghị sơ kết công tác hội đồng nhân dân 6 tháng đầu năm 2024'
  const given = { type: 'conference' as const, title, from: '2024-07-08', to: null, place: null, host: null }
  const outcome = (changed: Partial<typeof given>, held = event('e', title)) =>
    codes(matchEvents({ ...given, ...changed }, [held]))

  it('are one on the same day with nearly the same title', () => {
    expect(outcome({ title: 'Hội nghị sơ kết công tác Hội đồng nhân dân 6 tháng đầu năm' })).toEqual(['e event-same'])
    expect(outcome({ type: 'other' as never })).toEqual(['e event-same'])
    expect(outcome({ from: '2024-07-09' }, event('e', title, { to: '2024-07-10' }))).toEqual(['e event-same'])
    expect(autoChoose(matchEvents(given, [event('e', title), event('f', 'Lễ khánh thành cầu Nà Mây')]))).toBe('e')
  })

  it('are one where a title goes on after the other ends, if that names something', () => {
    const opening = 'Lễ khánh thành cầu Nà Mây'
    const longer = event('e', `${opening}, công trình chào mừng Đại hội đại biểu toàn quốc lần thứ XIV của Đảng`)
    expect(outcome({ title: opening.toUpperCase() }, longer)).toEqual(['e event-same'])
    expect(
      outcome({ title: 'Hội nghị tiếp xúc cử tri' }, event('e', 'Hội nghị tiếp xúc cử tri tại xã Nà Mây, huyện')),
    ).toEqual([])
  })

  it('are only alike on another day, of another type, or where a name or number differs', () => {
    expect(outcome({ from: '2025-07-08' })).toEqual(['e event-other-day'])
    expect(outcome({ from: null as never })).toEqual(['e event-like'])
    expect(outcome({ type: 'ceremony' as never })).toEqual(['e event-like'])
    const session = (number: number) => `Kỳ họp thứ ${number} Hội đồng nhân dân tỉnh khóa XIX, nhiệm kỳ 2021 - 2026`
    expect(outcome({ title: session(18) }, event('e', session(19)))).toEqual(['e event-like'])
    const voters = (commune: string) => `Hội nghị tiếp xúc cử tri trước kỳ họp giữa năm tại xã ${commune}`
    expect(outcome({ title: voters('Nà Mây') }, event('e', voters('Nà Lĩnh')))).toEqual(['e event-like'])
    expect(outcome({ place: 'xã Nà Mây' as never }, event('e', title, { place: 'xã Thượng Vân' }))).toEqual([
      'e event-like',
    ])
  })

  it('are different with little in common', () => {
    expect(outcome({ title: 'Hội nghị tổng kết công tác dân vận' })).toEqual([])
    expect(matchEvents({ ...given, title: '' }, [event('e', '')])).toEqual([])
  })

  it('score titles as the reading contract does', () => {
    expect(titleOverlap('Uỷ ban hoà giải', 'ủy ban hòa giải')).toBe(1)
    expect(titleOverlap('a b c d', 'a b c e')).toBe(0.75)
    expect(titleOverlap('a a', 'a')).toBeCloseTo(2 / 3)
  })
})
