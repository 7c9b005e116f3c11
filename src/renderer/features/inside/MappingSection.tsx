import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { mappedFields, type PhotoMapping } from '#core/pictures/mapping'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { Button } from '../../ui/Button'
import { CheckField } from '../../ui/CheckField'
import { ErrorNote } from '../../ui/ErrorNote'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { Group } from '../settings/Group'
import { FieldMapping } from './FieldMapping'
import { type TrialPhoto, TrialPicker } from './TrialPicker'
import './inside.css'

/** Trường trong ảnh: which words inside pictures become which fields, tried on a photo at every change. */
export function MappingSection() {
  const t = useWords()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const [photo, setPhoto] = useState<TrialPhoto | null>(null)
  const { data } = useRead('photo.mapping', {})
  const trial = useRead('photo.inside', photo?.of ?? { path: '-' }, { enabled: photo !== null, keep: true })
  if (!data) return null
  const { mapping, own, tags } = data
  const save = caught((after: PhotoMapping | null) => call('photo.saveMapping', { mapping: after }))
  const shown = photo && trial.data
  return (
    <Group name="pictures" title={t('inside.screen.title')} hint={t('inside.screen.hint')}>
      <TrialPicker photo={photo} name={shown?.name ?? null} onPick={setPhoto} />
      {photo && trial.error && <ErrorNote error={trial.error} />}
      <CheckField
        label={t('inside.screen.sidecarFirst')}
        checked={mapping.sidecarFirst}
        disabled={readOnly}
        onCheck={(sidecarFirst) => save({ ...mapping, sidecarFirst })}
      />
      {mappedFields.map((field) => (
        <FieldMapping
          key={field}
          field={field}
          mapping={mapping.fields[field]}
          tags={tags[field]}
          candidates={shown ? (shown.fields.find((one) => one.field === field)?.candidates ?? []) : null}
          onChange={(after) => save({ ...mapping, fields: { ...mapping.fields, [field]: after } })}
        />
      ))}
      <div className="settings-row">
        <p className="field-hint">{t(own ? 'inside.screen.own' : 'inside.screen.asShipped')}</p>
        {own && (
          <Button icon={RotateCcw} disabled={readOnly} onClick={() => save(null)} data-testid="mapping-shipped">
            {t('inside.screen.shipped')}
          </Button>
        )}
      </div>
    </Group>
  )
}
