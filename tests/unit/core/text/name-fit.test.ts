import { describe, expect, it } from 'vitest'
import { byFit, nameFit } from '#core/text/name-fit'

const sorted = (typed: string, ...names: string[]) =>
  byFit(
    names.map((name) => ({ name })),
    typed,
  ).map(({ name }) => name)

describe('names that answer what was typed', () => {
  it('stand the same first, also where the marks were not typed', () => {
    expect(sorted('Trần Phu', 'Trần Phước', 'Trần Phú Quý', 'Trần Phú')).toEqual([
      'Trần Phú',
      'Trần Phú Quý',
      'Trần Phước',
    ])
    expect(sorted('tran phu', 'Trần Phước', 'Trần Phú')).toEqual(['Trần Phú', 'Trần Phước'])
  })

  it('with the marks that were typed before others', () => {
    expect(sorted('Trần Phụ', 'Trần Phú', 'Trần Phụ')).toEqual(['Trần Phụ', 'Trần Phú'])
    expect(sorted('Hoà', 'Lê Hoa', 'Lê Hòa')).toEqual(['Lê Hòa', 'Lê Hoa'])
  })

  it('begin with it, then hold its words, then only its letters', () => {
    expect(sorted('lan', 'Phan Thị Mai', 'Nguyễn Lan Anh', 'Hà Lành', 'Lan Phương', 'Lành Thị A', 'Alan')).toEqual([
      'Lan Phương',
      'Lành Thị A',
      'Nguyễn Lan Anh',
      'Hà Lành',
      'Alan',
      'Phan Thị Mai',
    ])
  })

  it('keep their order where they answer equally well', () => {
    expect(sorted('Vì Văn', 'Vì Văn Ba', 'Vì Văn An')).toEqual(['Vì Văn Ba', 'Vì Văn An'])
    expect(nameFit('Vì Văn Ba', '')).toBe(nameFit('Lò Thị Hoà', ''))
  })

  it('are the same in composed and decomposed letters', () => {
    expect(nameFit('Trần Phú'.normalize('NFD'), 'trần phú')).toBe(0)
  })
})
