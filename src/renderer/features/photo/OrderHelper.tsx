import { ListOrdered, PenLine } from 'lucide-react'
import { useState } from 'react'
import type { PhotoView } from '#contract/photos'
import { call } from '../../engine/client'
import { Button } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { OrderDialog } from './OrderDialog'
import { allWritten } from './useDescribing'
import { useOrderWriting } from './useOrderWriting'

/** "Từ trái sang": the caption's names put into the boxes, and the boxes' names into the caption. */
export function OrderHelper({ view, caption }: { view: PhotoView; caption?: string | undefined }) {
  const t = useWords()
  const caught = useFailures()
  const [text, setText] = useState<string | null>(null)
  const write = useOrderWriting(view)
  const open = caught(async () => {
    await allWritten()
    const { photo, uses, people } = await call('photo.get', { id: view.photo.id })
    const said = caption ?? uses[0]?.caption ?? photo.caption
    const { names } = await call('photo.namesInOrder', { id: photo.id, text: said })
    // A caption without names leaves those of the article to be put in order.
    setText(names.length > 0 ? said : people.map(({ name }) => name).join('\n'))
  })
  return (
    <>
      <Button look="quiet" icon={ListOrdered} onClick={open} data-testid="order">
        {t('photos.order.open')}
      </Button>
      {caption === undefined && view.people.some(({ region }) => region !== null) && (
        <Button look="quiet" icon={PenLine} onClick={write} aria-keyshortcuts="T" data-testid="order-write">
          {t('photos.order.intoCaption')}
        </Button>
      )}
      {text !== null && <OrderDialog view={view} text={text} onClose={() => setText(null)} />}
    </>
  )
}
