import { useState } from 'react'
import { shell } from '../../engine/bridge'
import { call } from '../../engine/client'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { CheckField } from '../../ui/CheckField'
import { Dialog } from '../../ui/Dialog'
import { FolderField } from '../../ui/FolderField'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { SchemasField } from './SchemasField'

const forms = ['bagit', 'sip'] as const
const extras = ['zip', 'originals', 'metadata'] as const
type Extra = (typeof extras)[number]

interface Props {
  id: string
  /** How many things do not pass the check. */
  failed: number
  onClose: () => void
}

/** How the package of a transfer is written; the work then runs at the foot of the window and is read back. */
export function PackDialog({ id, failed, onClose }: Props) {
  const t = useWords()
  const caught = useFailures()
  const { settings, save } = useSettings()
  const [form, setForm] = useState<(typeof forms)[number]>('bagit')
  const [chosen, setChosen] = useState<Record<Extra, boolean>>({ zip: false, originals: false, metadata: true })
  const [schemas, setSchemas] = useState<string | null>(null)
  const [anyway, setAnyway] = useState(false)
  const [picked, setPicked] = useState<string | null>(null)
  const folder = picked ?? settings.lastExportFolder ?? ''
  const ready = folder !== '' && (failed === 0 || anyway)
  const pick = caught(async () => {
    const { path } = await shell('shell.pickFolder', { purpose: 'export' })
    if (path) setPicked(path)
  })
  const start = caught(async () => {
    onClose()
    await save({ lastExportFolder: folder })
    const more = form === 'sip' ? { schemas } : {}
    await call('transfer.package', { id, folder, form, ...chosen, ...more, anyway })
  })
  return (
    <Dialog
      title={t('handover.pack.title')}
      testId="dialog-pack"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          <Button look="primary" disabled={!ready} onClick={start} data-testid="pack-start">
            {t('handover.pack.do')}
          </Button>
        </>
      }
    >
      <fieldset className="choices">
        <legend className="field-label">{t('handover.package.form')}</legend>
        {forms.map((value) => (
          <label key={value} className="radio-field">
            <input
              type="radio"
              name="package-form"
              checked={form === value}
              data-testid={`pack-${value}`}
              onChange={() => setForm(value)}
            />
            <span>
              {t(`handover.package.forms.${value}`)}
              <span className="radio-field-more">{t(`handover.pack.more.${value}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {form === 'sip' && <SchemasField folder={schemas} onFolder={setSchemas} />}
      <div>
        {extras.map((name) => (
          <CheckField
            key={name}
            label={t(`handover.pack.${name}`)}
            checked={chosen[name]}
            onCheck={(on) => setChosen({ ...chosen, [name]: on })}
          />
        ))}
      </div>
      <FolderField
        label={t('handover.pack.folder')}
        hint={t('handover.pack.folderHint')}
        folder={folder}
        onPick={pick}
      />
      {failed > 0 && (
        <CheckField label={t('handover.pack.anyway', { count: failed })} checked={anyway} onCheck={setAnyway} />
      )}
    </Dialog>
  )
}
