import { shell } from '../../engine/bridge'
import { Button } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'

interface Props {
  folder: string | null
  onFolder: (folder: string | null) => void
}

/** Folder of the schemas that the receiving office supplies, where it does. */
export function SchemasField({ folder, onFolder }: Props) {
  const t = useWords()
  const caught = useFailures()
  const pick = caught(async () => {
    const { path } = await shell('shell.pickFolder', { purpose: 'schemas' })
    if (path) onFolder(path)
  })
  return (
    <fieldset className="field folder-field">
      <legend className="field-label">{t('handover.pack.schemas')}</legend>
      <div className="folder-row">
        <p className="folder-path" data-testid="schemas">
          {folder ?? t('handover.pack.schemasNone')}
        </p>
        <Button onClick={pick} data-testid="pick-schemas">
          {t('ui.common.choose')}
        </Button>
        {folder && <Button onClick={() => onFolder(null)}>{t('handover.pack.schemasLeave')}</Button>}
      </div>
      <p className="field-hint">{t('handover.pack.schemasHint')}</p>
    </fieldset>
  )
}
