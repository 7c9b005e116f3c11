import { useState } from 'react'
import { TemplatePurpose } from '#core/model/template'
import { shell } from '../../engine/bridge'
import { call } from '../../engine/client'
import { CallFailed } from '../../engine/failure'
import { type TemplateReplaced, useDialogs } from '../../state/dialogs'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Choice, TextField } from '../../ui/Field'
import { useFailures } from '../../ui/useFailures'
import { baseName } from '../../words/numbers'
import { useWords } from '../../words/words'
import { useIntake } from '../intake/useIntake'
import { CheckView } from './CheckView'
import { likeliestPurpose, useTemplateCheck } from './useTemplateCheck'
import './templates.css'

interface Props {
  path: string
  /** The kept template whose place the file takes; null keeps a new one. */
  replaces: TemplateReplaced | null
}

/** Looks through a template file, says what has to be mended, and keeps it once nothing has. */
export function TemplateDialog({ path, replaces }: Props) {
  const t = useWords()
  const close = useDialogs((state) => state.close)
  const caught = useFailures()
  const intake = useIntake()
  const { checks, error, again } = useTemplateCheck(path)
  const [chosen, setChosen] = useState<TemplatePurpose | null>(replaces?.purpose ?? null)
  const [name, setName] = useState('')
  const purpose = chosen ?? (checks ? likeliestPurpose(checks) : 'article')
  const check = checks?.[purpose]
  const keep = caught(async () => {
    if (replaces) await call('template.replace', { id: replaces.id, path })
    else await call('template.add', { path, purpose, name: name.trim() })
    close()
  })
  const takeIn = caught(async () => {
    close()
    await intake.take([path])
  })
  return (
    <Dialog
      title={replaces ? t('template.keep.replaceTitle', { name: replaces.name }) : t('template.keep.title')}
      more={baseName(path)}
      wide
      testId="dialog-template"
      onClose={close}
      actions={
        <>
          {!replaces && (
            <Button onClick={takeIn} data-testid="template-release">
              {t('template.keep.release')}
            </Button>
          )}
          <Button
            look="primary"
            disabled={check?.problems.length !== 0}
            onClick={keep}
            data-testid={replaces ? 'template-put' : 'template-keep'}
          >
            {t(replaces ? 'template.keep.replace' : 'template.keep.keep')}
          </Button>
        </>
      }
    >
      {!replaces && (
        <div className="template-about">
          <TextField
            label={t('template.keep.name')}
            defaultValue={baseName(path).replace(/\.\w+$/, '')}
            onText={setName}
            maxLength={200}
            data-testid="template-name"
          />
          <Choice
            label={t('template.keep.purpose')}
            value={purpose}
            options={TemplatePurpose.options.map((value) => ({ value, label: t(`template.screen.for.${value}`) }))}
            onChoose={(value) => setChosen(value as TemplatePurpose)}
          />
        </div>
      )}
      {error && <ErrorNote error={new CallFailed(error)} />}
      {!check && !error && <p role="status">{t('template.keep.checking')}</p>}
      {check && <CheckView check={check} />}
      {(error || (check && check.problems.length > 0)) && (
        <div className="settings-row">
          <Button onClick={caught(() => shell('shell.openExported', { path }))}>{t('template.keep.open')}</Button>
          <Button onClick={again} data-testid="template-again">
            {t('template.keep.again')}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
