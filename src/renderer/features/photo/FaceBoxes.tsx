import type { PhotoView } from '#contract/photos'
import { type Region, turnOf } from '#core/model/photo'
import { sameFace } from '#core/pictures/faces'
import { regionShown } from '#core/pictures/turn'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { useSettings } from '../../state/settings'
import { useWords } from '../../words/words'
import { styleOf } from './marking'

/**
 * Faces of a photo that nobody is marked on yet, as the picture is shown, from left to right. Empty while they are
 * looked for, where they cannot be, and where the person does not want them.
 */
export function useFaces({ photo, people }: PhotoView): Region[] {
  const { settings, ready } = useSettings()
  const readOnly = useReadOnly()
  const wanted = ready && settings.findFaces && !readOnly
  const found = useRead('photo.faces', { id: photo.id }, { enabled: wanted })
  const marked = people.flatMap(({ region }) => region ?? [])
  const turn = turnOf(photo)
  // What was found before the switch was turned is still remembered.
  return ((wanted && found.data?.faces) || [])
    .filter((face) => !marked.some((region) => sameFace(face, region)))
    .map((face) => regionShown(face, turn))
    .sort((a, b) => a.x + a.width / 2 - (b.x + b.width / 2))
}

/** Each such face as a box to be clicked. */
export function FaceBoxes({ faces, onPick }: { faces: Region[]; onPick: (face: Region) => void }) {
  const t = useWords()
  return faces.map((face, at) => (
    <button
      key={`${face.x} ${face.y}`}
      type="button"
      className="face"
      style={styleOf(face)}
      aria-label={t('photos.people.face', { at: at + 1, of: faces.length })}
      title={t('photos.people.faceHint')}
      data-testid="face"
      onClick={() => onPick(face)}
    />
  ))
}
