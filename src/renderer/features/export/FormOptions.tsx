import type { ExcelForm } from '#core/model/forms'
import { CheckField } from '../../ui/CheckField'
import { Choice } from '../../ui/Field'
import { usePhrases } from '../../words/words'

/** Which form, and what goes along with it. */
export interface FormChoice {
  form: ExcelForm
  thumbnails: boolean
  pictures: boolean
}

/** Forms over articles; those over dossiers are offered where dossiers are. */
const offered = ['photos-2025', 'photos-2019', 'import-workbook', 'people', 'events', 'statistics'] as const
export const firstForm: FormChoice = { form: 'photos-2025', thumbnails: false, pictures: false }

export function FormOptions({ choice, onChoice }: { choice: FormChoice; onChoice: (choice: FormChoice) => void }) {
  const { t } = usePhrases()
  return (
    <div className="form-options" data-testid="form-options">
      <Choice
        label={t('workbooks.form.choose')}
        value={choice.form}
        options={offered.map((value) => ({ value, label: t(`workbooks.form.names.${value}`) }))}
        onChoose={(form) => onChoice({ ...choice, form: form as ExcelForm })}
      />
      {choice.form.startsWith('photos') && (
        <CheckField
          label={t('workbooks.form.thumbnails')}
          checked={choice.thumbnails}
          onCheck={(thumbnails) => onChoice({ ...choice, thumbnails })}
        />
      )}
      {(choice.form.startsWith('photos') || choice.form === 'import-workbook') && (
        <CheckField
          label={t('workbooks.form.pictures')}
          checked={choice.pictures}
          onCheck={(pictures) => onChoice({ ...choice, pictures })}
        />
      )}
    </div>
  )
}
