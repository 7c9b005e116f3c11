import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleEdit } from '#contract/articles'
import { documentOf, tagKey, tagsOf, textOf } from '../../../src/renderer/features/article/editor/convert'
import { dropPhoto, linesOf, movePhoto, setCaption, setTitle } from '../../../src/renderer/features/article/edits'

const span = (index: number, start: number, end: number, part: 'body' | 'lede' | 'title' | 'caption' = 'body') => ({
  part,
  index,
  start,
  end,
})
const base = {
  id: 'a',
  updatedAt: '',
  title: 'Bà Lan thăm Nà Mây',
  lede: 'Sáng 8/7, bà Lan đến xã.',
  body: [
    { kind: 'heading', text: 'Buổi sáng' },
    { kind: 'paragraph', text: 'Bà Lan thăm xã Nà Mây.' },
    { kind: 'figure', text: 'Toàn cảnh', photo: 1 },
    { kind: 'list-item', text: 'một' },
  ],
  photos: [
    { photoId: 'p0', caption: 'Bà Lan' },
    { photoId: 'p1', caption: 'Toàn cảnh' },
  ],
  events: [],
  mentions: [
    {
      personId: 'lan',
      name: 'Lan',
      offices: [],
      spans: [span(0, 3, 6, 'title'), span(0, 13, 16, 'lede'), span(1, 3, 6), span(0, 3, 6, 'caption')],
    },
  ],
  organizations: [],
  places: [
    { id: 'xa', name: 'xã Nà Mây', spans: [span(1, 12, 21)] },
    { id: 'nm', name: 'Nà Mây', spans: [span(1, 15, 21)] },
  ],
  documents: [],
} as unknown as ArticleEdit

const inText = (edit: ArticleEdit) =>
  new Map(
    tagsOf(edit).flatMap(({ key, tag }) => {
      const spans = tag.spans.filter(({ part }) => part === 'lede' || part === 'body')
      return spans.length > 0 ? [[key, spans] as const] : []
    }),
  )

describe('an article in the editor', () => {
  it('comes back as it went in, names over names too', () => {
    expect(textOf(documentOf(base), base.photos)).toEqual({ lede: base.lede, body: base.body, spans: inText(base) })
  })

  it('keeps figures with their photos when these are reordered', () => {
    const document = documentOf(base)
    const edited = movePhoto(1, 0)(base)
    expect(textOf(document, edited.photos).body[2]).toEqual({ kind: 'figure', text: 'Toàn cảnh', photo: 0 })
    expect(edited.body[2]).toMatchObject({ photo: 0 })
    expect(edited.mentions[0]?.spans.at(-1)).toEqual(span(1, 3, 6, 'caption'))
  })

  it('lets a name go that was torn in two, and keeps one that was copied', () => {
    const key = `${tagKey('person', 'lan', 'Lan')}#0`
    const piece = (text: string) => ({ type: 'text', text, marks: [{ type: 'name', attrs: { keys: key } }] })
    const blocks = (...texts: string[]) => ({
      type: 'doc',
      content: [{ type: 'lede' }, ...texts.map((text) => ({ type: 'paragraph', content: [piece(text)] }))],
    })
    expect(textOf(blocks('La', 'n'), []).spans).toEqual(new Map())
    expect(textOf(blocks('Lan', 'Lan'), []).spans.get('person:lan')).toEqual([span(0, 0, 3), span(1, 0, 3)])
  })

  it('leaves out empty paragraphs, with every place after them right', () => {
    const document = documentOf(base)
    document.content?.splice(1, 0, { type: 'paragraph' }, { type: 'paragraph', content: [{ type: 'text', text: ' ' }] })
    expect(textOf(document, base.photos)).toEqual({ lede: base.lede, body: base.body, spans: inText(base) })
  })

  it('comes back whatever stands where', () => {
    const text = fc.string({ minLength: 1, maxLength: 12 }).filter((words) => words.trim() !== '')
    const stretch = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.array(stretch, { maxLength: 4 }),
        (texts, found) => {
          const body = texts.map((words) => ({ kind: 'paragraph' as const, text: words }))
          const places = found.flatMap(([start, end], at) => {
            const index = at % body.length
            const words = body[index]?.text ?? ''
            const inside = end > start && end <= words.length && words.slice(start, end).trim() !== ''
            return inside ? [{ id: `x${at}`, name: 'x', spans: [span(index, start, end)] }] : []
          })
          const edit = { ...base, lede: null, body, mentions: [], places }
          expect(textOf(documentOf(edit), [])).toEqual({ lede: null, body, spans: inText(edit) })
        },
      ),
    )
  })
})

describe('edits of an article', () => {
  it('move names in title and captions along', () => {
    expect(setTitle('Hôm qua, bà Lan')(base).mentions[0]?.spans).not.toContainEqual(span(0, 3, 6, 'title'))
    expect(setTitle('— Bà Lan thăm Nà Mây')(base).mentions[0]?.spans[0]).toEqual(span(0, 5, 8, 'title'))
    expect(setCaption(0, 'Ảnh: Bà Lan')(base).mentions[0]?.spans.at(-1)).toEqual(span(0, 8, 11, 'caption'))
  })

  it('take a photo out with its figure, and move the others up', () => {
    const edited = dropPhoto(0)(base)
    expect(edited.photos.map(({ photoId }) => photoId)).toEqual(['p1'])
    expect(edited.body[2]).toMatchObject({ kind: 'figure', photo: 0 })
    expect(dropPhoto(1)(base).body.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list-item'])
    expect(movePhoto(0, 5)(base)).toBe(base)
  })

  it('read one thing a line', () => {
    expect(linesOf(' Thu Hằng \n\n Nam')).toEqual(['Thu Hằng', 'Nam'])
  })
})
