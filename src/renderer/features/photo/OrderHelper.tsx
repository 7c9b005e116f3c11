import { ListOrdered } from 'lucide-react'
import { useRef, useState } from 'react'
import type { PhotoView } from '#contract/photos'
import { call } from '../../engine/client'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextAreaField } from '../../ui/Field'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { type Someone, useMarking } from './marking'
import { allWritten } from './useDescribing'

/** "Từ trái sang": the names a caption gives in order, to be marked one after another. */
export function OrderHelper({ view, caption }: { view: PhotoView; caption?: string | undefined }) {
  const t = useWords()
  const caught = useFailures()
  const [names, setNames] = useState<Someone[] | null>(null)
  const open = caught(async () => {
    await allWritten()
    const { photo, uses, people } = await call('photo.get', { id: view.photo.id })
    const found = await namesOf(photo.id, caption ?? uses[0]?.caption ?? photo.caption)
    // A caption without names leaves those of the article to be put in order.
    setNames(found.length > 0 ? found : people.map(({ id, name }) => ({ personId: id, name })))
  })
  return (
    <>
      <Button look="quiet" icon={ListOrdered} onClick={open} data-testid="order">
        {t('photos.order.open')}
      </Button>
      {names && <OrderDialog id={view.photo.id} names={names} onClose={() => setNames(null)} />}
    </>
  )
}

const namesOf = async (id: string, text: string): Promise<Someone[]> =>
  (await call('photo.namesInOrder', { id, text })).names

function OrderDialog({ id, names: first, onClose }: { id: string; names: Someone[]; onClose: () => void }) {
  const t = useWords()
  const caught = useFailures()
  const [count, setCount] = useState(first.length)
  const text = useRef(first.map(({ name }) => name).join('\n'))
  const start = caught(async () => {
    const names = await namesOf(id, text.current)
    onClose()
    useMarking.getState().start(names)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.viewer-stage')?.focus())
  })
  return (
    <Dialog
      title={t('photos.order.title')}
      more={t('photos.order.more')}
      testId="dialog-order"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          <Button look="primary" disabled={count === 0} onClick={start} data-testid="order-start">
            {t('photos.order.start', { count })}
          </Button>
        </>
      }
    >
      <TextAreaField
        label={t('photos.order.names')}
        hint={t('ui.review.onePerLine')}
        defaultValue={text.current}
        data-testid="order-names"
        onText={(typed) => {
          text.current = typed
          setCount(typed.split('\n').filter((line) => line.trim() !== '').length)
        }}
      />
    </Dialog>
  )
}
