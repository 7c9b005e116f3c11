import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import type { ArticleEdit } from '#contract/articles'
import { useArticleEdit } from '../../state/articleEdit'
import { IconButton } from '../../ui/Button'
import { composing, TextAreaField } from '../../ui/Field'
import { Thumb } from '../../ui/Thumb'
import { useWords } from '../../words/words'
import { openEditor } from './editor/BodyEditor'
import { dropPhoto, movePhoto, setCaption } from './edits'

const kind = 'application/x-kho-photo'

/** The photos of an article with their captions, reordered by dragging, by buttons, or by Alt with the arrows. */
export function PhotoOrder({ photos }: { photos: ArticleEdit['photos'] }) {
  const t = useWords()
  const change = useArticleEdit((state) => state.change)
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  if (photos.length === 0) return null
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  const drop = (event: DragEvent, to: number) => {
    if (dragged === null) return
    event.preventDefault()
    change(movePhoto(dragged, to))
    end()
  }
  return (
    <section aria-label={t('past.field.photos')}>
      <h2 className="side-title">{t('past.field.photos')}</h2>
      <ol className="photo-order">
        {photos.map(({ photoId }, at) => (
          <li
            key={photoId}
            className={['photo-item', at === dragged && 'dragged', at === over && 'over'].filter(Boolean).join(' ')}
            data-testid="photo-item"
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(kind)) return
              event.preventDefault()
              setOver(at)
            }}
            onDrop={(event) => drop(event, at)}
          >
            {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging has its keyboard twin in the caption and the buttons */}
            <span
              className="photo-grip"
              draggable
              title={t('item.photos.drag')}
              data-testid="photo-grip"
              onDragStart={(event) => {
                event.dataTransfer.setData(kind, photoId)
                setDragged(at)
              }}
              onDragEnd={end}
            >
              <GripVertical aria-hidden />
            </span>
            <Thumb photoId={photoId} />
            <Caption photos={photos} at={at} />
            <Ways photos={photos} at={at} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface One {
  photos: ArticleEdit['photos']
  at: number
}

/** The photo at its new place keeps the caret, so that it can be moved on. */
function moved(photoId: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-caption="${photoId}"]`)?.focus())
}

function Caption({ photos, at }: One) {
  const t = useWords()
  const change = useArticleEdit((state) => state.change)
  const { photoId = '', caption = '' } = photos[at] ?? {}
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    change(movePhoto(at, event.key === 'ArrowUp' ? at - 1 : at + 1))
    moved(photoId)
  }
  return (
    <TextAreaField
      bare
      label={t('ui.review.captionOf', { at: at + 1 })}
      defaultValue={caption}
      data-caption={photoId}
      data-testid="photo-caption"
      onKeyDown={onKeyDown}
      onText={(text) => change(setCaption(at, text))}
    />
  )
}

function Ways({ photos, at }: One) {
  const t = useWords()
  const change = useArticleEdit((state) => state.change)
  const photoId = photos[at]?.photoId
  const drop = () => {
    change(dropPhoto(at))
    removeFigure(photoId)
  }
  return (
    <span className="photo-ways">
      <IconButton
        icon={ArrowUp}
        label={t('ui.review.photoUp', { at: at + 1 })}
        disabled={at === 0}
        onClick={() => change(movePhoto(at, at - 1))}
      />
      <IconButton
        icon={ArrowDown}
        label={t('ui.review.photoDown', { at: at + 1 })}
        disabled={at === photos.length - 1}
        onClick={() => change(movePhoto(at, at + 1))}
      />
      <IconButton icon={X} label={t('ui.review.photoRemove', { at: at + 1 })} onClick={drop} />
    </span>
  )
}

/** The figure of a photo that is no longer of the article goes from the text too. */
function removeFigure(photoId: string | undefined): void {
  const editor = openEditor.current
  if (!editor || !photoId) return
  const { tr, doc } = editor.state
  doc.descendants((node, position) => {
    if (node.type.name === 'figure' && node.attrs.photoId === photoId) {
      tr.delete(tr.mapping.map(position), tr.mapping.map(position + node.nodeSize))
    }
    return false
  })
  if (tr.docChanged) editor.view.dispatch(tr)
}
