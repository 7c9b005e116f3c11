import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useEffect } from 'react'
import { useRead } from '../../engine/queries'
import { Button, IconButton } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { composing } from '../../ui/Field'
import { Loading } from '../../ui/Loading'
import { Thumb } from '../../ui/Thumb'
import { usePhrases } from '../../words/words'
import type { Paged } from './ArchiveScreen'
import { rowDate } from './rowDate'

interface Props {
  list: Paged
  at: number
  onMove: (at: number) => void
  onOpen: (at: number) => void
  onClose: () => void
}

/** A look at an article without leaving the list: arrows go on, Enter opens it, space or Esc closes. */
export function QuickLook({ list, at, onMove, onOpen, onClose }: Props) {
  const phrases = usePhrases()
  const { t, maybe } = phrases
  const row = list.row(at)
  const { total, onRange } = list
  useEffect(() => onRange(at, at), [at, onRange])
  const step = (by: number) => onMove(Math.max(0, Math.min(total - 1, at + by)))
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.target instanceof HTMLButtonElement) return
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Enter') onOpen(at)
    else if (event.key === ' ') onClose()
    else return
    event.preventDefault()
  }
  const facts = row && [maybe(`genre.${row.genre}`), rowDate(phrases, row), row.eventTitle]
  return (
    <Dialog
      title={row ? row.title || t('ui.review.untitled') : ' '}
      more={facts ? facts.filter(Boolean).join(' · ') : ''}
      wide
      testId="quick-look"
      focusBody
      onClose={onClose}
      actions={
        <>
          <IconButton icon={ArrowUp} label={t('find.look.previous')} disabled={at === 0} onClick={() => step(-1)} />
          <IconButton icon={ArrowDown} label={t('find.look.next')} disabled={at >= total - 1} onClick={() => step(1)} />
          <Button look="primary" keys="Enter" onClick={() => onOpen(at)} data-testid="look-open">
            {t('find.look.open')}
          </Button>
        </>
      }
      onKeyDown={onKeyDown}
    >
      {row && <Words id={row.id} />}
    </Dialog>
  )
}

function Words({ id }: { id: string }) {
  const { data } = useRead('article.get', { id })
  if (!data) return <Loading />
  const { lede, body, photos } = data.article
  return (
    <>
      {photos.length > 0 && (
        <ul className="look-photos">
          {photos.slice(0, 8).map(({ photoId, caption }) => (
            <li key={photoId}>
              <Thumb photoId={photoId} alt={caption} />
            </li>
          ))}
        </ul>
      )}
      <div className="look-words">
        {lede && <p className="reading-lede">{lede}</p>}
        {body.map((block, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
          block.kind === 'figure' ? null : <p key={index}>{block.text}</p>,
        )}
      </div>
    </>
  )
}
