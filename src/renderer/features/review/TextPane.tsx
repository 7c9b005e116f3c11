import { Plus } from 'lucide-react'
import type { Block } from '#core/model/article'
import type { Draft } from '#core/model/draft'
import { useReview } from '../../state/review'
import { Button } from '../../ui/Button'
import { Thumb } from '../../ui/Thumb'
import { useWords } from '../../words/words'
import { AddFromSelection } from './AddFromSelection'
import { EditableText } from './EditableText'
import { addParagraph, placePhoto, setBlock, setHeading, settleBlock } from './edits'
import { marksIn, placedPhotos } from './model'
import { PhotoCard } from './PhotoCard'
import { PhotosPane } from './PhotosPane'
import './text.css'

/** The text as read, with what was recognised marked in place, and the photos with their captions. */
export function TextPane({ draft }: { draft: Draft }) {
  const t = useWords()
  const edit = useReview((state) => state.edit)
  const { title, lede } = draft.text
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="review-text" aria-label={t('ui.review.text')} tabIndex={0}>
      <AddFromSelection>
        <div className="review-paper">
          <EditableText
            as="title"
            part="title"
            label={t('ui.review.articleTitle')}
            empty={t('ui.review.untitled')}
            text={title}
            marks={marksIn(draft, 'title')}
            onText={(text) => edit(setHeading('title', text.replaceAll('\n', ' ')))}
          />
          <EditableText
            as="lede"
            part="lede"
            label={t('ui.review.lede')}
            empty={t('ui.review.noLede')}
            text={lede ?? ''}
            marks={marksIn(draft, 'lede')}
            onText={(text) => edit(setHeading('lede', text))}
          />
          {draft.text.body.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
            <BodyPiece key={index} draft={draft} block={block} index={index} />
          ))}
          <Button look="quiet" icon={Plus} onClick={() => edit(addParagraph)} data-testid="add-paragraph">
            {t('ui.review.addParagraph')}
          </Button>
        </div>
      </AddFromSelection>
      <PhotosPane draft={draft} />
      <Furniture lines={draft.furniture} />
    </section>
  )
}

function BodyPiece({ draft, block, index }: { draft: Draft; block: Block; index: number }) {
  const t = useWords()
  const edit = useReview((state) => state.edit)
  if (block.kind === 'figure') {
    const photo = draft.photos[block.photo ?? -1]
    if (photo) return <PhotoCard key={photo.photoId} draft={draft} index={block.photo ?? -1} />
    if (block.text === '') return null
  }
  const piece = (
    <EditableText
      as={block.kind}
      part="body"
      index={index}
      label={t('ui.review.paragraph', { at: index + 1 })}
      empty={t('ui.review.emptyParagraph')}
      text={block.text}
      marks={marksIn(draft, 'body', index)}
      onText={(text) => edit(setBlock(index, text))}
      onLeave={() => edit(settleBlock(index))}
    />
  )
  if (block.kind !== 'figure') return piece
  return (
    <div className="photo-awaited">
      <p className="field-hint">{t('ui.review.captionWithoutPhoto')}</p>
      {piece}
      <Awaited draft={draft} index={index} />
    </div>
  )
}

/** The photos that stand nowhere yet: one of them may be what the caption speaks of. */
function Awaited({ draft, index }: { draft: Draft; index: number }) {
  const t = useWords()
  const edit = useReview((state) => state.edit)
  const placed = placedPhotos(draft)
  const loose = draft.photos.flatMap(({ photoId }, at) => (placed.has(at) ? [] : [{ photoId, at }]))
  if (loose.length === 0) return null
  return (
    <>
      <p className="field-hint">{t('queue.review.awaited')}</p>
      <ul className="awaited-photos">
        {loose.map(({ photoId, at }) => (
          <li key={photoId}>
            <button
              type="button"
              className="photo-open"
              aria-label={t('queue.review.place', { at: at + 1 })}
              onClick={() => edit(placePhoto(index, at))}
              data-testid="place-photo"
            >
              <Thumb photoId={photoId} />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Furniture({ lines }: { lines: string[] }) {
  const t = useWords()
  if (lines.length === 0) return null
  return (
    <details className="furniture">
      <summary>{t('ui.review.furniture', { count: lines.length })}</summary>
      <ul>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line may come twice and never moves
          <li key={index}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
