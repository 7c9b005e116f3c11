import { Images } from 'lucide-react'
import { useState } from 'react'
import type { PersonView } from '#contract/operations'
import { turnOf } from '#core/model/photo'
import { regionShown, shownMeasures } from '#core/pictures/turn'
import { showDialog } from '../../state/dialogs'
import { usePhotos } from '../../state/photos'
import { go } from '../../state/route'
import { Button } from '../../ui/Button'
import { showDate } from '../../words/dates'
import { showNumber } from '../../words/numbers'
import { usePhrases, useWords } from '../../words/words'
import { FaceCrop } from '../photo/FaceCrop'
import { PhotoGrid } from '../photo/PhotoGrid'

type Shown = PersonView['photos'][number]

const mostFaces = 48
const groupsFirst = 12

/** The person's face in each photo in which it is marked, the newest first: who stands there is seen at a glance. */
export function FaceStrip({ personId, photos }: { personId: string; photos: Shown[] }) {
  const t = useWords()
  const ids = photos.map(({ photo }) => photo.id)
  const faces = photos.flatMap(({ photo, date }, at) => {
    const region = photo.people.find((one) => one.personId === personId)?.region
    return region ? [{ photo, date, at, region: regionShown(region, turnOf(photo)) }] : []
  })
  if (faces.length === 0) return null
  return (
    <ul className="face-strip" data-testid="face-strip">
      {faces.slice(0, mostFaces).map(({ photo, date, at, region }) => (
        <li key={photo.id}>
          <button
            type="button"
            className="face-open"
            aria-label={t('ui.person.face', { date: date ? showDate(date) : photo.file.name })}
            title={date ? showDate(date) : undefined}
            onClick={() => showDialog({ name: 'photo', ids, at })}
          >
            <FaceCrop photoId={photo.id} region={region} {...shownMeasures(photo)} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A person's photos by event, the newest first. */
export function PersonPhotos({ name, photos, total }: { name: string; photos: Shown[]; total: number }) {
  const { t, language } = usePhrases()
  const [shown, setShown] = useState(groupsFirst)
  const groups = byEvent(photos)
  const ids = photos.map(({ photo }) => photo.id)
  const seeAll = () => {
    usePhotos.getState().find(`person:"${name.replaceAll('"', '')}"`)
    usePhotos.getState().show('event')
    go({ screen: 'photos' })
  }
  return (
    <>
      {groups.slice(0, shown).map(({ title, all }) => (
        <div key={`${title} ${all[0]?.photo.id}`} className="person-photos">
          {groups.length > 1 && <h3 className="person-photos-event">{title}</h3>}
          <PhotoGrid photos={all} among={ids} />
        </div>
      ))}
      <div className="person-photos-more">
        {groups.length > shown && (
          <Button look="quiet" onClick={() => setShown(shown + 50)}>
            {t('ui.common.more', { count: groups.length - shown })}
          </Button>
        )}
        {total > 1 && (
          <Button look="quiet" icon={Images} onClick={seeAll} data-testid="person-photos-all">
            {t('photos.seeAll', { shown: showNumber(total, language) })}
          </Button>
        )}
      </div>
    </>
  )
}

/** Photos that follow one another and are of one event, or of one article where there is none. */
function byEvent(photos: Shown[]): { title: string; all: Shown[] }[] {
  const groups: { title: string; all: Shown[] }[] = []
  for (const one of photos) {
    const title = one.eventTitle || one.articleTitle
    const last = groups.at(-1)
    if (last?.title === title) last.all.push(one)
    else groups.push({ title, all: [one] })
  }
  return groups
}
