import { TriangleAlert } from 'lucide-react'
import type { KhoErrorData } from '#core/errors'
import { showDialog } from '../../state/dialogs'
import { Button } from '../../ui/Button'
import { Marked } from '../../ui/Marked'
import { errorWords } from '../../words/errors'
import { usePhrases } from '../../words/words'

/** A search that cannot be understood: the place where it is wrong, why, and what would be right. */
export function QueryError({ text, error }: { text: string; error: KhoErrorData }) {
  const phrases = usePhrases()
  const { what, doNext } = errorWords(phrases, error)
  const at = Number(error.args.at ?? 1) - 1
  const composed = text.normalize('NFC')
  return (
    <div className="note care" role="alert" data-testid="query-error">
      <TriangleAlert aria-hidden />
      <div>
        <p className="query-wrong">
          <Marked text={composed} marks={[[at, at + Math.max(1, error.args.value?.length ?? 1)]]} />
        </p>
        <p className="note-title">{what}</p>
        <p>{doNext}</p>
        <Button look="quiet" onClick={() => showDialog({ name: 'search-help' })}>
          {phrases.t('find.help.open')}
        </Button>
      </div>
    </div>
  )
}
