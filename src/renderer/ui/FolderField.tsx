import { Folder } from 'lucide-react'
import { useWords } from '../words/words'
import { Button } from './Button'

interface Props {
  label: string
  hint?: string
  folder: string
  onPick: () => void
}

/** A folder chosen with the system's own dialog. */
export function FolderField({ label, hint, folder, onPick }: Props) {
  const t = useWords()
  return (
    <fieldset className="field folder-field">
      <legend className="field-label">{label}</legend>
      <div className="folder-row">
        <p className="folder-path" data-testid="folder">
          {folder || t('ui.common.noFolder')}
        </p>
        <Button icon={Folder} onClick={onPick} data-testid="pick-target">
          {t('ui.common.choose')}
        </Button>
      </div>
      {hint && <p className="field-hint">{hint}</p>}
    </fieldset>
  )
}
