import { type ReactNode, useState } from 'react'
import { shell } from '../../engine/bridge'
import { call } from '../../engine/client'
import { useDialogs } from '../../state/dialogs'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FolderField } from '../../ui/FolderField'
import { useFailures } from '../../ui/useFailures'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { FormOptions } from './FormOptions'
import { type ExportForm, type ExportOf, firstChoice, formsFor, requestOf } from './forms'
import './export.css'

interface Props {
  of: ExportOf
  count: number
  title: string | null
  /** What it is called where it is opened under another name. */
  heading?: string
  /** Where it stands above another dialog, which stays. */
  onClose?: () => void
}

/** What to export, and where to; the work then runs at the foot of the window. */
export function ExportDialog({ of, count, title, heading, onClose }: Props) {
  const { t, language } = usePhrases()
  const closeAll = useDialogs((state) => state.close)
  const close = onClose ?? closeAll
  const { settings, save } = useSettings()
  const [form, setForm] = useState<ExportForm>(() => formsFor(of)[0] ?? 'all')
  const [choice, setChoice] = useState(firstChoice)
  const [picked, setPicked] = useState<string | null>(null)
  const caught = useFailures()
  const folder = picked ?? settings.lastExportFolder ?? ''
  const pick = caught(async () => {
    const { path } = await shell('shell.pickFolder', { purpose: 'export' })
    if (path) setPicked(path)
  })
  const what = 'dossiers' in of ? 'workbooks.form.dossiers' : 'photos' in of ? 'ui.export.photos' : 'ui.export.what'
  const choose = (next: ExportForm) => {
    setForm(next)
    setChoice((now) => ({ ...now, template: 'in-use' }))
  }
  const start = caught(async () => {
    close()
    await save({ lastExportFolder: folder })
    const request = requestOf(form, of, folder, choice)
    await call(request.operation, request.input)
  })
  return (
    <Dialog
      title={heading ?? t('ui.export.title')}
      more={title ?? t(what, { count, shown: showNumber(count, language) })}
      wide
      testId="dialog-export"
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('ui.common.cancel')}</Button>
          <Button look="primary" disabled={!folder} onClick={start} data-testid="export-start">
            {t('ui.export.start')}
          </Button>
        </>
      }
    >
      <Forms forms={formsFor(of)} form={form} onForm={choose}>
        <FormOptions form={form} choice={choice} onChoice={setChoice} />
      </Forms>
      <FolderField label={t('ui.export.folder')} hint={t('ui.export.folderHint')} folder={folder} onPick={pick} />
    </Dialog>
  )
}

interface FormsProps {
  forms: readonly ExportForm[]
  form: ExportForm
  onForm: (form: ExportForm) => void
  /** What is left to be chosen of the form, shown beneath it. */
  children: ReactNode
}

function Forms({ forms, form, onForm, children }: FormsProps) {
  const { t } = usePhrases()
  return (
    <fieldset className="choices export-forms">
      <legend className="field-label">{t('ui.export.form')}</legend>
      {forms.map((value) => (
        <div key={value} className="export-form">
          <label className="radio-field">
            <input
              type="radio"
              name="export-form"
              value={value}
              checked={form === value}
              data-testid={`export-${value}`}
              onChange={() => onForm(value)}
            />
            <span>
              {t(`ui.export.forms.${value}.name`)}
              <span className="radio-field-more">{t(`ui.export.forms.${value}.more`)}</span>
            </span>
          </label>
          {form === value && children}
        </div>
      ))}
    </fieldset>
  )
}
