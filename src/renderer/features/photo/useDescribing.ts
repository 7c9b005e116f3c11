import { useQueryClient } from '@tanstack/react-query'
import type { InputOf } from '#contract/operations'
import type { PersonInPhoto, PhotoView } from '#contract/photos'
import { turnOf } from '#core/model/photo'
import { call } from '../../engine/client'
import { useNamedLately, useTurns } from '../../state/photos'

/** One change after the other: each builds on what the one before left. */
let last: Promise<unknown> = Promise.resolve()

/** Resolves when everything said so far is written or was refused: what a field was left with counts. */
export const allWritten = (): Promise<unknown> => last

type Known = Omit<InputOf<'photo.describe'>, 'id'>

/**
 * Writes what is known about a photo; what was written is what is read from then on, also before it is answered.
 * @returns resolves when it is on the disk; rejects with CallFailed
 */
export function useDescribing(id: string) {
  const client = useQueryClient()
  const key = ['photo.get', { id }]
  const write = async (what: (view: PhotoView) => Known) => {
    const view = client.getQueryData<PhotoView>(key)
    if (!view) return
    try {
      const after = await call('photo.describe', { id, ...what(view) })
      client.setQueryData(key, after)
      useNamedLately.getState().note(newcomers(view, after))
      useTurns.getState().note(id, turnOf(after.photo))
    } catch (thrown) {
      await client.invalidateQueries({ queryKey: key })
      throw thrown
    }
  }
  return (what: (view: PhotoView) => Known): Promise<void> => {
    const view = client.getQueryData<PhotoView>(key)
    if (view) client.setQueryData(key, withFields(view, what(view)))
    const done = last.then(() => write(what))
    last = done.catch(() => undefined)
    return done
  }
}

/** Those in the picture who were not in it before. */
function newcomers(before: PhotoView, after: PhotoView): PhotoView['people'] {
  const there = new Set(before.people.filter((person) => person.inPicture).map(({ id }) => id))
  return after.people.filter(({ id, inPicture }) => inPicture && !there.has(id))
}

const fields = ['photographers', 'place', 'takenOn', 'rights', 'physicalDescription'] as const

/** The view as it will be answered, as far as fields of the photo go: whoever looks again sees what was written. */
function withFields(view: PhotoView, known: Known): PhotoView {
  const said = fields.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]] as const]))
  return { ...view, photo: { ...view.photo, ...Object.fromEntries(said) } }
}

/** Those in the picture now, each as the operation takes them; boxes stay where they are. */
export const inPicture = ({ people }: PhotoView): PersonInPhoto[] =>
  people.filter((person) => person.inPicture).map(({ id }) => ({ personId: id }))

/** The people of a picture with one more, or with another box for one of them. */
export function withPerson(view: PhotoView, one: PersonInPhoto): PersonInPhoto[] {
  const people = inPicture(view)
  const at = people.findIndex((other) => 'personId' in one && 'personId' in other && other.personId === one.personId)
  // Whoever has another box keeps the place in the list.
  return at < 0 ? [...people, one] : people.with(at, one)
}
