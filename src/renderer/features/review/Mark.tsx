import type { MouseEvent } from 'react'
import { fieldId, focusField, point, usePointed } from './focus'
import type { Marked } from './model'

/** Words that stand for a suggestion, leading to its field. */
export function Mark({ start, marked, words }: { start: number; marked: Marked; words: string }) {
  const pointed = usePointed((state) => state.id === marked.id)
  const follow = (event: MouseEvent) => {
    event.preventDefault()
    focusField(marked.id)
  }
  return (
    <a
      href={`#${fieldId(marked.id)}`}
      className={`tag tag-${marked.kind}${pointed ? ' pointed' : ''}`}
      data-start={start}
      data-mark={marked.id}
      // Names repeat in a text; the keyboard goes through them once, among the fields.
      tabIndex={-1}
      draggable={false}
      onClick={follow}
      onMouseEnter={() => point(marked.id)}
      onMouseLeave={() => point(null)}
    >
      {words}
    </a>
  )
}
