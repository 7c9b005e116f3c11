import { BookText, Plus } from 'lucide-react'
import { type Template, TemplatePurpose } from '#core/model/template'
import { shell } from '../../engine/bridge'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { showDialog } from '../../state/dialogs'
import { Button } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { Group } from '../settings/Group'
import { TemplateRow } from './TemplateRow'
import { useSavedTemplate } from './useSavedTemplate'
import './templates.css'

/** Mẫu Word: what each kind of Word file is filled into, the office's own templates, and the ways to make one. */
export function TemplatesSection() {
  const t = useWords()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const { data } = useRead('template.list', {})
  if (!data) return null
  const add = caught(async () => {
    const { paths } = await shell('shell.pickFiles', { purpose: 'template' })
    if (paths[0]) showDialog({ name: 'template', path: paths[0], replaces: null })
  })
  return (
    <Group name="templates" title={t('template.screen.title')} hint={t('template.screen.hint')}>
      <div className="settings-row">
        <Button icon={Plus} disabled={readOnly} onClick={add} data-testid="template-add">
          {t('template.screen.add')}
        </Button>
        <Button
          icon={BookText}
          onClick={() => showDialog({ name: 'template-fields', purpose: 'article' })}
          data-testid="template-fields"
        >
          {t('template.screen.fields')}
        </Button>
      </div>
      {TemplatePurpose.options.map((purpose) => (
        <OfPurpose
          key={purpose}
          purpose={purpose}
          templates={data.templates.filter((template) => template.purpose === purpose)}
        />
      ))}
    </Group>
  )
}

/** One kind of Word file: which template it is filled into, or none. */
function OfPurpose({ purpose, templates }: { purpose: TemplatePurpose; templates: Template[] }) {
  const t = useWords()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const save = useSavedTemplate()
  const title = t(`template.screen.for.${purpose}`)
  const used = templates.find(({ inUse }) => inUse)
  return (
    <fieldset className="template-purpose" data-testid={`templates-${purpose}`}>
      <legend className="terms-title">{title}</legend>
      <label className="radio-field">
        <input
          type="radio"
          name={`template-${purpose}`}
          checked={!used}
          disabled={readOnly}
          onChange={caught(() => used && call('template.use', { id: used.id, inUse: false }))}
        />
        <span>{t('template.screen.own')}</span>
      </label>
      {templates.map((template) => (
        <TemplateRow key={template.id} template={template} />
      ))}
      <Button
        look="quiet"
        className="template-start"
        aria-label={t('template.screen.startNamed', { purpose: title })}
        onClick={() => save({ purpose })}
        data-testid={`template-start-${purpose}`}
      >
        {t('template.screen.start')}
      </Button>
    </fieldset>
  )
}
