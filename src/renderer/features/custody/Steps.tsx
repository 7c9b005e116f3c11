import type { TransferView } from '#contract/custody'
import { TransferState } from '#core/model/custody'
import { useWords } from '../../words/words'

interface Props {
  view: TransferView
  /** Whether the check finds nothing in the way; undefined while it looks. */
  passed: boolean | undefined
}

/** How far a transfer has got, and what is to be done next. */
export function Steps({ view: { transfer }, passed }: Props) {
  const t = useWords()
  const at = TransferState.options.indexOf(transfer.state)
  return (
    <div className="steps" data-testid="steps">
      <ol>
        {TransferState.options.map((state, index) => (
          <li
            key={state}
            className={index < at ? 'done' : index === at ? 'now' : ''}
            aria-current={index === at ? 'step' : undefined}
          >
            {t(`handover.step.${state}`)}
          </li>
        ))}
      </ol>
      <p role="status" data-testid="next-step">
        {t(`handover.next.${nextOf(transfer, passed)}`)}
      </p>
    </div>
  )
}

function nextOf({ state, dossiers, receipt }: TransferView['transfer'], passed: boolean | undefined) {
  if (state === 'draft') return dossiers.length === 0 ? 'empty' : passed === false ? 'mend' : 'pack'
  if (state === 'delivered') return receipt && !receipt.accepted ? 'refused' : 'waiting'
  return state
}
