import { describe, expect, it } from 'vitest'
import type { Draft } from '#core/model/draft'
import {
  acceptAll,
  addParagraph,
  addSuggestion,
  choose,
  movePhoto,
  placePhoto,
  removePhoto,
  setBlock,
  setCaption,
  setHeading,
  setMatches,
  settleBlock,
  setValue,
} from '../../../src/renderer/features/review/edits'
import { marksIn } from '../../../src/renderer/features/review/model'
import { draft as material } from '../../renderer-preview/fake/data'

const draft: Draft = {
  ...material,
  text: {
    ...material.text,
    body: [...material.text.body, { kind: 'figure', text: '', photo: 0 }, { kind: 'figure', text: '', photo: 2 }],
  },
}
const shown = (of: Draft) =>
  of.text.body.map((block) => (block.photo === undefined ? null : of.photos[block.photo]?.photoId)).filter(Boolean)

const markedIn = (of: Draft, index: number) =>
  marksIn(of, 'body', index).map(({ start, end }) => of.text.body[index]?.text.slice(start, end))

describe('work on a draft', () => {
  it('keeps marks on their words while a paragraph is typed into and split', () => {
    const marked = markedIn(draft, 0)
    const typed = setBlock(0, `Mở đầu.\n${draft.text.body[0]?.text}`)(draft)
    const settled = settleBlock(0)(typed)
    expect(settled.text.body).toHaveLength(draft.text.body.length + 1)
    expect(markedIn(settled, 0)).toEqual([])
    expect(markedIn(settled, 1)).toEqual(marked)
    expect(markedIn(settled, 2)).toEqual(markedIn(draft, 1))
  })

  it('takes an emptied paragraph out and a line break alone changes nothing', () => {
    expect(settleBlock(1)(setBlock(1, '  ')(draft)).text.body).toHaveLength(draft.text.body.length - 1)
    expect(settleBlock(1)(draft)).toBe(draft)
  })

  it('adds a paragraph that stays only if something is typed into it', () => {
    const added = addParagraph(draft)
    const index = added.text.body.length - 1
    expect(settleBlock(index)(added).text.body).toEqual(draft.text.body)
    expect(settleBlock(index)(setBlock(index, 'Thêm vào.')(added)).text.body.at(-1)?.text).toBe('Thêm vào.')
  })

  it('has no lede rather than an empty one', () => {
    expect(setHeading('lede', '')(draft).text.lede).toBeNull()
  })

  it('marks nothing that was dropped', () => {
    const [person] = draft.people
    const dropped = { ...draft, people: draft.people.map((one) => ({ ...one, state: 'dropped' as const })) }
    expect(marksIn(draft, 'title').map(({ of }) => of.id)).toContain(person?.id)
    expect(marksIn(dropped, 'title').map(({ of }) => of.id)).not.toContain(person?.id)
  })

  it('calls a suggestion changed when its value or record is chosen by hand', () => {
    const [person] = draft.people
    const id = person?.id ?? ''
    expect(setValue('people', id, { name: 'Khác', offices: [] })(draft).people[0]).toMatchObject({
      value: { name: 'Khác' },
      state: 'changed',
    })
    expect(choose('people', id, null)(draft).people[0]).toMatchObject({ chosen: null, state: 'changed' })
  })

  it('takes the one record of the same name, and none where two could be meant', () => {
    const added = addSuggestion('people', 'new', { name: 'Lý Văn Chài', offices: [] }, [])(draft)
    const match = (id: string) => ({ id, name: 'Lý Văn Chài', detail: '', reason: { code: 'same-name', args: {} } })
    const last = (of: Draft) => of.people.at(-1)?.chosen
    expect(last(setMatches('people', 'new', 'Lý Văn Chài', [match('a')])(added))).toBe('a')
    expect(last(setMatches('people', 'new', 'Lý Văn Chài', [match('a'), match('b')])(added))).toBeNull()
  })

  it('keeps everything offered at once and leaves what was decided', () => {
    const before = {
      ...draft,
      places: draft.places.map((one, n) => (n === 0 ? { ...one, state: 'dropped' as const } : one)),
    }
    const states = acceptAll(['places'])(before).places.map(({ state }) => state)
    expect(states).toEqual(['dropped', 'accepted'])
    expect(acceptAll(['places'])(before).people).toBe(before.people)
  })
})

describe('photos of a draft', () => {
  it('change places while figures go on showing what they showed', () => {
    const moved = movePhoto(0, 1)(draft)
    expect(moved.photos.map(({ photoId }) => photoId)).toEqual(['photo-1', 'photo-0', 'photo-2'])
    expect(shown(moved)).toEqual(shown(draft))
  })

  it('stay in place at either end', () => {
    expect(movePhoto(0, -1)(draft)).toBe(draft)
    expect(movePhoto(2, 1)(draft)).toBe(draft)
  })

  it('take the place and the words of a caption that came without its photo', () => {
    const awaiting: typeof draft = {
      ...draft,
      photos: draft.photos.map((photo) => ({ ...photo, caption: '' })),
      text: { ...draft.text, body: [{ kind: 'figure', text: 'Bà Lan trao nhà' }] },
    }
    const placed = placePhoto(0, 1)(awaiting)
    expect(placed.text.body).toEqual([{ kind: 'figure', text: '', photo: 1 }])
    expect(placed.photos[1]).toMatchObject({ caption: 'Bà Lan trao nhà', captionSure: 1 })
    expect(placePhoto(0, 9)(awaiting)).toBe(awaiting)
  })

  it('leave the figures of the others alone when one is taken out', () => {
    const removed = removePhoto(0)(draft)
    expect(removed.photos).toHaveLength(2)
    expect(shown(removed)).toEqual(['photo-2'])
  })

  it('are sure of a caption the clerk has written', () => {
    expect(setCaption('photo-2', 'Trao quà')(draft).photos[2]).toEqual({
      photoId: 'photo-2',
      caption: 'Trao quà',
      captionSure: 1,
    })
  })
})
