import { Toast } from '@base-ui/react/toast'
import { CircleCheck, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/words'
import { Button } from './Button'
import { type MessageAction, type MessageData, toasts } from './toasts'
import './toasts.css'

/** The place where passing messages appear; screen readers hear them. Everything else makes room for it. */
export function Toasts({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider toastManager={toasts} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport ref={makeRoom} className="toasts">
          <Shown />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

/** Tells the styles how much of the window's foot the messages take (`--messages`). */
function makeRoom(place: HTMLElement | null) {
  if (!place) return
  const root = document.documentElement
  const observer = new ResizeObserver(() => root.style.setProperty('--messages', `${place.offsetHeight}px`))
  observer.observe(place)
  return () => observer.disconnect()
}

function Actions({ id, actions }: { id: string; actions: MessageAction[] }) {
  if (actions.length === 0) return null
  const buttons = actions.map(({ label, keys, run }) => (
    <Button
      key={label}
      look="quiet"
      {...(keys ? { keys } : {})}
      onClick={() => {
        toasts.close(id)
        run()
      }}
    >
      {label}
    </Button>
  ))
  return <div className="toast-actions">{buttons}</div>
}

function Shown() {
  const t = useWords()
  const { toasts: shown } = Toast.useToastManager()
  return shown.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast" data-testid="toast" data-kind={toast.type}>
      <Toast.Content className="toast-content">
        {toast.type === 'error' ? <TriangleAlert aria-hidden /> : <CircleCheck aria-hidden />}
        <div className="toast-words">
          <Toast.Title className="toast-title" />
          <Toast.Description className="toast-more" />
          <Actions id={toast.id} actions={(toast.data as MessageData | undefined)?.actions ?? []} />
        </div>
        {/* The kit hides it from screen readers while the keyboard can still reach it. */}
        <Toast.Close className="icon-button" aria-hidden={false} aria-label={t('ui.common.close')}>
          <X aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
