import type { NamedInOrder, PersonInPhoto, PhotoView } from '#contract/photos'
import { type Region, turnOf } from '#core/model/photo'
import { boxesFor, rowsOf } from '#core/pictures/rows'
import { regionShown, regionStored } from '#core/pictures/turn'

/** A box in the picture as it is shown: somebody's, or a face that has no name yet. */
export interface OrderBox extends Region {
  person: { id: string; name: string } | null
}

/** Every box of a photo, front row first, each row from left to right. */
export function orderBoxes({ photo, people }: PhotoView, faces: readonly Region[]): OrderBox[] {
  const turn = turnOf(photo)
  const named = people.flatMap(({ id, name, region }): OrderBox[] =>
    region ? [{ ...regionShown(region, turn), person: { id, name } }] : [],
  )
  return rowsOf([...named, ...faces.map((face): OrderBox => ({ ...face, person: null }))]).flat()
}

/** For each box the index of the name it gets, null for none. */
export type Choices = readonly (number | null)[]

/** Names given to boxes by where the caption says that people stand. */
export function proposed(boxes: readonly OrderBox[], names: readonly NamedInOrder[]): Choices {
  const found = boxesFor(boxes, names)
  return boxes.map((_, box) => {
    const at = found.indexOf(box)
    return at < 0 ? null : at
  })
}

/** One box given another name; where another box had it, that one has none then. */
export const chosen = (choices: Choices, box: number, name: number | null): Choices =>
  choices.map((now, at) => (at === box ? name : now === name ? null : now))

/** Names that no box has got. */
export const without = (names: readonly NamedInOrder[], choices: Choices): NamedInOrder[] =>
  names.filter((_, at) => !choices.includes(at))

/** The people of a photo once the names stand in their boxes; whoever loses a box stays in the picture. */
export function peopleOf(
  view: PhotoView,
  boxes: readonly OrderBox[],
  names: readonly NamedInOrder[],
  choices: Choices,
): PersonInPhoto[] {
  const turn = turnOf(view.photo)
  const given = boxes.flatMap((box, at) => {
    const one = names[choices[at] ?? -1]
    const { x, y, width, height } = box
    return one ? [{ one, box, region: regionStored({ x, y, width, height }, turn) }] : []
  })
  const named = new Set(given.map(({ one }) => one.personId))
  const unboxed = new Set(given.map(({ box }) => box.person?.id))
  const others = view.people
    .filter(({ id, inPicture }) => inPicture && !named.has(id))
    .map(({ id }): PersonInPhoto => (unboxed.has(id) ? { personId: id, region: null } : { personId: id }))
  return [
    ...others,
    ...given.map(
      ({ one, region }): PersonInPhoto =>
        one.personId ? { personId: one.personId, region } : { name: one.name, region },
    ),
  ]
}
