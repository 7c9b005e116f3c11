import { describe, expect, it } from 'vitest'
import { readerLimits } from '#intake/protocol'
import { readRelease } from '#intake/read'
import { decodeText } from '#intake/text/encoding'
import { sampleArticle } from '#tests/fixtures/make/article'
import { encoded, encodings } from '#tests/fixtures/make/text'

describe('a text file', () => {
  it.each(encodings)('comes out the same from %s', async (encoding) => {
    const bytes = encoded(sampleArticle, encoding)
    const { source, format } = await readRelease({ name: 'bài.txt', bytes }, readerLimits)
    expect(format).toBe('text')
    expect(source.blocks.map((block) => block.text)).toEqual(sampleArticle.split('\n').filter((line) => line !== ''))
    expect(source.blocks[2]?.gap).toBe(2)
  })

  it('says when the encoding had to be guessed', async () => {
    const { warnings } = await readRelease(
      { name: 'a.txt', bytes: encoded(sampleArticle, 'windows-1258') },
      readerLimits,
    )
    expect(warnings).toContainEqual({ code: 'encoding-guessed', file: 'a.txt', args: { encoding: 'windows-1258' } })
  })

  it('reads the bytes of old Vietnamese fonts as what they are, and says so', async () => {
    const tcvn3 =
      'H\xe9i \xae\xe5ng nh\xa9n d\xa9n t\xd8nh h\xe4p phi\xaan th\xad\xeang k\xfa, b\xb5n nhi\xd2u viÖc l\xedn'
    const bytes = Uint8Array.from(tcvn3, (letter) => letter.charCodeAt(0))
    const { source, warnings } = await readRelease({ name: 'cũ.txt', bytes }, readerLimits)
    expect(source.blocks[0]?.text).toMatch(/^Hội đồng nhân dân tỉnh họp phiên thường k/)
    expect(warnings[0]).toMatchObject({ code: 'encoding-guessed', args: { encoding: 'TCVN3' } })
  })

  it('does not give up UTF-8 for a damaged byte', () => {
    const bytes = encoded(sampleArticle, 'utf-8')
    bytes[40] = 0xff
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', guessed: true })
  })

  it('forgives a letter cut at the end of UTF-8', () => {
    const bytes = encoded('Hội đồng nhân dân tỉnh họ', 'utf-8')
    expect(decodeText(bytes.slice(0, -1)).encoding).toBe('utf-8')
  })

  it('keeps Latin-1 words of other languages', () => {
    expect(decodeText(Uint8Array.from(Buffer.from('Café des élèves à Genève', 'latin1'))).text).toBe(
      'Café des élèves à Genève',
    )
  })

  it('refuses what is no text at all', async () => {
    const bytes = Uint8Array.from({ length: 600 }, (_, at) => (at * 37) % 256)
    await expect(readRelease({ name: 'a.txt', bytes }, readerLimits)).rejects.toMatchObject({
      code: 'file-type-unknown',
    })
  })
})
