import { useRead } from '../../engine/queries'
import { DateField } from '../../ui/DateField'
import { Choice, TextAreaField, TextField } from '../../ui/Field'
import { useWords } from '../../words/words'
import { accessCodes, type Draft, missingYear, retentionCodes, yearOf } from './dossier-form'

/** What the parts of the form share: what stood there first, what stands there now, and the field to begin with. */
export interface DossierParts {
  values: Draft
  draft: Draft
  set: (part: Partial<Draft>) => void
  first: string
}

/** What every dossier is asked for. */
export function DossierFields({ values, draft, set, first, isNew }: DossierParts & { isNew: boolean }) {
  const t = useWords()
  const at = (name: string) => (first === name ? { 'data-first': true } : {})
  const line = (name: 'title' | 'number' | 'heading' | 'keeper') => ({
    label: t(`handover.field.${name}`),
    defaultValue: values[name],
    onText: (text: string) => set({ [name]: text }),
    'data-testid': `dossier-${name}`,
  })
  const dates = draft.from === null && draft.to === null ? t('handover.dossier.datesHint') : undefined
  return (
    <>
      <div {...at('title')}>
        <TextAreaField {...line('title')} />
      </div>
      <div className="short">
        <TextField
          label={t('handover.field.year')}
          defaultValue={values.year}
          onText={(year) => set({ year })}
          error={missingYear(draft) ? t('handover.dossier.yearMissing') : null}
          inputMode="numeric"
          data-testid="dossier-year"
        />
      </div>
      <div className="short" {...at('code')}>
        <NumberField line={line('number')} year={isNew ? yearOf(draft.year) : null} isNew={isNew} />
      </div>
      <TextField {...line('heading')} hint={t('handover.dossier.headingHint')} />
      <div className="short field" {...at('from')}>
        <DateField label={t('handover.field.from')} value={values.from ?? null} onDate={(from) => set({ from })} />
        {dates && <p className="field-hint">{dates}</p>}
      </div>
      <div className="short" {...at('to')}>
        <DateField label={t('handover.field.to')} value={values.to ?? null} onDate={(to) => set({ to })} />
      </div>
      <div className="short" {...at('retention')}>
        <Choice
          label={t('handover.field.retention')}
          value={draft.retention}
          options={[
            { value: '', label: t('handover.dossier.undecided') },
            ...retentionCodes.map((value) => ({ value, label: t(`retention.${value}`) })),
          ]}
          onChoose={(retention) => set({ retention: retention as Draft['retention'] })}
        />
      </div>
      <div className="short" {...at('access')}>
        <Choice
          label={t('handover.field.access')}
          value={draft.access}
          options={accessCodes.map((value) => ({ value, label: t(`access.${value}`) }))}
          onChoose={(access) => set({ access: access as Draft['access'] })}
        />
      </div>
      {draft.retention !== '' && (
        <TextField
          label={t('handover.field.basis')}
          defaultValue={values.basis}
          onText={(basis) => set({ basis })}
          data-testid="dossier-basis"
        />
      )}
      <TextField {...line('keeper')} />
      <div {...at('keywords')}>
        <TextAreaField
          label={t('handover.field.keywords')}
          hint={t('ui.review.onePerLine')}
          defaultValue={values.keywords}
          onText={(keywords) => set({ keywords })}
        />
      </div>
    </>
  )
}

interface NumberProps {
  line: { label: string; defaultValue: string; onText: (text: string) => void; 'data-testid': string }
  year: number | null
  isNew: boolean
}

/** The number within the year; left empty, a new dossier takes the next one, which is shown. */
function NumberField({ line, year, isNew }: NumberProps) {
  const t = useWords()
  const next = useRead('dossier.nextNumber', { year: year ?? 2000 }, { enabled: year !== null, keep: true })
  const known = year !== null && next.data ? t('handover.dossier.numberNext', next.data) : undefined
  return <TextField {...line} hint={isNew ? (known ?? t('handover.dossier.numberHint')) : undefined} />
}
