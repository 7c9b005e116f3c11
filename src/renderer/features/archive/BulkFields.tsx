import { Choice, TextField, whenTyped } from '../../ui/Field'
import { TagPicker } from '../../ui/TagPicker'
import { accessCodes, genres, retentionCodes } from '../../words/vocabulary'
import { useWords } from '../../words/words'
import { type BulkForm, noRetention } from './bulkEdit'

interface Props {
  form: BulkForm
  onChange: (part: Partial<BulkForm>) => void
}

/** What can be done to many articles at once. */
export function BulkFields({ form, onChange }: Props) {
  const t = useWords()
  const same = { value: '', label: t('find.bulk.same') }
  return (
    <div className="bulk-fields">
      <TagPicker
        kind="event"
        single
        label={t('find.bulk.event')}
        picked={form.event}
        onChange={(event) => onChange({ event })}
      />
      <TagPicker
        kind="person"
        label={t('find.bulk.people')}
        picked={form.people}
        onChange={(people) => onChange({ people })}
      />
      <TagPicker
        kind="organization"
        label={t('find.bulk.organizations')}
        picked={form.organizations}
        onChange={(organizations) => onChange({ organizations })}
      />
      <TagPicker
        kind="place"
        label={t('find.bulk.places')}
        picked={form.places}
        onChange={(places) => onChange({ places })}
      />
      <TextField
        label={t('find.bulk.addTopics')}
        hint={t('find.bulk.topicsHint')}
        data-testid="bulk-add-topics"
        {...whenTyped((addTopics) => onChange({ addTopics }))}
      />
      <TextField
        label={t('find.bulk.removeTopics')}
        data-testid="bulk-remove-topics"
        {...whenTyped((removeTopics) => onChange({ removeTopics }))}
      />
      <Choice
        label={t('ui.archive.genre')}
        value={form.genre}
        options={[same, ...genres.map((value) => ({ value, label: t(`genre.${value}`) }))]}
        onChoose={(genre) => onChange({ genre })}
      />
      <Choice
        label={t('past.field.access')}
        value={form.access}
        options={[same, ...accessCodes.map((value) => ({ value, label: t(`access.${value}`) }))]}
        onChoose={(access) => onChange({ access })}
      />
      <Choice
        label={t('past.field.retention')}
        value={form.retention}
        options={[
          same,
          ...retentionCodes.map((value) => ({ value, label: t(`retention.${value}`) })),
          { value: noRetention, label: t('find.bulk.noRetention') },
        ]}
        onChoose={(retention) => onChange({ retention })}
      />
      <TagPicker
        kind="dossier"
        single
        label={t('find.bulk.dossier')}
        picked={form.dossier}
        onChange={(dossier) => onChange({ dossier })}
      />
    </div>
  )
}
