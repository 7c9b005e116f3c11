import fc from 'fast-check'
import { beforeAll, describe, it } from 'vitest'
import { KhoError } from '#core/errors'
import { SourceText } from '#core/press/source'
import { readerLimits } from '#intake/protocol'
import { readPaste, readRelease } from '#intake/read'
import { piecesOf, sampleArticle } from '#tests/fixtures/make/article'
import { docxOf, wordPackage } from '#tests/fixtures/make/docx'
import { savedPage } from '#tests/fixtures/make/html'
import { jpeg } from '#tests/fixtures/make/pictures'
import { readBytes } from '#tests/support/photos'

/** Whatever comes in: text in our form, with picture indexes that exist, or an error with a code. */
async function holds(reading: () => Promise<{ source?: unknown; pictures?: unknown[] }>): Promise<boolean> {
  try {
    const { source, pictures = [] } = await reading()
    if (source === undefined) return true
    const { blocks } = SourceText.parse(source)
    return blocks.every((block) => {
      const clean = block.text === block.text.normalize('NFC') && !/[\n\r\u200b\u00ad]/.test(block.text)
      return clean && (block.picture ?? -1) < pictures.length
    })
  } catch (error) {
    return error instanceof KhoError
  }
}

/** Bytes changed, cut and doubled in a few places. */
const damages = fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255), kind: fc.constantFrom('set', 'cut', 'twice') }), {
  minLength: 1,
  maxLength: 6,
})

function damaged(bytes: Uint8Array, changes: { at: number; byte: number; kind: string }[]): Uint8Array {
  let now = bytes.slice()
  for (const { at, byte, kind } of changes) {
    const place = at % Math.max(1, now.length)
    if (kind === 'set') now[place] = byte
    if (kind === 'cut') now = now.slice(0, Math.max(20, place))
    if (kind === 'twice') now = Uint8Array.from([...now.slice(0, place), ...now.slice(Math.max(0, place - 50))])
  }
  return now
}

const xmlPieces = fc.constantFrom(
  '<w:p>',
  '</w:p>',
  '<w:r>',
  '</w:r>',
  '<w:t>',
  '</w:t>',
  'Chữ',
  '<w:tbl>',
  '</w:tbl>',
  '<w:tr>',
  '</w:tr>',
  '<w:tc>',
  '</w:tc>',
  '<w:txbxContent>',
  '</w:txbxContent>',
  '<mc:AlternateContent>',
  '</mc:AlternateContent>',
  '<mc:Choice>',
  '</mc:Choice>',
  '<mc:Fallback>',
  '</mc:Fallback>',
  '<w:del>',
  '</w:del>',
  '<w:pPr>',
  '</w:pPr>',
  '<w:rPr>',
  '</w:rPr>',
  '<w:br/>',
  '<a:blip r:embed="rId1"/>',
  '<w:footnoteReference w:id="1"/>',
  '<w:numId w:val="1"/>',
  '&amp;',
  '&x;',
  '<',
  '\u0001',
)
const htmlPieces = fc.constantFrom(
  '<p>',
  '</p>',
  '<div class="content">',
  '</div>',
  '<table>',
  '</table>',
  '<tr>',
  '<td>',
  '</td>',
  'Chữ ',
  '<br>',
  '<ul>',
  '<li>',
  '</ul>',
  '<img src="a.jpg">',
  '<h1>',
  '</h1>',
  '<b>',
  '</b>',
  '<a href="x">',
  '</a>',
  '<article>',
  '</article>',
  '<nav>',
  '</nav>',
  '<style>.a{',
  '</style>',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '&nbsp;',
  '<svg>',
  '<template>',
  '<select>',
  '<pre>',
  '\n',
  '<font face=".VnTime">',
  '¶',
  '<meta charset="x">',
  '<title>',
  '</title>',
  '<plaintext>',
)

const rtfPieces = fc.constantFrom(
  '{',
  '}',
  '\\par ',
  '\\cell ',
  '\\row ',
  '\\intbl ',
  '\\pard ',
  '\\b ',
  '\\b0 ',
  'Chu ',
  "\\'e0",
  '\\u7845 a',
  '\\uc2 ',
  '\\pict ',
  '89504e470d0a1a0a',
  '\\fonttbl',
  '\\f1 .VnTime;',
  '\\f1 ',
  '\\footnote ',
  '\\*',
  '\\bin9 ',
  '\\sv ',
  '\\line ',
  '\\',
  '\n',
)

describe('readers', { timeout: 60_000 }, () => {
  let word: Uint8Array
  let picture: Uint8Array
  const page = new TextEncoder().encode(savedPage(piecesOf(sampleArticle), 'x_files').html)

  beforeAll(async () => {
    picture = await jpeg(1)
    word = await docxOf(piecesOf(sampleArticle), [picture, await jpeg(2)])
  })

  const read = (name: string, bytes: Uint8Array) => readRelease({ name, bytes }, readerLimits)

  it('take damaged Word files', () =>
    fc.assert(
      fc.asyncProperty(damages, (changes) => holds(() => read('a.docx', damaged(word, changes)))),
      { numRuns: 150 },
    ))

  it('take Word XML in any disorder', () =>
    fc.assert(
      fc.asyncProperty(fc.array(xmlPieces, { maxLength: 60 }), async (pieces) => {
        const bytes = await wordPackage(pieces.join(''), { 'media/image1.jpeg': picture })
        return holds(() => read('a.docx', bytes))
      }),
      { numRuns: 250 },
    ))

  it('take RTF in any disorder', () =>
    fc.assert(
      fc.asyncProperty(fc.array(rtfPieces, { maxLength: 80 }), (pieces) =>
        holds(() => read('a.rtf', new TextEncoder().encode(`{\\rtf1 ${pieces.join('')}`))),
      ),
      { numRuns: 300 },
    ))

  it('take damaged pages', () =>
    fc.assert(
      fc.asyncProperty(damages, (changes) => holds(() => read('a.html', damaged(page, changes)))),
      { numRuns: 60 },
    ))

  it('take HTML in any disorder', () =>
    fc.assert(
      fc.asyncProperty(fc.array(htmlPieces, { maxLength: 80 }), (pieces) =>
        holds(() => readPaste('Chữ', `<p>${pieces.join('')}`)),
      ),
      { numRuns: 300 },
    ))

  it('take any bytes', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => holds(() => read('a.txt', bytes))),
      { numRuns: 300 },
    ))

  it('take damaged pictures', () =>
    fc.assert(
      fc.asyncProperty(damages, (changes) => {
        const bytes = damaged(picture, changes)
        return holds(async () => {
          await readBytes(bytes)
          return {}
        })
      }),
      { numRuns: 150 },
    ))
})
