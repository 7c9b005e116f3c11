import { Button } from '../../ui/Button'
import { useWords } from '../../words/words'
import { useMarking } from './marking'

/** While people are marked: what to do now, and who is next. */
export function OrderBanner() {
  const t = useWords()
  const { drawing, queue, at, next, stop } = useMarking()
  if (!drawing) return null
  const one = queue[at]
  return (
    <div className="viewer-banner" role="status" data-testid="marking">
      <p>
        {one ? t('photos.order.next', { name: one.name, at: at + 1, of: queue.length }) : t('photos.people.drawHint')}
      </p>
      {one && (
        <Button look="quiet" onClick={next} data-testid="order-skip">
          {t('photos.order.skip')}
        </Button>
      )}
      <Button look="quiet" onClick={stop}>
        {t('photos.order.stop')}
      </Button>
    </div>
  )
}
