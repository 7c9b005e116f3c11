import { Combobox } from '@base-ui/react/combobox'
import { X } from 'lucide-react'
import { useId } from 'react'
import { useWords } from '../words/words'
import './picker.css'

/** Something as pickers show and give it. */
export interface Picked {
  id: string
  name: string
  detail: string
}

interface Props {
  label: string
  hint?: string | undefined
  items: Picked[]
  value: Picked | null
  onPick: (picked: Picked | null) => void
  /** What has been typed so far, to look for. */
  onText: (text: string) => void
  testId: string
}

/**
 * Chooses one of many by typing some of its name, with or without marks. What is found stands in a list below; nothing
 * is ever completed inside the field, so that input methods are left alone.
 */
export function Picker({ label, hint, items, value, onPick, onText, testId }: Props) {
  const t = useWords()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <Combobox.Root
        items={items}
        filter={null}
        autoHighlight
        value={value}
        onValueChange={onPick}
        onInputValueChange={(words) => onText(words === value?.name ? '' : words.trim())}
        itemToStringLabel={({ name }: Picked) => name}
        isItemEqualToValue={(a: Picked, b: Picked) => a.id === b.id}
      >
        <div className="picker">
          <Combobox.Input
            id={id}
            className="input"
            placeholder={t('ui.authority.filterHint')}
            spellCheck={false}
            data-testid={testId}
          />
          {value && (
            <Combobox.Clear
              className="icon-button picker-clear"
              aria-label={t('record.pick.clear', { name: value.name })}
            >
              <X aria-hidden />
            </Combobox.Clear>
          )}
        </div>
        <Combobox.Portal>
          <Combobox.Positioner
            className="picker-place"
            sideOffset={4}
            align="start"
            // Always below, where it hides nothing of what is being typed.
            collisionAvoidance={{ side: 'none' }}
          >
            <Combobox.Popup className="picker-popup" aria-label={label}>
              <Combobox.Empty className="picker-none">{t('ui.authority.none')}</Combobox.Empty>
              <Combobox.List className="picker-list" data-testid={`${testId}-list`}>
                {(item: Picked) => (
                  <Combobox.Item key={item.id} value={item} className="picker-item">
                    <span className="picker-name">{item.name}</span>
                    <span className="picker-detail">{item.detail}</span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {hint && <p className="field-hint">{hint}</p>}
    </div>
  )
}
