import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import type { AuthorityKind } from '#core/model/views'
import { useRead } from '../engine/queries'
import { useDialogs } from '../state/dialogs'
import { go } from '../state/route'
import { Dialog } from '../ui/Dialog'
import { composing, whenTyped } from '../ui/Field'
import { usePhrases } from '../words/words'
import { useCommands } from './commands'
import { articleItem, authorityItem, commandItems, type PaletteItem } from './paletteItems'
import './palette.css'

const mostOfEach = 5

/** Ctrl+K: every command, screen, article and record by a few letters of its name. */
export function Palette() {
  const { t } = usePhrases()
  const id = useId()
  const run = useCommands()
  const close = useDialogs((state) => state.close)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const items = useItems(useDeferredValue(typed))
  const at = Math.min(active, Math.max(0, items.length - 1))
  const choose = (item: PaletteItem | undefined) => {
    if (!item) return
    close()
    if ('run' in item.does) run(item.does.run)
    else go(item.does.to)
  }
  const move = (to: number) => {
    setActive(Math.max(0, Math.min(items.length - 1, to)))
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event)) return
    if (event.key === 'ArrowDown') move(at + 1)
    else if (event.key === 'ArrowUp') move(at - 1)
    else if (event.key === 'Enter') choose(items[at])
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={t('desk.palette.title')} testId="palette" onClose={close}>
      <input
        type="text"
        className="input"
        role="combobox"
        aria-label={t('desk.palette.title')}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={items.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('desk.palette.hint')}
        data-testid="palette-box"
        onKeyDown={onKeyDown}
        {...whenTyped((text) => {
          setTyped(text.trim())
          setActive(0)
        })}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('desk.palette.title')}
        // What scrolls must be reachable by keyboard; the caret stays in the field.
        tabIndex={-1}
        className="palette-list"
        data-testid="palette-list"
      >
        {items.map((item, nth) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, where the focus stays
          <div
            key={item.key}
            id={`${id}-${nth}`}
            role="option"
            tabIndex={-1}
            aria-selected={nth === at}
            className={nth === at ? 'palette-item active' : 'palette-item'}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(item)}
          >
            <span className="palette-label">{item.label}</span>
            {item.detail && <span className="palette-detail">{item.detail}</span>}
            {item.keys ? <kbd aria-hidden>{item.keys}</kbd> : <span className="palette-kind">{item.kind}</span>}
          </div>
        ))}
      </div>
      {items.length === 0 && (
        <p className="field-hint" role="status">
          {t('desk.palette.none')}
        </p>
      )}
    </Dialog>
  )
}

/** Commands and screens first, then what the archive has of that name. */
function useItems(typed: string): PaletteItem[] {
  const phrases = usePhrases()
  const asked = typed !== ''
  const options = { enabled: asked, keep: true }
  // Quotation marks and colons are the name's own here, not of the search.
  const text = typed.replace(/["“”:|-]/g, ' ').trim()
  const articles = useRead('article.list', { text, sort: 'relevance', limit: mostOfEach }, options).data?.rows ?? []
  const people = useNamed('person', typed)
  const events = useNamed('event', typed)
  const bodies = useNamed('organization', typed)
  const places = useNamed('place', typed)
  const commands = commandItems(phrases, typed)
  if (!asked) return commands
  return [
    ...commands.slice(0, mostOfEach),
    ...[...people, ...events, ...bodies, ...places].map((row) => authorityItem(phrases, row)),
    ...articles.map((row) => articleItem(phrases, row)),
  ]
}

function useNamed(kind: AuthorityKind, text: string) {
  const options = { enabled: text !== '', keep: true }
  return useRead('authority.list', { kind, text, sort: 'fit', limit: mostOfEach }, options).data?.rows ?? []
}
