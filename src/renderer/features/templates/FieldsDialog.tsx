import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { TemplateField } from '#contract/templates'
import { TemplatePurpose } from '#core/model/template'
import { fold } from '#core/text/fold'
import { shell } from '../../engine/bridge'
import { useRead } from '../../engine/queries'
import { useDialogs } from '../../state/dialogs'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Choice, TextField } from '../../ui/Field'
import { notify } from '../../ui/toasts'
import { useFailures } from '../../ui/useFailures'
import { useWords, type WordKey } from '../../words/words'
import './templates.css'

/** Every placeholder a template may use, under the list it stands in: found by name or meaning, copied by a click. */
export function FieldsDialog({ purpose: first }: { purpose: TemplatePurpose }) {
  const t = useWords()
  const close = useDialogs((state) => state.close)
  const [purpose, setPurpose] = useState(first)
  const [typed, setTyped] = useState('')
  const { data } = useRead('template.fields', { purpose }, { keep: true })
  const wanted = fold(typed, 'bare').toLowerCase().split(/\s+/)
  const found = (data?.fields ?? []).filter(({ name, field }) => {
    const words = fold(`${name} ${t(`template.field.${field}` as WordKey)}`, 'bare').toLowerCase()
    return wanted.every((word) => words.includes(word))
  })
  const within = [...new Set(found.map((field) => field.within))]
  return (
    <Dialog
      title={t('template.fields.title')}
      more={t('template.fields.more')}
      wide
      testId="dialog-template-fields"
      onClose={close}
    >
      <div className="template-about">
        <TextField
          label={t('template.fields.find')}
          placeholder={t('template.fields.findHint')}
          onText={setTyped}
          data-testid="fields-find"
        />
        <Choice
          label={t('template.keep.purpose')}
          value={purpose}
          options={TemplatePurpose.options.map((value) => ({ value, label: t(`template.screen.for.${value}`) }))}
          onChoose={(value) => setPurpose(value as TemplatePurpose)}
        />
      </div>
      {data && found.length === 0 && <p role="status">{t('template.fields.none')}</p>}
      {within.map((list) => (
        <section key={list ?? ''} className="template-fields">
          <h3 className="terms-title">
            {list === null
              ? t('template.fields.anywhere')
              : t('template.fields.inside', { open: `{{#${list}}}`, close: `{{/${list}}}` })}
          </h3>
          <ul>
            {found
              .filter((field) => field.within === list)
              .map((field) => (
                <FieldLine key={field.name} field={field} />
              ))}
          </ul>
        </section>
      ))}
    </Dialog>
  )
}

function FieldLine({ field: { name, field, kind } }: { field: TemplateField }) {
  const t = useWords()
  const caught = useFailures()
  const shown = kind === 'list' ? `{{#${name}}} … {{/${name}}}` : `{{${name}}}`
  const copied = kind === 'list' ? `{{#${name}}}\n\n{{/${name}}}` : shown
  const copy = caught(async () => {
    await shell('shell.copy', { text: copied })
    notify({ title: t('template.fields.copied', { name: shown }) })
  })
  return (
    <li data-testid="field">
      <code>{shown}</code>
      <span>{t(`template.field.${field}` as WordKey)}</span>
      <Button look="quiet" icon={Copy} aria-label={t('template.fields.copyNamed', { name: shown })} onClick={copy}>
        {t('template.fields.copy')}
      </Button>
    </li>
  )
}
