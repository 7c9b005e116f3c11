import type { TemplatePurpose } from '#core/model/template'
import { useRead } from '../../engine/queries'
import { Choice } from '../../ui/Field'
import { useWords } from '../../words/words'

interface Props {
  purpose: TemplatePurpose
  /** `in-use`, `none`, or the id of a kept template. */
  value: string
  onChoose: (value: string) => void
}

/** Which template an export is filled into; nothing where the office has none for it. */
export function TemplateChoice({ purpose, value, onChoose }: Props) {
  const t = useWords()
  const templates = useRead('template.list', {}).data?.templates.filter((one) => one.purpose === purpose) ?? []
  if (templates.length === 0) return null
  const used = templates.find(({ inUse }) => inUse)
  const shown = value === 'in-use' ? (used?.id ?? 'none') : value
  return (
    <Choice
      label={t('template.choice.label')}
      hint={t('template.choice.hint')}
      value={shown}
      options={[
        ...templates.map(({ id, name, inUse }) => ({
          value: id,
          label: inUse ? t('template.choice.inUse', { name }) : name,
        })),
        { value: 'none', label: t('template.screen.own') },
      ]}
      onChoose={onChoose}
    />
  )
}
