import { Images, ScanFace, SquareDashed, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { PhotoView } from '#contract/photos'
import { useReadOnly } from '../../state/archive'
import { go } from '../../state/route'
import { Button, IconButton } from '../../ui/Button'
import { CheckField } from '../../ui/CheckField'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { useMarking } from './marking'
import { NamesInside } from './NamesInside'
import { OrderHelper } from './OrderHelper'
import { PersonPicker } from './PersonPicker'
import { inPicture, useDescribing, withPerson } from './useDescribing'

type Person = PhotoView['people'][number]

/** Who is in the picture: chosen from the names of its articles, found by name, or marked in the picture. */
export function PhotoPeople({ view, caption }: { view: PhotoView; caption?: string | undefined }) {
  const t = useWords()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const describe = useDescribing(view.photo.id)
  const [adding, setAdding] = useState(false)
  const tick = caught((person: Person, on: boolean) =>
    describe((now) => ({
      people: on
        ? withPerson(now, { personId: person.id })
        : inPicture(now).filter((one) => !('personId' in one && one.personId === person.id)),
    })),
  )
  const add = caught(async (one: { id: string } | { name: string }) => {
    setAdding(false)
    await describe((now) => ({ people: withPerson(now, 'id' in one ? { personId: one.id } : { name: one.name }) }))
  })
  const unbox = caught((person: Person) =>
    describe((now) => ({ people: withPerson(now, { personId: person.id, region: null }) })),
  )
  return (
    <fieldset className="viewer-people" disabled={readOnly}>
      <legend className="side-title">{t('photos.people.title')}</legend>
      {view.people.length === 0 && <p className="field-hint">{t('photos.people.none')}</p>}
      {view.people.map((person) => (
        <div key={person.id} className="viewer-person" data-testid="photo-person">
          <CheckField
            label={person.name}
            checked={person.inPicture}
            disabled={readOnly}
            onCheck={(on) => tick(person, on)}
          />
          <a
            href={`/person/${person.id}`}
            className="icon-button"
            aria-label={t('photos.people.goTo', { name: person.name })}
            title={t('photos.people.goTo', { name: person.name })}
            draggable={false}
            data-testid="person-photos"
            onClick={(event) => {
              event.preventDefault()
              go({ screen: 'person', id: person.id })
            }}
          >
            <Images aria-hidden />
          </a>
          <BoxTool person={person} onUnbox={() => unbox(person)} />
        </div>
      ))}
      <NamesInside view={view} />
      {adding ? (
        <PersonPicker
          label={t('photos.people.pick')}
          hint={t('photos.people.pickHint')}
          make={(name) => t('photos.people.make', { name })}
          onPick={add}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <div className="viewer-people-tools">
          <Button look="quiet" icon={UserPlus} onClick={() => setAdding(true)} data-testid="add-person">
            {t('photos.people.add')}
          </Button>
          <OrderHelper view={view} caption={caption} />
        </div>
      )}
    </fieldset>
  )
}

function BoxTool({ person, onUnbox }: { person: Person; onUnbox: () => void }) {
  const t = useWords()
  const { name, id, region } = person
  if (region) {
    return (
      <IconButton
        icon={ScanFace}
        pressed
        label={t('photos.people.unbox', { name })}
        onClick={onUnbox}
        data-testid="unbox"
      />
    )
  }
  return (
    <IconButton
      icon={SquareDashed}
      label={t('photos.people.drawFor', { name })}
      onClick={() => useMarking.getState().start([{ personId: id, name }])}
      data-testid="draw-for"
    />
  )
}
