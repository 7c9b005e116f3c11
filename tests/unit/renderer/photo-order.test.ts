import { describe, expect, it } from 'vitest'
import type { NamedInOrder, PhotoView } from '#contract/photos'
import type { Turn } from '#core/model/photo'
import { regionShown, regionStored, turnedOn } from '#core/pictures/turn'
import { setOf } from '../../../src/renderer/features/photo/batch'
import { newInside, withInside } from '../../../src/renderer/features/photo/NamesInside'
import { chosen, orderBoxes, peopleOf, proposed, without } from '../../../src/renderer/features/photo/order'

const box = (x: number, y = 0.4) => ({ x, y, width: 0.1, height: 0.1 })
const person = (id: string, name: string, region: ReturnType<typeof box> | null, inPicture = true) => ({
  id,
  name,
  region,
  inPicture,
})
const viewOf = (people: PhotoView['people'], more: object = {}): PhotoView =>
  ({ photo: { id: 'p', width: 300, height: 200, ...more }, people, uses: [], event: null }) as unknown as PhotoView
const named = (name: string, nth: number, personId: string | null = null): NamedInOrder => ({
  name,
  personId,
  office: '',
  row: null,
  from: 'left',
  nth,
})

describe('names of a caption in the boxes of a photo', () => {
  const view = viewOf([person('a', 'Lò Thị Hoà', box(0.7)), person('b', 'Hà Bền', null)])
  const boxes = orderBoxes(view, [box(0.1), box(0.4)])
  const names = [named('Vàng Tủa', 1), named('Hà Bền', 2, 'b'), named('Lò Thị Hoà', 3, 'a')]

  it('stand from left to right, drawn boxes and faces alike', () => {
    expect(boxes.map(({ x, person: one }) => [x, one?.name])).toEqual([
      [0.1, undefined],
      [0.4, undefined],
      [0.7, 'Lò Thị Hoà'],
    ])
    expect(proposed(boxes, names)).toEqual([0, 1, 2])
    expect(peopleOf(view, boxes, names, proposed(boxes, names))).toEqual([
      { name: 'Vàng Tủa', region: box(0.1) },
      { personId: 'b', region: box(0.4) },
      { personId: 'a', region: box(0.7) },
    ])
  })

  it('change places, and whoever loses a box stays in the picture', () => {
    const choices = chosen(chosen(proposed(boxes, names), 2, 0), 0, null)
    expect(choices).toEqual([null, 1, 0])
    expect(without(names, choices).map(({ name }) => name)).toEqual(['Lò Thị Hoà'])
    expect(peopleOf(view, boxes, names, choices)).toEqual([
      { personId: 'a', region: null },
      { personId: 'b', region: box(0.4) },
      { name: 'Vàng Tủa', region: box(0.7) },
    ])
  })

  it.each<Turn>([0, 90, 180, 270])('are stored as they lie in the file of a photo turned by %i', (turned) => {
    const turnedView = viewOf([], { turned })
    const people = peopleOf(turnedView, [{ ...box(0.1), person: null }], [named('Ai', 1)], [0])
    const [stored] = people.map(({ region }) => region)
    const shown = stored && regionShown(stored, turned)
    expect(shown?.x).toBeCloseTo(0.1)
    expect(shown?.y).toBeCloseTo(0.4)
  })
})

describe('a box drawn on a turned photo', () => {
  const turns: Turn[] = [0, 90, 180, 270]

  it('stays on the same face through all turns after it', () => {
    // Where a face is in the file, as a point; the box is drawn around it as it is shown.
    const face = { x: 0.3, y: 0.6 }
    for (const drawnAt of turns) {
      const point = regionShown({ ...face, width: 0, height: 0 }, drawnAt)
      const stored = regionStored({ x: point.x - 0.05, y: point.y - 0.02, width: 0.1, height: 0.04 }, drawnAt)
      let turn = drawnAt
      for (let quarter = 0; quarter < 4; quarter++) {
        turn = turnedOn(turn, 1)
        const now = regionShown(stored, turn)
        const there = regionShown({ ...face, width: 0, height: 0 }, turn)
        expect(now.x + now.width / 2).toBeCloseTo(there.x)
        expect(now.y + now.height / 2).toBeCloseTo(there.y)
        expect(now.width * now.height).toBeCloseTo(0.004)
      }
    }
  })
})

describe('people named inside a file', () => {
  const namedInside = [
    { name: 'Lò Thị Hoà', region: box(0.2) },
    { name: 'Hà Bền', region: null },
    { name: 'Người Lạ', region: box(0.6) },
  ]

  it('are proposed while they are not in the picture, or have no box', () => {
    const view = viewOf([person('a', 'Lò Thị Hòa', null), person('b', 'Hà Bền', null)], { namedInside })
    expect(newInside(view).map(({ name }) => name)).toEqual(['Lò Thị Hoà', 'Người Lạ'])
    expect(newInside(viewOf([]))).toEqual([])
  })

  it('are taken with their boxes; one marked by hand stays', () => {
    const view = viewOf(
      [person('a', 'Lò Thị Hoà', box(0.21)), person('b', 'Hà Bền', null, false), person('c', 'Ai Khác', null)],
      { namedInside },
    )
    expect(withInside(view, namedInside)).toEqual([
      { personId: 'a', region: box(0.21) },
      { personId: 'c' },
      { personId: 'b', region: null },
      { name: 'Người Lạ', region: box(0.6) },
    ])
  })
})

describe('what a batch writes', () => {
  const caption = { text: ' Ảnh ', find: '' }
  it('leaves out rules that say nothing yet', () => {
    expect(setOf({ caption: { ...caption, how: 'replace' }, people: { how: 'add', people: [] } })).toEqual({})
    expect(setOf({ onlyEmpty: true })).toEqual({})
    expect(setOf({ caption: { how: 'before', text: ' ', find: '' } })).toEqual({})
  })

  it('says how, and whom', () => {
    expect(setOf({ caption: { ...caption, how: 'number' }, onlyEmpty: true })).toEqual({
      captionRule: { how: 'number', text: 'Ảnh' },
      onlyEmpty: true,
    })
    expect(setOf({ caption: { ...caption, how: 'set' } })).toEqual({ caption: 'Ảnh' })
    const people = [{ id: 'a', name: 'Lò Thị Hoà' }, { name: 'Người Mới' }]
    expect(setOf({ people: { how: 'set', people } })).toEqual({
      peopleRule: { how: 'set', people: [{ personId: 'a' }, { name: 'Người Mới' }] },
    })
  })
})
