import { FileText } from 'lucide-react'
import type { PersonInPhoto, PhotoView } from '#contract/photos'
import type { NamedInside } from '#core/pictures/inside'
import { comparable } from '#core/text/fold'
import { Button } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { inPicture, useDescribing } from './useDescribing'
import './names-inside.css'

/** People that the file itself names, with their boxes where it has some: taken one by one or all at once. */
export function NamesInside({ view }: { view: PhotoView }) {
  const t = useWords()
  const caught = useFailures()
  const describe = useDescribing(view.photo.id)
  const names = newInside(view)
  if (names.length === 0) return null
  const take = caught((taken: NamedInside[]) => describe((now) => ({ people: withInside(now, taken) })))
  return (
    <div className="names-inside" data-testid="names-inside">
      <p className="field-hint">
        <FileText aria-hidden /> {t('photos.people.inside')}
      </p>
      <ul>
        {names.map((one) => (
          <li key={one.name}>
            <span>
              {one.name}
              {one.region && <small> {t('photos.people.withBox')}</small>}
            </span>
            <Button
              look="quiet"
              aria-label={t('photos.people.takeOne', { name: one.name })}
              onClick={() => take([one])}
              data-testid="take-inside"
            >
              {t('photos.people.take')}
            </Button>
          </li>
        ))}
      </ul>
      {names.length > 1 && (
        <Button look="quiet" onClick={() => take(names)} data-testid="take-all-inside">
          {t('photos.people.takeAll', { count: names.length })}
        </Button>
      )}
    </div>
  )
}

/** What the file says and the record does not: someone who is not in the picture yet, or has no box yet. */
export function newInside({ photo, people }: PhotoView): NamedInside[] {
  return (photo.namedInside ?? []).filter(({ name, region }) => {
    const there = people.find((person) => person.inPicture && comparable(person.name) === comparable(name))
    return !there || (region !== null && there.region === null)
  })
}

/** The people of a photo with those its file names; a box marked by hand stays. */
export function withInside(view: PhotoView, taken: NamedInside[]): PersonInPhoto[] {
  const people = new Map<string, PersonInPhoto>()
  for (const one of inPicture(view)) if ('personId' in one) people.set(one.personId, one)
  for (const { name, region } of taken) {
    const known = view.people.find((person) => comparable(person.name) === comparable(name))
    const box = known?.region ?? region
    if (known) people.set(known.id, { personId: known.id, region: box })
    else people.set(name, { name, region: box })
  }
  return [...people.values()]
}
