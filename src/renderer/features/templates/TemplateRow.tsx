import type { Template } from '#core/model/template'
import { shell } from '../../engine/bridge'
import { call } from '../../engine/client'
import { useReadOnly } from '../../state/archive'
import { showDialog } from '../../state/dialogs'
import { Button } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { showDate } from '../../words/dates'
import { useWords } from '../../words/words'
import { useSavedTemplate } from './useSavedTemplate'

/** A kept template: chosen by its radio, with what may be done with its file. */
export function TemplateRow({ template: { id, name, purpose, inUse, file, updatedAt } }: { template: Template }) {
  const t = useWords()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const save = useSavedTemplate()
  const replace = caught(async () => {
    const { paths } = await shell('shell.pickFiles', { purpose: 'template' })
    if (paths[0]) showDialog({ name: 'template', path: paths[0], replaces: { id, name, purpose } })
  })
  return (
    <div className="template-row" data-testid="template">
      <label className="radio-field">
        <input
          type="radio"
          name={`template-${purpose}`}
          checked={inUse}
          disabled={readOnly}
          onChange={caught(() => call('template.use', { id }))}
        />
        <span>
          {name}
          <span className="radio-field-more">
            {t('template.screen.since', { file: file.name, day: showDate(updatedAt.slice(0, 10)) })}
          </span>
        </span>
      </label>
      <Button
        look="quiet"
        disabled={readOnly}
        aria-label={t('template.screen.replaceNamed', { name })}
        onClick={replace}
        data-testid="template-replace"
      >
        {t('template.screen.replace')}
      </Button>
      <Button
        look="quiet"
        aria-label={t('template.screen.copyNamed', { name })}
        onClick={() => save({ id })}
        data-testid="template-copy"
      >
        {t('template.screen.copy')}
      </Button>
      <Button
        look="quiet"
        disabled={readOnly}
        aria-label={t('template.screen.removeNamed', { name })}
        onClick={caught(() => call('template.remove', { id }))}
        data-testid="template-remove"
      >
        {t('template.screen.remove')}
      </Button>
    </div>
  )
}
