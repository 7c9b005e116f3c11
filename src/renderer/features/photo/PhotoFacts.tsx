import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { InputOf, PhotoView } from '#contract/operations'
import { call } from '../../engine/client'
import { useReadOnly } from '../../state/archive'
import { useDialogs } from '../../state/dialogs'
import { CheckField } from '../../ui/CheckField'
import { Facts } from '../../ui/Facts'
import { TextField } from '../../ui/Field'
import { Link } from '../../ui/Link'
import { useFailures } from '../../ui/useFailures'
import { showDate } from '../../words/dates'
import { showSize } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { takenWords } from './taken'

/** What is known about a photo, and who of its article is in it. */
export function PhotoFacts({ view }: { view: PhotoView }) {
  const { t, language } = usePhrases()
  const { photo, uses, event } = view
  const close = useDialogs((state) => state.close)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that one of the links inside was followed
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link followed by keyboard clicks too
    <div className="viewer-facts" onClick={(e) => (e.target as HTMLElement).closest('a') && close()}>
      <p className="viewer-caption">{uses[0]?.caption || photo.caption || t('ui.photo.noCaption')}</p>
      <People view={view} />
      <Credit view={view} />
      {uses.length > 0 && (
        <section>
          <h2 className="side-title">{t('ui.photo.usedIn')}</h2>
          <ul className="side-list">
            {uses.map((use) => (
              <li key={use.articleId}>
                <Link to={{ screen: 'article', id: use.articleId }}>{use.title}</Link>
                {use.date && <p className="side-more">{showDate(use.date)}</p>}
              </li>
            ))}
            {event && (
              <li>
                <Link to={{ screen: 'event', id: event.id }}>{event.title}</Link>
              </li>
            )}
          </ul>
        </section>
      )}
      <Facts
        facts={[
          [t('ui.photo.taken'), photo.takenAt && takenWords(photo.takenAt)],
          [t('ui.photo.camera'), photo.camera],
          [t('ui.photo.size'), photo.width ? `${photo.width} × ${photo.height}` : null],
          [t('ui.photo.file'), `${photo.file.name} (${showSize(photo.file.size, language)})`],
        ]}
      />
    </div>
  )
}

/** Writes what is known about a photo; what was written is what is read from then on, also before it is answered. */
function useDescribing(id: string) {
  const client = useQueryClient()
  const key = ['photo.get', { id }]
  return async ({ people, ...known }: Omit<InputOf<'photo.describe'>, 'id'>) => {
    client.setQueryData<PhotoView>(key, (now) => now && { ...now, photo: { ...now.photo, ...known } })
    try {
      client.setQueryData(key, await call('photo.describe', { id, people, ...known }))
    } catch (thrown) {
      await client.invalidateQueries({ queryKey: key })
      throw thrown
    }
  }
}

function People({ view: { photo, people } }: { view: PhotoView }) {
  const { t } = usePhrases()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const describe = useDescribing(photo.id)
  if (people.length === 0) return null
  const tick = caught(async (id: string, inPicture: boolean) => {
    const others = people.filter((person) => person.inPicture && person.id !== id)
    const now = [...others.map((person) => person.id), ...(inPicture ? [id] : [])]
    await describe({ people: now.map((personId) => ({ personId })) })
  })
  return (
    <fieldset className="viewer-people">
      <legend className="side-title">{t('ui.photo.people')}</legend>
      {people.map((person) => (
        <CheckField
          key={person.id}
          label={person.name}
          checked={person.inPicture}
          disabled={readOnly}
          onCheck={(on) => tick(person.id, on)}
        />
      ))}
    </fieldset>
  )
}

function Credit({ view: { photo } }: { view: PhotoView }) {
  const { t } = usePhrases()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const photographers = useRef(photo.photographers.join('; '))
  const place = useRef(photo.place)
  const describe = useDescribing(photo.id)
  const save = caught(async () => {
    const names = photographers.current
      .split(';')
      .map((name) => name.trim())
      .filter(Boolean)
    const same = names.join('; ') === photo.photographers.join('; ') && place.current === photo.place
    if (!same) await describe({ photographers: names, place: place.current.trim() })
  })
  return (
    <div className="viewer-credit">
      <TextField
        label={t('ui.photo.by')}
        defaultValue={photographers.current}
        readOnly={readOnly}
        data-testid="photo-by"
        onText={(text) => {
          photographers.current = text
        }}
        onBlur={save}
      />
      <TextField
        label={t('ui.photo.where')}
        defaultValue={place.current}
        readOnly={readOnly}
        data-testid="photo-place"
        onText={(text) => {
          place.current = text
        }}
        onBlur={save}
      />
    </div>
  )
}
