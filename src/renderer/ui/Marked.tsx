import { Fragment } from 'react'
import { markedPieces } from '../text/marked'

/** Text with the words that were searched for marked. */
export function Marked({ text, marks }: { text: string; marks: [number, number][] }) {
  return markedPieces(text, marks).map(({ start, words, marked }) =>
    marked ? <mark key={start}>{words}</mark> : <Fragment key={start}>{words}</Fragment>,
  )
}
