import { shortcuts } from '../../app/useShortcuts'
import { useDialogs } from '../../state/dialogs'
import { Dialog } from '../../ui/Dialog'
import { useWords, type WordKey } from '../../words/words'
import './settings.css'

/** Keys of single screens, which those screens listen for themselves. */
const onScreens: { keys: string; words: WordKey }[] = [
  { keys: 'Ctrl Enter', words: 'ui.shortcuts.file' },
  { keys: 'Space', words: 'ui.shortcuts.accept' },
  { keys: 'Ctrl Space', words: 'find.shortcuts.select' },
  { keys: 'Shift ↑ ↓', words: 'find.shortcuts.extend' },
  { keys: 'Enter', words: 'ui.shortcuts.edit' },
  { keys: 'F2', words: 'item.shortcuts.edit' },
  { keys: 'Alt ↑ ↓', words: 'item.shortcuts.photo' },
  { keys: 'Delete', words: 'ui.shortcuts.drop' },
  { keys: '↑ ↓', words: 'ui.shortcuts.move' },
  { keys: 'Ctrl A', words: 'ui.shortcuts.all' },
  { keys: 'Z', words: 'ui.shortcuts.zoom' },
  { keys: 'Esc', words: 'ui.shortcuts.close' },
]

/** Every key that does something, on `?`. */
export function ShortcutsDialog() {
  const t = useWords()
  const close = useDialogs((state) => state.close)
  const everywhere = shortcuts.map(({ keys, command }) => ({ keys, words: `ui.command.${command}` as WordKey }))
  return (
    <Dialog title={t('ui.shortcuts.title')} wide testId="dialog-shortcuts" onClose={close}>
      <dl className="shortcuts">
        {[...everywhere, ...onScreens].map(({ keys, words }) => (
          <div key={keys}>
            <dt>{t(words)}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
