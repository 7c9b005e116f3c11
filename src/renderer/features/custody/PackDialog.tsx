import { useState } from 'react'
import { shell } from '../../engine/bridge'
import { call } from '../../engine/client'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { CheckField } from '../../ui/CheckField'
import { Dialog } from '../../ui/Dialog'
import { Choice } from '../../ui/Field'
import { FolderField } from '../../ui/FolderField'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'

const forms = ['bagit', 'sip'] as const
const extras = ['zip', 'originals', 'metadata'] as const
type Extra = (typeof extras)[number]

/** How the package of a transfer is written; the work then runs at the foot of the window and is read back. */
export function PackDialog({ id, passed, onClose }: { id: string; passed: boolean; onClose: () => void }) {
  const t = useWords()
  const caught = useFailures()
  const { settings, save } = useSettings()
  const [form, setForm] = useState<(typeof forms)[number]>('bagit')
  const [chosen, setChosen] = useState<Record<Extra, boolean>>({ zip: false, originals: false, metadata: true })
  const [anyway, setAnyway] = useState(false)
  const [picked, setPicked] = useState<string | null>(null)
  const folder = picked ?? settings.lastExportFolder ?? ''
  const ready = folder !== '' && (passed || anyway)
  const pick = caught(async () => {
    const { path } = await shell('shell.pickFolder', { purpose: 'export' })
    if (path) setPicked(path)
  })
  const start = caught(async () => {
    onClose()
    await save({ lastExportFolder: folder })
    await call('transfer.package', { id, folder, form, ...chosen, anyway })
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
      <Choice
        label={t('handover.package.form')}
        value={form}
        options={forms.map((value) => ({ value, label: t(`handover.package.forms.${value}`) }))}
        onChoose={(value) => setForm(value as typeof form)}
      />
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
      <FolderField label={t('ui.export.folder')} hint={t('ui.export.folderHint')} folder={folder} onPick={pick} />
      {!passed && <CheckField label={t('handover.pack.anyway')} checked={anyway} onCheck={setAnyway} />}
    </Dialog>
  )
}
