import { Toast } from '@base-ui/react/toast'
import { CircleCheck, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/words'
import { toasts } from './toasts'
import './toasts.css'

/** The place where passing messages appear; screen readers hear them. */
export function Toasts({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider toastManager={toasts} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="toasts">
          <Shown />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
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
        </div>
        {toast.actionProps && <Toast.Action className="button quiet" />}
        <Toast.Close className="icon-button" aria-label={t('ui.common.close')}>
          <X aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
