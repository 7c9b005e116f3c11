import type { Region } from '#core/model/photo'
import { thumbnail } from '../../engine/pictures'
import './face-crop.css'

interface Props {
  photoId: string
  /** As the picture is shown. */
  region: Region
  /** Of the picture as it is shown. */
  width: number
  height: number
}

/** How much around a face is shown with it. */
const around = 1.9

/** One face of a photo, cut out by the window: nothing is made for it. */
export function FaceCrop({ photoId, region, width, height }: Props) {
  const side = around * Math.max(region.width * width, region.height * height)
  const left = (region.x + region.width / 2) * width - side / 2
  // Hair belongs to a head and is not in the box.
  const top = (region.y + region.height * 0.42) * height - side / 2
  const percent = (part: number) => `${(100 * part) / side}%`
  return (
    <span className="face-crop">
      <img
        src={thumbnail(photoId, 1600)}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
        style={{ width: percent(width), height: percent(height), left: percent(-left), top: percent(-top) }}
      />
    </span>
  )
}
