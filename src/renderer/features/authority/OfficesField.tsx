import { Plus, X } from 'lucide-react'
import { Button, IconButton } from '../../ui/Button'
import { DateField } from '../../ui/DateField'
import { TextField } from '../../ui/Field'
import { showDate } from '../../words/dates'
import { useWords } from '../../words/words'
import type { OfficeRow } from './record-forms'

interface Props {
  offices: OfficeRow[]
  onOffices: (offices: OfficeRow[]) => void
}

/** The offices of a person as rows; dates seen come from articles and stay with their row. */
export function OfficesField({ offices, onOffices }: Props) {
  const t = useWords()
  const put = (key: number, part: Partial<OfficeRow>) =>
    onOffices(offices.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const add = () => {
    const key = Math.max(-1, ...offices.map((row) => row.key)) + 1
    onOffices([...offices, { key, office: '', organization: null, from: null, to: null, seen: [] }])
  }
  return (
    <fieldset className="record-group">
      <legend className="field-label">{t('ui.person.offices')}</legend>
      {offices.map((row) => (
        <div key={row.key} className="office-fields" data-testid="office-fields">
          <TextField
            label={t('record.office.office')}
            defaultValue={row.office}
            onText={(office) => put(row.key, { office })}
            data-testid="office-name"
          />
          <TextField
            label={t('record.office.organization')}
            defaultValue={row.organization ?? ''}
            onText={(organization) => put(row.key, { organization })}
          />
          <DateField
            label={t('record.office.from')}
            value={row.from ?? null}
            onDate={(from) => put(row.key, { from })}
          />
          <DateField label={t('record.office.to')} value={row.to ?? null} onDate={(to) => put(row.key, { to })} />
          <IconButton
            icon={X}
            label={t('record.office.remove', { office: row.office || '…' })}
            onClick={() => onOffices(offices.filter(({ key }) => key !== row.key))}
          />
          {row.seen.length > 0 && (
            <p className="field-hint">
              {t('record.office.seen', {
                dates: row.seen.slice(0, 6).map(showDate).join('; '),
                count: row.seen.length,
              })}
            </p>
          )}
        </div>
      ))}
      <Button look="quiet" icon={Plus} onClick={add} data-testid="office-add">
        {t('record.office.add')}
      </Button>
    </fieldset>
  )
}
