import { useState } from 'react'
import type { PartialDate } from '#core/model/common'
import { readDate, showDate } from '../words/dates'
import { useWords } from '../words/words'
import { TextField } from './Field'

interface Props {
  label: string
  value: PartialDate | null
  /** Undefined while what is typed is no date. */
  onDate: (date: PartialDate | null | undefined) => void
  hint?: string
  testId?: string
}

/** A date as far as it is known, typed as day/month/year. */
export function DateField({ label, value, onDate, hint, testId }: Props) {
  const t = useWords()
  const [wrong, setWrong] = useState(false)
  return (
    <TextField
      label={label}
      hint={hint}
      className="input date"
      placeholder={t('ui.common.datePattern')}
      defaultValue={value ? showDate(value) : ''}
      error={wrong ? t('ui.common.noDate') : null}
      data-testid={testId}
      onText={(typed) => onDate(readDate(typed))}
      onBlur={(event) => setWrong(readDate(event.currentTarget.value) === undefined)}
    />
  )
}
