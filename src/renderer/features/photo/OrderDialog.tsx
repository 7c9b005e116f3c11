import { useDeferredValue, useState } from 'react'
import type { NamedInOrder, PhotoView } from '#contract/photos'
import { shownMeasures } from '#core/pictures/turn'
import { useRead } from '../../engine/queries'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextAreaField } from '../../ui/Field'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { useFaces } from './FaceBoxes'
import { useMarking } from './marking'
import { OrderRows } from './OrderRows'
import { type Choices, orderBoxes, peopleOf, proposed, without } from './order'
import { useDescribing } from './useDescribing'

interface Props {
  view: PhotoView
  /** A caption, or a list of names. */
  text: string
  onClose: () => void
}

/** Who is who by the caption: each box with the name it would get, written in one step. */
export function OrderDialog({ view, text: first, onClose }: Props) {
  const t = useWords()
  const caught = useFailures()
  const describe = useDescribing(view.photo.id)
  const [text, setText] = useState(first)
  const [own, setOwn] = useState<{ names: readonly NamedInOrder[]; choices: Choices } | null>(null)
  const read = useRead('photo.namesInOrder', { id: view.photo.id, text: useDeferredValue(text) }, { keep: true })
  const names = read.data?.names ?? noNames
  const boxes = orderBoxes(view, useFaces(view))
  const offered = proposed(boxes, names)
  // What was chosen holds for the names and boxes it was chosen among.
  const choices = own?.names === names && own.choices.length === boxes.length ? own.choices : offered
  const left = without(names, choices)
  const count = names.length - left.length
  const close = () => {
    onClose()
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.viewer-stage')?.focus())
  }
  const write = caught(async () => {
    close()
    await describe((now) => ({ people: peopleOf(now, boxes, names, choices) }))
    if (left.length > 0) useMarking.getState().start(left)
  })
  const mark = () => {
    close()
    useMarking.getState().start([...names])
  }
  return (
    <Dialog
      title={t('photos.order.title')}
      more={t(boxes.length > 0 ? 'photos.order.more' : 'photos.order.moreDrawn')}
      wide={boxes.length > 0}
      testId="dialog-order"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          {boxes.length > 0 && names.length > 0 && (
            <Button onClick={mark} data-testid="order-start">
              {t('photos.order.draw')}
            </Button>
          )}
          {boxes.length > 0 ? (
            <Button look="primary" disabled={count === 0} onClick={write} data-testid="order-write-names">
              {t('photos.order.write', { count })}
            </Button>
          ) : (
            <Button look="primary" disabled={names.length === 0} onClick={mark} data-testid="order-start">
              {t('photos.order.start', { count: names.length })}
            </Button>
          )}
        </>
      }
    >
      <TextAreaField
        label={t('photos.order.text')}
        hint={t('photos.order.textHint')}
        defaultValue={first}
        data-testid="order-names"
        onText={setText}
      />
      {boxes.length > 0 ? (
        <OrderRows
          photoId={view.photo.id}
          measures={shownMeasures(view.photo)}
          boxes={boxes}
          names={names}
          choices={choices}
          offered={offered}
          onChoices={(next) => setOwn({ names, choices: next })}
        />
      ) : (
        <ol className="order-list" data-testid="order-list">
          {names.map(({ name, office }) => (
            <li key={name}>
              {name}
              {office && <span className="order-office">{office}</span>}
            </li>
          ))}
        </ol>
      )}
      {boxes.length > 0 && left.length > 0 && (
        <p className="field-hint" data-testid="order-left">
          {t('photos.order.left', { count: left.length, names: left.map(({ name }) => name).join(', ') })}
        </p>
      )}
    </Dialog>
  )
}

const noNames: readonly NamedInOrder[] = []
