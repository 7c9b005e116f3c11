import { useState } from 'react'
import type { FondsFields } from '#core/model/custody'
import { FondsFields as Schema } from '#core/model/custody'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { Choice, TextField } from '../../ui/Field'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { accessCodes, retentionCodes } from '../custody/dossier-form'
import { Group } from './Group'

const lines = [
  ['agency', 'parentAgency'],
  ['agencyCode', 'office'],
  ['fonds', 'fondsCode'],
  ['archiveName', 'archiveCode'],
  ['place'],
] as const
type Line = (typeof lines)[number][number]

/** Whose archive it is, its codes and what new dossiers begin with. Each field is saved when it is left. */
export function FondsSection() {
  const t = useWords()
  const settings = useRead('archive.settings', {})
  if (!settings.data) return null
  return (
    <Group name="fonds" title={t('setup.group.fonds')} hint={t('setup.fonds.hint')}>
      <Fields fonds={settings.data} />
      <NextNumber />
    </Group>
  )
}

function Fields({ fonds }: { fonds: FondsFields }) {
  const t = useWords()
  const readOnly = useReadOnly()
  const caught = useFailures()
  const save = caught((part: Partial<FondsFields>) => call('archive.updateSettings', part))
  const line = (name: Line) => (
    <TextField
      key={name}
      name={name}
      label={t(`setup.fonds.${name}`)}
      defaultValue={fonds[name]}
      readOnly={readOnly}
      data-testid={`fonds-${name}`}
      onBlur={(event) => {
        const value = event.currentTarget.value.trim()
        if (value !== fonds[name]) void save({ [name]: value })
      }}
    />
  )
  const preparer = (name: 'name' | 'office') => (
    <TextField
      label={t(`setup.fonds.preparer.${name}`)}
      defaultValue={fonds.preparer[name]}
      readOnly={readOnly}
      data-testid={`fonds-preparer-${name}`}
      onBlur={(event) => {
        const value = event.currentTarget.value.trim()
        if (value !== fonds.preparer[name]) void save({ preparer: { ...fonds.preparer, [name]: value } })
      }}
    />
  )
  return (
    <>
      {lines.map((names) => (
        <div key={names[0]} className="settings-pair">
          {names.map(line)}
        </div>
      ))}
      <div className="settings-pair">
        {preparer('name')}
        {preparer('office')}
      </div>
      <div className="settings-pair three">
        <Choice
          label={t('setup.fonds.regime')}
          value={fonds.regime}
          options={Schema.shape.regime
            .unwrap()
            .options.map((value) => ({ value, label: t(`custody.regime.${value}`) }))}
          onChoose={(regime) => save({ regime: regime as FondsFields['regime'] })}
        />
        <Choice
          label={t('setup.fonds.retention')}
          value={fonds.retention?.code ?? ''}
          options={[
            { value: '', label: t('handover.dossier.undecided') },
            ...retentionCodes.map((value) => ({ value, label: t(`retention.${value}`) })),
          ]}
          onChoose={(code) =>
            save({ retention: code === '' ? null : { code: code as '01', basis: fonds.retention?.basis ?? '' } })
          }
        />
        <Choice
          label={t('setup.fonds.access')}
          value={fonds.access}
          options={accessCodes.map((value) => ({ value, label: t(`access.${value}`) }))}
          onChoose={(access) => save({ access: access as FondsFields['access'] })}
        />
      </div>
    </>
  )
}

/** How the next dossier of a year will be numbered. */
function NextNumber() {
  const t = useWords()
  const years = useRead('dossier.list', { limit: 1 }).data?.years ?? []
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? String(Math.max(0, ...years) || '')
  const year = /^\d{4}$/.test(shown) ? Number(shown) : null
  const next = useRead('dossier.nextNumber', { year: year ?? 2000 }, { enabled: year !== null, keep: true })
  return (
    <div className="settings-pair">
      <TextField
        key={years.length === 0 ? 'none' : 'known'}
        label={t('setup.numbering.year')}
        defaultValue={shown}
        inputMode="numeric"
        onText={setTyped}
        data-testid="numbering-year"
      />
      <p className="settings-said" role="status" data-testid="numbering-next">
        {year !== null && next.data ? t('setup.numbering.next', next.data) : t('setup.numbering.hint')}
      </p>
    </div>
  )
}
