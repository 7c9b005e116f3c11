import type { NamedInOrder } from '#contract/photos'
import { useWords } from '../../words/words'
import { FaceCrop } from './FaceCrop'
import { type Choices, chosen, type OrderBox } from './order'
import './order.css'

interface Props {
  photoId: string
  measures: { width: number; height: number }
  boxes: OrderBox[]
  names: readonly NamedInOrder[]
  choices: Choices
  /** What was given by the caption: those boxes stand first, so that they are seen among many. */
  offered: Choices
  onChoices: (choices: Choices) => void
}

/** Each box of the picture, numbered from left to right, with the name it gets. */
export function OrderRows({ photoId, measures, boxes, names, choices, offered, onChoices }: Props) {
  const t = useWords()
  const numbered = boxes.map((box, at) => ({ box, at }))
  const rows = [
    ...numbered.filter(({ at }) => offered[at] !== null),
    ...numbered.filter(({ at }) => offered[at] === null),
  ]
  return (
    <ol className="order-rows" data-testid="order-rows">
      {rows.map(({ box, at }) => (
        <li key={`${box.x} ${box.y}`} className="order-row">
          <span className="order-number" aria-hidden>
            {at + 1}
          </span>
          <FaceCrop photoId={photoId} region={box} {...measures} />
          <select
            className="input select"
            aria-label={t('photos.order.box', { at: at + 1 })}
            value={choices[at] ?? ''}
            data-testid="order-choice"
            onChange={({ currentTarget: { value } }) =>
              onChoices(chosen(choices, at, value === '' ? null : Number(value)))
            }
          >
            <option value="">
              {box.person ? t('photos.order.keep', { name: box.person.name }) : t('photos.order.nobody')}
            </option>
            {names.map(({ name, office }, index) => (
              <option key={name} value={index}>
                {office ? `${name} – ${office}` : name}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ol>
  )
}
