import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../words/words'
import { dismissDone } from './toasts'
import './dialog.css'

interface Props {
  title: string
  more?: string
  wide?: boolean
  testId: string
  onClose: () => void
  /** Keys go to the words themselves, not to the first thing to press. */
  focusBody?: boolean
  onKeyDown?: (event: KeyboardEvent) => void
  /** The buttons, the chosen one last. */
  actions?: ReactNode
  children: ReactNode
}

const parts = 'input, textarea, select, button'

/** What is typed into first: the part that the dialog was opened for, else its first. */
const firstOf = (body: HTMLElement | null): HTMLElement | null =>
  body?.querySelector<HTMLElement>(`[data-first] :is(${parts})`) ?? body?.querySelector<HTMLElement>(parts) ?? null

/** A dialog above the window: keeps the focus, closes on Esc, gives the focus back. */
export function Dialog({ title, more, wide, testId, focusBody, onKeyDown, onClose, actions, children }: Props) {
  const t = useWords()
  const body = useRef<HTMLDivElement>(null)
  // What was done last would lie over the buttons; Ctrl+Z still takes it back afterwards.
  useEffect(dismissDone, [])
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup
          className={wide ? 'dialog wide' : 'dialog'}
          data-testid={testId}
          initialFocus={() => (focusBody ? body.current : firstOf(body.current)) ?? true}
          onKeyDown={onKeyDown}
        >
          <header className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
            <Base.Close className="icon-button" aria-label={t('ui.common.close')}>
              <X aria-hidden />
            </Base.Close>
          </header>
          {more && <Base.Description className="dialog-more">{more}</Base.Description>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <div ref={body} className={focusBody ? 'dialog-body quiet' : 'dialog-body'} tabIndex={0}>
            {children}
          </div>
          {actions && <footer className="dialog-actions">{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
