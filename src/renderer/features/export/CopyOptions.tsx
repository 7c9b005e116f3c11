import { Choice } from '../../ui/Field'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { type CopyKind, copyKinds, type ExportChoice, longestSides } from './forms'

interface Props {
  copies: ExportChoice['copies']
  onCopies: (copies: ExportChoice['copies']) => void
}

/** How photos are copied, and how large those for the web are. */
export function CopyOptions({ copies, onCopies }: Props) {
  const { t, language } = usePhrases()
  return (
    <>
      <Choice
        label={t('ui.export.copies.kind')}
        hint={t(`ui.export.copies.hints.${copies.kind}`)}
        value={copies.kind}
        options={copyKinds.map((value) => ({ value, label: t(`ui.export.copies.kinds.${value}`) }))}
        onChoose={(kind) => onCopies({ ...copies, kind: kind as CopyKind })}
      />
      {copies.kind === 'web' && (
        <Choice
          label={t('ui.export.copies.longest')}
          value={String(copies.longest)}
          options={longestSides.map((side) => ({
            value: String(side),
            label: t('ui.export.copies.pixels', { shown: showNumber(side, language) }),
          }))}
          onChoose={(longest) => onCopies({ ...copies, longest: Number(longest) })}
        />
      )}
    </>
  )
}
