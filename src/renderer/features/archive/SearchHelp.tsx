import { fieldNames } from '#core/query/fields'
import { type QueryField, queryFields } from '#core/query/query'
import { useDialogs } from '../../state/dialogs'
import { go } from '../../state/route'
import { useSearch } from '../../state/search'
import { Dialog } from '../../ui/Dialog'
import { usePhrases } from '../../words/words'

const forms = ['words', 'phrase', 'not', 'or', 'pair'] as const

/** How to ask: every form and field, in both languages, each with an example that runs on a click. */
export function SearchHelp() {
  const { t } = usePhrases()
  const close = useDialogs((state) => state.close)
  const run = (text: string) => {
    useSearch.getState().replace({ text, sort: 'relevance' })
    close()
    go({ screen: 'archive' })
  }
  return (
    <Dialog title={t('find.help.title')} more={t('find.help.more')} wide testId="dialog-search-help" onClose={close}>
      <h3 className="section-title">{t('find.help.forms')}</h3>
      <dl className="help">
        {forms.map((form) => (
          <div key={form}>
            <dt>{t(`find.help.form.${form}.what`)}</dt>
            <dd>
              <Example text={t(`find.help.form.${form}.example`)} onRun={run} />
            </dd>
          </div>
        ))}
      </dl>
      <h3 className="section-title">{t('find.help.fields')}</h3>
      <dl className="help">
        {queryFields.map((field) => (
          <div key={field}>
            <dt>
              <code className="help-field">{namesOf(field)}</code>
              <span className="field-hint">{t(`find.help.field.${field}.what`)}</span>
            </dt>
            <dd>
              <Example text={t(`find.help.field.${field}.example`)} onRun={run} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="field-hint">{t('find.help.notes')}</p>
    </Dialog>
  )
}

const namesOf = (field: QueryField): string => fieldNames[field].map((name) => `${name}:`).join('  ')

function Example({ text, onRun }: { text: string; onRun: (text: string) => void }) {
  const { t } = usePhrases()
  return (
    <button
      type="button"
      className="help-example"
      title={t('find.help.run')}
      data-testid="help-example"
      onClick={() => onRun(text)}
    >
      {text}
    </button>
  )
}
