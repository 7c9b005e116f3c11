import { ChevronDown, ChevronUp, X } from 'lucide-react'
import type { MappedField, FieldMapping as Mapping } from '#core/pictures/mapping'
import { useReadOnly } from '../../state/archive'
import { IconButton } from '../../ui/Button'
import { Choice } from '../../ui/Field'
import { usePhrases } from '../../words/words'
import { Found, TagLabel } from './CandidateList'
import { type Candidate, sourceName, tagName, whyTaken } from './tags'

interface Props {
  field: MappedField
  mapping: Mapping
  /** All tags that may fill it. */
  tags: string[]
  /** What the photo tried on says; null where none is. */
  candidates: Candidate[] | null
  onChange: (mapping: Mapping) => void
}

/** The places one field is taken from, in their order, each with what the photo tried on says there. */
export function FieldMapping({ field, mapping, tags, candidates, onChange }: Props) {
  const phrases = usePhrases()
  const { t } = phrases
  const readOnly = useReadOnly()
  const name = t(`inside.field.${field}`)
  const { from } = mapping
  const moved = (at: number, by: number) => {
    const after = [...from]
    after.splice(at + by, 0, ...after.splice(at, 1))
    onChange({ ...mapping, from: after })
  }
  const more = tags.filter((tag) => !from.includes(tag))
  const why = candidates ? whyTaken(phrases, candidates) : ''
  return (
    <fieldset className="mapping-field" disabled={readOnly} data-testid={`mapping-${field}`}>
      <legend className="mapping-name">{name}</legend>
      <Choice
        label={t('inside.screen.takeLabel', { field: name })}
        bare
        value={mapping.take}
        options={(['first', 'all'] as const).map((take) => ({ value: take, label: t(`inside.screen.take.${take}`) }))}
        onChoose={(take) => onChange({ ...mapping, take: take as Mapping['take'] })}
      />
      {from.length === 0 && <p className="field-hint">{t('inside.screen.empty')}</p>}
      <ol className="mapping-tags">
        {from.map((tag, at) => (
          <li key={tag} data-testid="mapping-tag">
            <TagLabel tag={tag} />
            <Values field={field} found={candidates?.filter((one) => one.tag === tag) ?? null} />
            <Tools
              tag={tagName(phrases, tag)}
              first={at === 0}
              last={at === from.length - 1}
              onMove={(by) => moved(at, by)}
              onRemove={() => onChange({ ...mapping, from: from.filter((one) => one !== tag) })}
            />
          </li>
        ))}
      </ol>
      {why && <p className="field-hint mapping-why">{why}</p>}
      {more.length > 0 && (
        <Choice
          label={t('inside.screen.add', { field: name })}
          bare
          value=""
          options={[
            { value: '', label: t('inside.screen.addShort') },
            ...more.map((tag) => ({ value: tag, label: `${sourceName(phrases, { tag })} · ${tagName(phrases, tag)}` })),
          ]}
          onChoose={(tag) => tag && onChange({ ...mapping, from: [...from, tag] })}
        />
      )}
    </fieldset>
  )
}

function Values({ field, found }: { field: MappedField; found: Candidate[] | null }) {
  const { t } = usePhrases()
  if (found === null) return <span className="mapping-values" />
  return (
    <span className="mapping-values">
      {found.length === 0 && <span className="inside-more">{t('inside.screen.nothing')}</span>}
      {found.map((one) => (
        <Found key={`${one.sidecar} ${one.language}`} field={field} candidate={one} />
      ))}
    </span>
  )
}

interface ToolsProps {
  tag: string
  first: boolean
  last: boolean
  onMove: (by: number) => void
  onRemove: () => void
}

function Tools({ tag, first, last, onMove, onRemove }: ToolsProps) {
  const { t } = usePhrases()
  return (
    <span className="mapping-tools">
      <IconButton
        icon={ChevronUp}
        label={t('inside.screen.up', { tag })}
        disabled={first}
        onClick={() => onMove(-1)}
        data-testid="mapping-up"
      />
      <IconButton
        icon={ChevronDown}
        label={t('inside.screen.down', { tag })}
        disabled={last}
        onClick={() => onMove(1)}
        data-testid="mapping-down"
      />
      <IconButton icon={X} label={t('inside.screen.remove', { tag })} onClick={onRemove} data-testid="mapping-remove" />
    </span>
  )
}
