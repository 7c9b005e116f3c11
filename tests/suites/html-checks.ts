import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toContract } from '#core/press/contract'
import { readPress } from '#core/press/read'
import { readerLimits } from '#intake/protocol'
import { readRelease } from '#intake/read'
import { vocabulary } from '#tests/bench/vocabulary'
import { haveSuites, htmlSuite, sampled, textOf, wordsInOrder } from './support'

interface ExpectedPage {
  title: string
  lede: string
  body: string[]
  captions: string[]
  authors: string[]
  photographers: string[]
  images?: number
}

const read = (path: string) =>
  readRelease(
    { name: path.replace(/^.*\//, ''), bytes: new Uint8Array(readFileSync(join(htmlSuite, path))) },
    readerLimits,
  )

/** Declares the checks over ../shared/suites/html, whole or a sample. */
export function checkHtmlSuite(): void {
  describe.skipIf(!haveSuites)('web pages beside the project', { timeout: 60_000 }, () => {
    const pages = expectedPages()

    it.each(Object.entries(pages))('vietnamese-pages/%s', async (name, wanted) => {
      const { source, pictures } = await read(`vietnamese-pages/${name}`)
      const { title, lede, body, captions, authors, photographers } = toContract(readPress(source, vocabulary), name)
      const { title: t, lede: l, body: b, captions: c, authors: a, photographers: p } = wanted
      expect({ title, lede, body, captions, authors, photographers }).toEqual({
        title: t,
        lede: l,
        body: b,
        captions: c,
        authors: a,
        photographers: p,
      })
      expect(pictures).toHaveLength(wanted.images ?? 0)
    })

    it.each(['tcvn3', 'vni', 'unicode-nfc', 'unicode-nfd'])('vietnamese-old-fonts/%s.html', async (name) => {
      const wanted = JSON.parse(readFileSync(join(htmlSuite, 'vietnamese-old-fonts/EXPECTED.json'), 'utf8'))
      const { source } = await read(`vietnamese-old-fonts/${name}.html`)
      const texts = source.blocks.map((block) => block.text)
      expect(texts.slice(0, 4)).toEqual([wanted.title, ...wanted.paras])
      expect(texts[4]?.split('\t')[0]).toBe(wanted.cell)
    })

    it.each(readabilityCases())('readability/%s', async (name) => {
      const page = (file: string) => readFileSync(join(htmlSuite, 'readability', name, file), 'utf8')
      const { source } = await read(`readability/${name}/source.html`)
      const wanted = plainText(page('expected.html'))
      const given = textOf(source.blocks)
      expect(wordsInOrder(wanted, given)).toBeGreaterThan(0.95)
      expect(wordsInOrder(given, wanted)).toBeGreaterThan(0.85)
      const meta = JSON.parse(page('expected-metadata.json'))
      if (meta.title) expect(source.meta.title).toContain(meta.title)
      if (meta.byline) expect(source.meta.author).toBe(meta.byline)
    })

    it.each(['owasp', 'h5sc', 'dompurify'])('xss/%s: read as text or refused, nothing kept that runs', async (name) => {
      const vectors: { id: string; html: string }[] = JSON.parse(
        readFileSync(join(htmlSuite, 'xss', `${name}.json`), 'utf8'),
      )
      for (const { id, html } of sampled(vectors)) {
        const bytes = new TextEncoder().encode(`<!doctype html><p>Chữ</p>${html}`)
        const { source } = await readRelease({ name: `${id}.html`, bytes }, readerLimits)
        const kept = source.blocks.flatMap((block) => Object.keys(block))
        const known = ['kind', 'text', 'gap', 'level', 'bold', 'italic', 'centered', 'right', 'role', 'picture', 'name']
        expect(kept.filter((key) => !known.includes(key))).toEqual([])
        // The name of a picture's file, to find its caption by: no address, and nothing is opened by it.
        const names = source.blocks.map((block) => block.name ?? '')
        expect(names.filter((name) => /[/\\]|^\w+:/.test(name))).toEqual([])
        expect(source.meta.address ?? 'https:').toMatch(/^https?:/)
      }
    })

    it('encodings declared in a page are found from its bytes', async () => {
      const { declaredEncoding } = await import('#intake/html/encoding')
      const wrong: string[] = []
      for (const [data, wanted] of encodingCases()) {
        const bytes = Uint8Array.from(data, (letter) => letter.charCodeAt(0))
        const marked = data.startsWith('\xef\xbb\xbf') ? 'utf-8' : null
        const found = marked ?? declaredEncoding(bytes) ?? 'windows-1252'
        if (label(found) !== label(wanted)) wrong.push(`${JSON.stringify(data.slice(0, 100))}: ${found}, not ${wanted}`)
      }
      expect(wrong).toEqual([])
    })
  })
}

function expectedPages(): Record<string, ExpectedPage> {
  return haveSuites ? JSON.parse(readFileSync(join(htmlSuite, 'vietnamese-pages/EXPECTED.json'), 'utf8')) : {}
}

function readabilityCases(): string[] {
  const folder = join(htmlSuite, 'readability')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** Words of a clean fragment: tags out, entities as they are met there. */
function plainText(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" }
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all)
}

function encodingCases(): [data: string, encoding: string][] {
  const text = readFileSync(join(htmlSuite, 'html5lib-encoding/tests1.dat'), 'latin1')
  return (
    text
      .split(/^#data\n/m)
      .slice(1)
      .map((block) => block.split(/\n#encoding\n/))
      .map(([data = '', encoding = '']): [string, string] => [data, encoding.trim()])
      // We never run scripts, nor look for declarations in them or in style sheets.
      .filter(([data]) => !/<(script|style)[^>]*>[^<]*<meta/.test(data))
  )
}

function label(name: string): string {
  try {
    return new TextDecoder(name).encoding
  } catch {
    return name.toLowerCase()
  }
}
