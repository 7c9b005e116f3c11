import { ConfidenceLevel, LanguageCode, PhysicalState } from '#core/model/custody'
import { Choice, TextAreaField, TextField } from '../../ui/Field'
import { useWords } from '../../words/words'
import type { DossierParts } from './DossierFields'
import { type Draft, notCounted } from './dossier-form'

/** What the official forms ask for besides: paper, pages, state, security copy. */
export function FormFields({ values, draft, set, first }: DossierParts) {
  const t = useWords()
  const at = (...names: string[]) => (names.includes(first) ? { 'data-first': true } : {})
  const line = (name: 'box' | 'paperCode' | 'informationSign' | 'sheets' | 'pages') => ({
    label: t(`handover.field.${name}`),
    defaultValue: values[name],
    onText: (text: string) => set({ [name]: text }),
    'data-testid': `dossier-${name}`,
  })
  const counted = (name: 'sheets' | 'pages') => ({
    ...line(name),
    inputMode: 'numeric' as const,
    error: notCounted(draft[name]) ? t('handover.dossier.countMissing') : null,
  })
  const choice = (name: 'physicalState' | 'confidence' | 'language', options: readonly string[]) => ({
    label: t(`handover.field.${name}`),
    value: draft[name],
    options: [
      ...(name === 'language' ? [] : [{ value: '', label: t('handover.dossier.undecided') }]),
      ...options.map((value) => ({ value, label: t(`custody.${name}.${value as '01'}`) })),
    ],
    onChoose: (value: string) => set({ [name]: value as Draft[typeof name] }),
  })
  return (
    <fieldset className="record-group dossier-more">
      <legend className="field-label">{t('handover.dossier.more')}</legend>
      <div {...at('sheets')}>
        <TextField {...counted('sheets')} />
      </div>
      <div {...at('pages')}>
        <TextField {...counted('pages')} hint={t('handover.dossier.pagesHint')} />
      </div>
      <div {...at('box')}>
        <TextField {...line('box')} />
      </div>
      <div {...at('paperCode')}>
        <TextField {...line('paperCode')} />
      </div>
      <div {...at('languages')}>
        <Choice {...choice('language', LanguageCode.options)} />
      </div>
      <div {...at('physicalState')}>
        <Choice {...choice('physicalState', PhysicalState.options)} />
      </div>
      <div {...at('confidence')}>
        <Choice {...choice('confidence', ConfidenceLevel.options)} />
      </div>
      <div {...at('securityCopy')}>
        <Choice
          label={t('handover.field.securityCopy')}
          value={draft.securityCopy}
          options={(['', 'made', 'not-made'] as const).map((value) => ({
            value,
            label: t(`handover.dossier.securityCopy.${value || 'none'}`),
          }))}
          onChoose={(value) => set({ securityCopy: value as Draft['securityCopy'] })}
        />
      </div>
      <div {...at('informationSign')}>
        <TextField {...line('informationSign')} />
      </div>
      <div className="dossier-note" {...at('note')}>
        <TextAreaField
          label={t('handover.field.note')}
          defaultValue={values.note}
          onText={(note) => set({ note })}
          data-testid="dossier-note"
        />
      </div>
    </fieldset>
  )
}
