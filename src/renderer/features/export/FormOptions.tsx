import type { ExcelForm } from '#core/model/forms'
import { CheckField } from '../../ui/CheckField'
import { Choice } from '../../ui/Field'
import { usePhrases } from '../../words/words'
import { TemplateChoice } from '../templates/TemplateChoice'
import { CopyOptions } from './CopyOptions'
import { type ExportChoice, type ExportForm, hasBothFormats, takesPictures, templatePurposeOf } from './forms'

/** Forms over articles; those over dossiers are offered where dossiers are. */
const offered = ['photos-2025', 'photos-2019', 'import-workbook', 'people', 'events', 'statistics'] as const

interface Props {
  form: ExportForm
  choice: ExportChoice
  onChoice: (choice: ExportChoice) => void
}

/** What a form leaves to be chosen: Word or Excel, which template, which workbook, what goes along with it. */
export function FormOptions({ form, choice, onChoice }: Props) {
  const { t } = usePhrases()
  const set = (part: Partial<ExportChoice>) => onChoice({ ...choice, ...part })
  const purpose = templatePurposeOf(form)
  const takes = takesPictures(form === 'form' ? choice.form : form)
  return (
    <div className="form-options" data-testid="form-options">
      {hasBothFormats(form) && (
        <Choice
          label={t('workbooks.form.format')}
          value={choice.format}
          options={(['word', 'excel'] as const).map((value) => ({
            value,
            label: t(`workbooks.form.formats.${value}`),
          }))}
          onChoose={(format) => set({ format: format as ExportChoice['format'] })}
        />
      )}
      {form === 'form' && (
        <Choice
          label={t('workbooks.form.choose')}
          value={choice.form}
          options={offered.map((value) => ({ value, label: t(`workbooks.form.names.${value}`) }))}
          onChoose={(value) => set({ form: value as ExcelForm })}
        />
      )}
      {purpose && (
        <TemplateChoice purpose={purpose} value={choice.template} onChoose={(template) => set({ template })} />
      )}
      {form === 'pictures' && <CopyOptions copies={choice.copies} onCopies={(copies) => set({ copies })} />}
      {takes.thumbnails && (
        <CheckField
          label={t('workbooks.form.thumbnails')}
          checked={choice.thumbnails}
          onCheck={(thumbnails) => set({ thumbnails })}
        />
      )}
      {takes.pictures && (
        <CheckField
          label={t('workbooks.form.pictures')}
          checked={choice.pictures}
          onCheck={(pictures) => set({ pictures })}
        />
      )}
    </div>
  )
}
