import { useState } from 'react'
import type { SkippedItem } from '#contract/custody'
import type { Selection } from '#contract/operations'
import { call } from '../../engine/client'
import { useDialogs } from '../../state/dialogs'
import { go } from '../../state/route'
import { useSelection } from '../../state/selection'
import { Button } from '../../ui/Button'
import { CheckField } from '../../ui/CheckField'
import { Dialog } from '../../ui/Dialog'
import type { Picked } from '../../ui/Picker'
import { useFailures } from '../../ui/useFailures'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { DossierDialog } from './DossierDialog'
import { DossierPicker } from './DossierPicker'

interface Props {
  selection: Selection
  count: number
}

/** Puts what is selected or found into a dossier: one there is, or a new one; says what was left out and why. */
export function ToDossierDialog({ selection, count }: Props) {
  const { t, language } = usePhrases()
  const close = useDialogs((state) => state.close)
  const caught = useFailures()
  const [picked, setPicked] = useState<Picked | null>(null)
  const [move, setMove] = useState(false)
  const [making, setMaking] = useState(false)
  const [skipped, setSkipped] = useState<SkippedItem[] | null>(null)
  const arrive = (id: string) => {
    useSelection.getState().clear()
    close()
    go({ screen: 'dossier', id })
  }
  const add = caught(async () => {
    if (!picked) return
    const done = await call('dossier.addItems', {
      id: picked.id,
      selection,
      elsewhere: move ? 'move' : 'skip',
    })
    if (done.skipped.length > 0) setSkipped(done.skipped)
    else arrive(picked.id)
  })
  if (making) {
    return <DossierDialog dossier={null} items={selection} onClose={() => setMaking(false)} onDone={arrive} />
  }
  return (
    <Dialog
      title={t('handover.put.title')}
      more={t('ui.export.what', { count, shown: showNumber(count, language) })}
      testId="dialog-to-dossier"
      onClose={close}
      actions={
        skipped && picked ? (
          <Button look="primary" onClick={() => arrive(picked.id)} data-testid="put-show">
            {t('handover.put.show')}
          </Button>
        ) : (
          <>
            <Button onClick={() => setMaking(true)} data-testid="put-new">
              {t('handover.dossier.new')}
            </Button>
            <Button look="primary" disabled={!picked} onClick={add} data-testid="put-do">
              {t('handover.put.do')}
            </Button>
          </>
        )
      }
    >
      {skipped ? (
        <Skipped rows={skipped} />
      ) : (
        <>
          <DossierPicker
            label={t('handover.put.which')}
            among="open"
            value={picked}
            onPick={setPicked}
            testId="put-dossier"
          />
          <CheckField label={t('handover.put.move')} checked={move} onCheck={setMove} />
        </>
      )}
    </Dialog>
  )
}

function Skipped({ rows }: { rows: SkippedItem[] }) {
  const { t } = usePhrases()
  return (
    <>
      <p>{t('handover.put.skipped', { count: rows.length })}</p>
      <ul className="preview-list">
        {rows.map(({ id, title, because, dossier }) => (
          <li key={id}>
            {title}
            <span className="radio-field-more">{t(`custody.skipped.${because}`, { code: dossier?.code ?? '' })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
