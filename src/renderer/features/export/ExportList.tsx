import { FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import type { InputOf } from '#contract/operations'
import { shell } from '../../engine/bridge'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { CheckField } from '../../ui/CheckField'
import { Dialog } from '../../ui/Dialog'
import { FolderField } from '../../ui/FolderField'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import './export.css'

type List = InputOf<'export.list'>['list']

/** The button that makes a workbook of the list on screen. */
export function ExportListButton({ list }: { list: List }) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={FileSpreadsheet} onClick={() => setOpen(true)} data-testid="list-export">
        {t('workbooks.list.button')}
      </Button>
      {open && <ExportListDialog list={list} onClose={() => setOpen(false)} />}
    </>
  )
}

function ExportListDialog({ list, onClose }: { list: List; onClose: () => void }) {
  const t = useWords()
  const { settings, save } = useSettings()
  const columns = useRead('export.columns', { kind: list.kind }).data?.columns ?? []
  const [changed, setChanged] = useState<Record<string, boolean>>({})
  const [picked, setPicked] = useState<string | null>(null)
  const caught = useFailures()
  const folder = picked ?? settings.lastExportFolder ?? ''
  const wanted = columns.filter(({ field, shown }) => changed[field] ?? shown).map(({ field }) => field)
  const pick = caught(async () => {
    const { path } = await shell('shell.pickFolder', { purpose: 'export' })
    if (path) setPicked(path)
  })
  const start = caught(async () => {
    onClose()
    await save({ lastExportFolder: folder })
    await call('export.list', { list, columns: wanted, folder })
  })
  return (
    <Dialog
      title={t('workbooks.list.title')}
      more={t('workbooks.list.more')}
      testId="dialog-list"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          <Button
            look="primary"
            disabled={!folder || wanted.length === 0}
            onClick={start}
            data-testid="list-export-start"
          >
            {t('workbooks.list.start')}
          </Button>
        </>
      }
    >
      <fieldset className="choices columns">
        <legend className="field-label">{t('workbooks.list.columns')}</legend>
        {columns.map(({ field, title, shown }) => (
          <CheckField
            key={field}
            label={title}
            checked={changed[field] ?? shown}
            onCheck={(on) => setChanged((now) => ({ ...now, [field]: on }))}
          />
        ))}
      </fieldset>
      <FolderField label={t('ui.export.folder')} hint={t('ui.export.folderHint')} folder={folder} onPick={pick} />
    </Dialog>
  )
}
