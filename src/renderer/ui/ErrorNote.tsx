import { TriangleAlert } from 'lucide-react'
import { failureOf } from '../engine/failure'
import { errorWords } from '../words/errors'
import { usePhrases } from '../words/words'
import { Button } from './Button'

/** An error in place: what happened, which file, what to do, and trying again where that makes sense. */
export function ErrorNote({ error, again }: { error: unknown; again?: () => void }) {
  const phrases = usePhrases()
  const data = failureOf(error)
  const { what, doNext } = errorWords(phrases, data)
  return (
    <div className="note error" role="alert" data-testid="error" data-code={data.code}>
      <TriangleAlert aria-hidden />
      <div>
        <p className="note-title">{what}</p>
        {data.file && <p className="note-file">{data.file}</p>}
        <p>{doNext}</p>
        {again && <Button onClick={again}>{phrases.t('ui.common.again')}</Button>}
      </div>
    </div>
  )
}
