import { Network } from 'lucide-react'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { Button } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { showDate } from '../../words/dates'
import { useWords } from '../../words/words'

/** Offers to link a province with what came of it, or with what it came from; says beforehand what that does. */
export function MergerNote({ id }: { id: string }) {
  const t = useWords()
  const { data } = useRead('place.merger', { id })
  const readOnly = useReadOnly()
  const caught = useFailures()
  const link = caught(() => call('place.linkMerger', { id }))
  if (!data?.merger) return null
  const { name, since, from, predecessors, successor, articles } = data.merger
  return (
    <div className="note" data-testid="merger">
      <Network aria-hidden />
      <div>
        <p className="note-title">{t('record.merger.title', { date: showDate(since), from: from.join(', '), name })}</p>
        <p>
          {t('record.merger.more', {
            names: predecessors.map((one) => one.name).join(', '),
            to: successor ? 'known' : 'new',
            articles,
          })}
        </p>
        <Button disabled={readOnly} onClick={link} data-testid="merger-link">
          {t('record.merger.link')}
        </Button>
      </div>
    </div>
  )
}
