import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { TextSpan } from '#core/model/common'
import { useReadOnly } from '../../state/archive'
import { Button } from '../../ui/Button'
import { useWords } from '../../words/words'
import { useSuggestions } from './useSuggestions'

interface Picked {
  words: string
  span: TextSpan
  x: number
  y: number
}

const kinds = ['people', 'organizations', 'places'] as const

/** Lets words selected in the text become a person, a body or a place the reader did not see. */
export function AddFromSelection({ children }: { children: ReactNode }) {
  const t = useWords()
  const readOnly = useReadOnly()
  const { add } = useSuggestions()
  const paper = useRef<HTMLDivElement>(null)
  const [picked, setPicked] = useState<Picked | null>(null)
  useEffect(() => {
    const onChange = () => setPicked(paper.current && !readOnly ? pickedIn(paper.current) : null)
    document.addEventListener('selectionchange', onChange)
    return () => document.removeEventListener('selectionchange', onChange)
  }, [readOnly])
  return (
    <div ref={paper} className="selectable">
      {children}
      {picked && (
        <div
          className="add-bar"
          role="toolbar"
          aria-label={t('ui.review.addSelected')}
          style={{ left: picked.x, top: picked.y }}
          data-testid="add-bar"
        >
          {kinds.map((kind) => (
            <Button
              key={kind}
              look="quiet"
              // The selection must still be there when the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                add(kind, kind === 'people' ? { name: picked.words, offices: [] } : { name: picked.words }, [
                  picked.span,
                ])
                document.getSelection()?.removeAllRanges()
              }}
            >
              {t(`ui.review.add.${kind}`)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

/** The words selected inside one piece of text, and where they are. */
function pickedIn(paper: HTMLElement): Picked | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = placeOf(range.startContainer, range.startOffset)
  const end = placeOf(range.endContainer, range.endOffset)
  if (!start || !end || start.piece !== end.piece || !paper.contains(start.piece)) return null
  const text = range.toString()
  const words = text.trim()
  if (words === '' || words.length > 200) return null
  const from = start.offset + text.indexOf(words)
  const { part, index } = start.piece.dataset
  const box = range.getBoundingClientRect()
  const sheet = paper.getBoundingClientRect()
  return {
    words: words.normalize('NFC'),
    span: { part: part as TextSpan['part'], index: Number(index), start: from, end: from + words.length },
    x: Math.max(0, box.left - sheet.left),
    y: box.bottom - sheet.top + 6,
  }
}

function placeOf(node: Node, offset: number): { piece: HTMLElement; offset: number } | null {
  const element = node instanceof HTMLElement ? node : node.parentElement
  const piece = element?.closest<HTMLElement>('[data-part]')
  const segment = element?.closest<HTMLElement>('[data-start]')
  return piece && segment ? { piece, offset: Number(segment.dataset.start) + offset } : null
}
