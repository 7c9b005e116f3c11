import { type PointerEvent, useState } from 'react'
import type { PhotoView } from '#contract/photos'
import { type Region, turnOf } from '#core/model/photo'
import { sameFace } from '#core/pictures/faces'
import { regionShown, regionStored } from '#core/pictures/turn'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { Box } from './Box'
import { FaceBoxes, useFaces } from './FaceBoxes'
import { boxBetween, styleOf, useMarking } from './marking'
import { PersonPicker } from './PersonPicker'
import { useDescribing, withPerson } from './useDescribing'

/** The boxes of the people in the picture, and the one being drawn. Measured in parts of the picture. */
export function Boxes({ view }: { view: PhotoView }) {
  const t = useWords()
  const caught = useFailures()
  const describe = useDescribing(view.photo.id)
  const turn = turnOf(view.photo)
  const { drawing, queue, at, unnamed, naming, drawn, settled, named, next } = useMarking()
  const give = caught(async (region: Region, one: { personId: string } | { name: string }) => {
    const box = { ...one, region: regionStored(region, turn) }
    if (queue.length > 0) next()
    else named()
    await describe((now) => ({ people: withPerson(now, box) }))
  })
  const queued = queue[at]
  const onDrawn = (region: Region) => {
    if (queued) void give(region, queued.personId ? { personId: queued.personId } : { name: queued.name })
    else drawn(region)
  }
  const faces = useFaces(view).filter((face) => !unnamed || !sameFace(face, unnamed))
  const onFace = (face: Region | undefined) => {
    if (!face) return
    if (queued) onDrawn(face)
    else {
      if (!drawing) useMarking.getState().start([], true)
      drawn(face)
    }
  }
  const boxed = view.people.flatMap((person) => (person.region ? [{ ...person, region: person.region }] : []))
  return (
    <>
      {drawing && <Drawing onDrawn={onDrawn} onClicked={(at) => onFace(faces.find((face) => holds(face, at)))} />}
      <FaceBoxes faces={faces} onPick={onFace} />
      {boxed.map(({ id, name, region }) => (
        <Box
          key={id}
          name={name}
          region={regionShown(region, turn)}
          onMoved={(moved) => give(moved, { personId: id })}
          onRemoved={caught(() => describe((now) => ({ people: withPerson(now, { personId: id, region: null }) })))}
        />
      ))}
      {unnamed && (
        <>
          <Box
            name={queued?.name ?? t('photos.people.newBox')}
            region={unnamed}
            fresh={!naming}
            onMoved={(region) => drawn(region, !naming)}
            onDone={queued ? onDrawn : settled}
            onRemoved={named}
          />
          {!queued && naming && (
            <div className="box-picker" style={besideBox(unnamed)}>
              <PersonPicker
                label={t('photos.people.pick')}
                hint={t('photos.people.pickHint')}
                first={view.people.filter(({ region }) => region === null)}
                firstLabel={t('photos.people.ofArticle')}
                make={(name) => t('photos.people.make', { name })}
                onPick={(one) => give(unnamed, 'id' in one ? { personId: one.id } : { name: one.name })}
                onCancel={named}
              />
            </div>
          )}
        </>
      )}
    </>
  )
}

/** Below the box, or above where there is no room below. */
const besideBox = ({ x, y, width, height }: Region) => ({
  left: `${Math.min(60, Math.max(0, (x + width / 2) * 100 - 15))}%`,
  ...(y + height > 0.6 ? { bottom: `${(1 - y) * 100 + 1}%` } : { top: `${(y + height) * 100 + 1}%` }),
})

const holds = ({ x, y, width, height }: Region, at: Point): boolean =>
  at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height

interface DrawingProps {
  onDrawn: (region: Region) => void
  /** A click that drew nothing: it may mean a face that lies beneath. */
  onClicked: (at: Point) => void
}

/** The sheet over the picture on which a drag draws a box. */
function Drawing({ onDrawn, onClicked }: DrawingProps) {
  const [drag, setDrag] = useState<{ from: Point; to: Point } | null>(null)
  const region = drag && boxBetween(drag.from, drag.to)
  return (
    <div
      className="box-sheet"
      data-testid="draw-sheet"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ from: pointIn(event), to: pointIn(event) })
      }}
      onPointerMove={(event) => {
        const to = pointIn(event)
        setDrag((now) => now && { ...now, to })
      }}
      onPointerUp={() => {
        setDrag(null)
        if (region) onDrawn(region)
        else if (drag) onClicked(drag.from)
      }}
    >
      {region && <span className="box drawn" style={styleOf(region)} />}
    </div>
  )
}

interface Point {
  x: number
  y: number
}

function pointIn(event: PointerEvent): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
}
