import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeLegacy, decodeRun, decodeRuns, drawsCapitals, legacyEncodingOf } from '#core/text/legacy'
import { guessLegacy } from '#core/text/legacy-guess'
import { tcvn3Bytes, visciiBytes, vpsBytes } from '#core/text/legacy-tables'
import { toneMarks } from '#core/text/letters'

const tones = ['', toneMarks.sac, toneMarks.huyen, toneMarks.hoi, toneMarks.nga, toneMarks.nang]
const allLetters = [...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY', 'đ', 'Đ']
  .flatMap((base) => (/[đĐ]/.test(base) ? [base] : tones.map((tone) => (base + tone).normalize('NFC'))))
  .filter((letter) => letter > '\x7F')

/** Encoders written apart from the decoders: from the published rows, vowel by vowel. */
const vniRows: Record<string, string> = {
  a: 'a aù aø aû aõ aï',
  â: 'aâ aá aà aå aã aä',
  ă: 'aê aé aè aú aü aë',
  e: 'e eù eø eû eõ eï',
  ê: 'eâ eá eà eå eã eä',
  i: 'i í ì æ ó ò',
  o: 'o où oø oû oõ oï',
  ô: 'oâ oá oà oå oã oä',
  ơ: 'ô ôù ôø ôû ôõ ôï',
  u: 'u uù uø uû uõ uï',
  ư: 'ö öù öø öû öõ öï',
  y: 'y yù yø yû yõ î',
}

describe('VNI', () => {
  it.each(Object.entries(vniRows))('all tones of %s, small and capital', (base, row) => {
    for (const [index, bytes] of row.split(' ').entries()) {
      const letter = (base + tones[index]).normalize('NFC')
      expect(decodeLegacy(bytes, 'vni')).toBe(letter)
      expect(decodeLegacy(bytes.toUpperCase(), 'vni')).toBe(letter.toUpperCase())
    }
  })

  it('takes the variants and mixed cases of hand-typed text', () => {
    expect(decodeLegacy('ñ Ñ iù iø yï', 'vni')).toBe('đ Đ í ì ỵ')
    expect(decodeLegacy('AÙ Aù aÙ ÔÙ ôÙ', 'vni')).toBe('Á Á á Ớ ớ')
  })

  it('reads running text', () => {
    expect(decodeLegacy('Hoäi ñoàng nhaân daân tænh, UÛY BAN NHAÂN DAÂN; ñöôïc, nghieâm tuùc', 'vni')).toBe(
      'Hội đồng nhân dân tỉnh, ỦY BAN NHÂN DÂN; được, nghiêm túc',
    )
  })
})

describe('tables of one byte', () => {
  it.each([
    ['tcvn3', tcvn3Bytes, 74],
    ['viscii', visciiBytes, 134],
    ['vps', vpsBytes, 134],
  ] as const)('%s: every letter once, every byte once', (encoding, bytes, count) => {
    const pairs = bytes.split(' ')
    expect(new Set(pairs.map((pair) => pair.slice(0, 2))).size).toBe(count)
    expect(new Set(pairs.map((pair) => pair.slice(2))).size).toBe(count)
    for (const pair of pairs) {
      expect(pair).toBe(pair.normalize('NFC'))
      expect(decodeLegacy(String.fromCharCode(Number.parseInt(pair.slice(0, 2), 16)), encoding)).toBe(pair.slice(2))
    }
    const wanted = allLetters.filter((letter) => encoding !== 'tcvn3' || letter === letter.toLowerCase())
    for (const letter of wanted) expect(bytes).toContain(letter)
  })

  it('reads running TCVN3', () => {
    expect(decodeLegacy('Uû ban nh©n d©n tØnh, Héi ®ång, v¨n th\xAD, §¶ng, \xB5 \u03BC', 'tcvn3')).toBe(
      'Uỷ ban nhân dân tỉnh, Hội đồng, văn thư, Đảng, à à',
    )
  })

  it('undoes what CP1252 made of the bytes 80 to 9F', () => {
    expect(decodeLegacy('€ \x81 ‚ Ÿ', 'viscii')).toBe('Ạ Ắ Ằ Ỳ')
  })
})

describe('fonts', () => {
  it.each([
    ['.VnTime', 'tcvn3'],
    ['.VnArial NarrowH', 'tcvn3'],
    ['ABCDEF+.VnTime', 'tcvn3'],
    ['".vntime", serif', 'tcvn3'],
    ['VNI-Times', 'vni'],
    ['VNI Helve', 'vni'],
    ['Times New Roman', null],
    ['Vni', null],
    ['Vnice Sans', null],
    ['', null],
  ])('%s', (font, encoding) => {
    expect(legacyEncodingOf(font)).toBe(encoding)
  })

  it('sees capitals only in the fonts that draw them', () => {
    expect(['.VnTimeH', '.VnArialH Bold', '.vnavanth'].every(drawsCapitals)).toBe(true)
    expect(['.VnTime', '.VnTifani Heavy', 'VNI-AvantH', 'ArialH'].some(drawsCapitals)).toBe(false)
    expect(decodeRun('Héi ®ång', '.VnTimeH')).toBe('HỘI ĐỒNG')
  })

  it('leaves other fonts and what is Unicode already', () => {
    expect(decodeRun('®¹i ß'.normalize('NFD'), 'Arial')).toBe('®¹i ß')
    expect(decodeRun('Hội đồng á', '.VnTime')).toBe('Hội đồng á')
    expect(decodeRun('Hội'.normalize('NFD'), 'VNI-Times')).toBe('Hội')
  })

  it('gives names the capitals that TCVN3 could not hold, and nothing else', () => {
    const decoded = (text: string) => decodeRun(text, '.VnTime')
    expect(decoded('x· û La, NguyÔn ThÞ ¸nh TuyÕt')).toBe('xã Ỷ La, Nguyễn Thị Ánh Tuyết')
    expect(decoded('Hµ Néi ë ViÖt Nam, x· ë Tuyªn Quang, ng­êi Êy Nam, tØnh ñng hé')).toBe(
      'Hà Nội ở Việt Nam, xã ở Tuyên Quang, người ấy Nam, tỉnh ủng hộ',
    )
  })

  it('reads the private-use characters of symbol fonts', () => {
    expect(decodeRun('\uF048\uF0E9i', '.VnTime')).toBe('Hội')
  })

  it('brings a VNI mark back to its letter across runs', () => {
    const font = 'VNI-Times'
    expect(decodeRuns(['Ho', 'äi ña', 'ûng'].map((text) => ({ text, font })))).toEqual(['Hộ', 'i đả', 'ng'])
    expect(
      decodeRuns([
        { text: 'o', font: 'Arial' },
        { text: 'ñ', font },
      ]),
    ).toEqual(['o', 'đ'])
    expect(decodeRuns([])).toEqual([])
  })
})

describe('guessing', () => {
  const tcvn3 = 'Uû ban nh©n d©n tØnh tæ chøc Héi nghÞ s¬ kÕt c«ng t¸c, dù héi nghÞ cã ®ång chÝ BÝ th\xAD TØnh uû'
  const vni = 'UÛy ban nhaân daân tænh toå chöùc Hoäi nghò sô keát coâng taùc, döï hoäi nghò coù ñoàng chí Bí thö'

  it('offers the right encoding with a score', () => {
    expect(guessLegacy(tcvn3)).toMatchObject({ encoding: 'tcvn3', text: expect.stringContaining('Hội nghị sơ kết') })
    expect(guessLegacy(vni)).toMatchObject({ encoding: 'vni', text: expect.stringContaining('Hội nghị sơ kết') })
    expect(guessLegacy(vni)!.score).toBeGreaterThan(0.9)
  })

  it.each([
    'Die Gemeinde beschließt über die Größe der öffentlichen Gebäude, für die Bürger schön und nützlich',
    'El señor Núñez habló mañana según la opinión pública del año pasado, también en Perú y Panamá',
    'Le président a déclaré à l’été que les élèves étaient très intéressés par les châteaux',
    'Hội nghị đã thảo luận về kế hoạch năm tới',
    'No accents at all',
    'à',
    '',
  ])('offers nothing for %s', (text) => {
    expect(guessLegacy(text)).toBeNull()
  })
})

const suite = new URL('../../../../../shared/suites/html/vietnamese-old-fonts/', import.meta.url)
describe.skipIf(!existsSync(suite))('pages in old fonts of the shared suite', () => {
  it.each(['tcvn3.html', 'vni.html', 'unicode-nfd.html'])('%s', (file) => {
    const page = readFileSync(new URL(file, suite), 'utf8')
    const runs = [...page.matchAll(/<font face="([^"]*)">([^<]*)</g)]
    const expected = JSON.parse(readFileSync(new URL('EXPECTED.json', suite), 'utf8'))
    const decoded = runs.map(([, font, text]) => decodeRun(text!, font!))
    if (runs.length > 0) expect(decoded).toEqual([expected.title, ...expected.paras, expected.cell])
    else expect(page.normalize('NFC')).toContain(expected.paras[0])
  })
})
