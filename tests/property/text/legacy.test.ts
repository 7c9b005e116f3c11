import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLegacy, decodeRun, decodeRuns } from '#core/text/legacy'
import { guessLegacy } from '#core/text/legacy-guess'
import { tcvn3Bytes, visciiBytes, vpsBytes } from '#core/text/legacy-tables'
import { text } from './arbitraries'

const lowerVni: Record<string, string> = {
  ...{ à: 'aø', á: 'aù', ả: 'aû', ã: 'aõ', ạ: 'aï', â: 'aâ', ấ: 'aá', ầ: 'aà', ẩ: 'aå', ẫ: 'aã', ậ: 'aä' },
  ...{ ă: 'aê', ắ: 'aé', ằ: 'aè', ẳ: 'aú', ẵ: 'aü', ặ: 'aë', đ: 'ñ', è: 'eø', é: 'eù', ẻ: 'eû', ẽ: 'eõ', ẹ: 'eï' },
  ...{ ê: 'eâ', ế: 'eá', ề: 'eà', ể: 'eå', ễ: 'eã', ệ: 'eä', ì: 'ì', í: 'í', ỉ: 'æ', ĩ: 'ó', ị: 'ò' },
  ...{ ò: 'oø', ó: 'où', ỏ: 'oû', õ: 'oõ', ọ: 'oï', ô: 'oâ', ố: 'oá', ồ: 'oà', ổ: 'oå', ỗ: 'oã', ộ: 'oä' },
  ...{ ơ: 'ô', ớ: 'ôù', ờ: 'ôø', ở: 'ôû', ỡ: 'ôõ', ợ: 'ôï', ù: 'uø', ú: 'uù', ủ: 'uû', ũ: 'uõ', ụ: 'uï' },
  ...{ ư: 'ö', ứ: 'öù', ừ: 'öø', ử: 'öû', ữ: 'öõ', ự: 'öï', ỳ: 'yø', ý: 'yù', ỷ: 'yû', ỹ: 'yõ', ỵ: 'î' },
}
const vni = new Map(
  Object.entries(lowerVni).flatMap(([letter, bytes]) => [
    [letter, bytes],
    [letter.toUpperCase(), bytes.toUpperCase()],
  ]),
)
const single = (bytes: string) =>
  new Map(bytes.split(' ').map((pair) => [pair.slice(2), String.fromCharCode(Number.parseInt(pair.slice(0, 2), 16))]))
const encoders = { tcvn3: single(tcvn3Bytes), vni, viscii: single(visciiBytes), vps: single(vpsBytes) }

const written = (table: Map<string, string>) =>
  fc.array(fc.constantFrom(...table.keys(), ...'abcdeghiklmnopqrstuvxyABCDEGHIKLMNOPQRSTUVXY0123456789 ,.;-\n'), {
    maxLength: 60,
  })

describe.each(Object.entries(encoders))('%s', (name, table) => {
  const encoding = name as keyof typeof encoders

  it('comes back letter by letter', () => {
    fc.assert(
      fc.property(written(table), (letters) => {
        const bytes = letters.map((letter) => table.get(letter) ?? letter).join('')
        expect(decodeLegacy(bytes, encoding)).toBe(letters.join(''))
        const symbols = bytes.replace(/[\x20-\xFF]/g, (byte) => String.fromCharCode(0xf000 + byte.charCodeAt(0)))
        expect(decodeLegacy(symbols, encoding)).toBe(letters.join(''))
      }),
    )
  })

  it('takes any text without complaint', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(decodeLegacy(source, encoding)).toBe(decodeLegacy(source, encoding).normalize('NFC'))
      }),
    )
  })
})

describe('runs', () => {
  it('however Word cuts them, a VNI text comes back whole', () => {
    fc.assert(
      fc.property(written(vni), fc.array(fc.nat(80), { maxLength: 5 }), (letters, cuts) => {
        const bytes = letters.map((letter) => vni.get(letter) ?? letter).join('')
        const places = [0, ...cuts.filter((cut) => cut < bytes.length), bytes.length].sort((a, b) => a - b)
        const runs = places.slice(1).map((end, at) => ({ text: bytes.slice(places[at], end), font: 'VNI-Times' }))
        expect(decodeRuns(runs).join('')).toBe(letters.join(''))
      }),
    )
  })

  it('leave text alone that is Unicode already, under whatever font', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('.VnTime', '.VnTimeH', 'VNI-Times', 'Arial'), (source, font) => {
        const unicode = `ệ${source}`
        expect(decodeRun(unicode, font)).toBe(unicode.normalize('NFC'))
      }),
    )
  })
})

describe('guessing', () => {
  const syllables = 'Ủy ban nhân dân tỉnh tổ chức hội nghị sơ kết công tác sáu tháng đầu năm đồng chí Bí thư phát biểu'
  it.each(['tcvn3', 'vni'] as const)('knows any Vietnamese text in %s', (encoding) => {
    const table = encoders[encoding]
    const sentence = fc.shuffledSubarray(syllables.toLowerCase().split(' '), { minLength: 12 })
    fc.assert(
      fc.property(sentence, (words) => {
        const original = words.join(' ')
        const bytes = [...original].map((letter) => table.get(letter) ?? letter).join('')
        expect(guessLegacy(bytes)).toMatchObject({ encoding, text: original })
        expect(guessLegacy(original)).toBeNull()
      }),
    )
  })
})
