import { X } from 'lucide-react'
import { IconButton } from '../../ui/Button'
import { RecordPicker } from '../../ui/RecordPicker'
import { useWords } from '../../words/words'
import type { Entered } from './record-forms'

interface Props {
  kind: 'event' | 'organization' | 'place'
  self: string | null
  entered: Entered
  set: (part: Partial<Entered>) => void
}

/** What a record stands under, and what became of a body or place. */
export function KinFields({ kind, self, entered: { parent, successors }, set }: Props) {
  const t = useWords()
  const own = self ? [self] : []
  return (
    <>
      <RecordPicker
        label={t(`record.parent.${kind}`)}
        kind={kind}
        value={parent}
        without={own}
        onPick={(picked) => set({ parent: picked })}
        testId="record-parent"
      />
      {kind !== 'event' && (
        <fieldset className="record-group">
          <legend className="field-label">{t('record.family.successors')}</legend>
          <ul className="chosen-list">
            {successors.map((one) => (
              <li key={one.id}>
                <span>{one.name}</span>
                <IconButton
                  icon={X}
                  label={t('record.pick.remove', { name: one.name })}
                  onClick={() => set({ successors: successors.filter(({ id }) => id !== one.id) })}
                />
              </li>
            ))}
          </ul>
          <RecordPicker
            // A new picker after each choice, so that the field is empty again.
            key={successors.length}
            label={t('record.family.addSuccessor')}
            kind={kind}
            value={null}
            without={[...own, ...successors.map(({ id }) => id)]}
            onPick={(picked) => picked && set({ successors: [...successors, picked] })}
            testId="record-successor"
          />
        </fieldset>
      )}
    </>
  )
}
