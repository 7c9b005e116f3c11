import { useState } from 'react'
import type { LikelyPair } from '#contract/authority'
import type { AuthorityKind } from '#core/model/views'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Loading } from '../../ui/Loading'
import { coded } from '../../words/errors'
import { usePhrases } from '../../words/words'
import { MergeDialog } from './MergeDialog'

/** Records of a kind that may be one, each pair with its reason. Merging is always a person's doing. */
export function DoublesDialog({ kind, onClose }: { kind: AuthorityKind; onClose: () => void }) {
  const phrases = usePhrases()
  const { t } = phrases
  const { data, error } = useRead('authority.likely', { kind })
  const readOnly = useReadOnly()
  const [pair, setPair] = useState<LikelyPair | null>(null)
  if (pair) return <MergeDialog kind={kind} start={startOf(pair)} onClose={onClose} />
  return (
    <Dialog
      title={t('record.doubles.title')}
      more={t('record.doubles.more')}
      wide
      testId="dialog-doubles"
      onClose={onClose}
    >
      {error && <ErrorNote error={error} />}
      {!data && !error && <Loading />}
      {data?.pairs.length === 0 && <p>{t('record.doubles.none')}</p>}
      <ul className="pairs">
        {data?.pairs.map((one) => (
          <li key={`${one.one.id} ${one.other.id}`} data-testid="pair">
            <div className="pair-names">
              {[one.one, one.other].map((record) => (
                <span key={record.id}>
                  <span className="authority-name">{record.name}</span>
                  <span className="radio-field-more">
                    {[record.detail, t('ui.count.articles', { count: record.articles })].filter(Boolean).join(' · ')}
                  </span>
                </span>
              ))}
            </div>
            <p className="pair-reason">{coded(phrases, 'match', one.reason)}</p>
            <Button disabled={readOnly} onClick={() => setPair(one)} data-testid="pair-merge">
              {t('record.action.merge')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** The one with more articles is likelier the one to keep. */
function startOf({ one, other }: LikelyPair) {
  return other.articles > one.articles ? [other, one] : [one, other]
}
