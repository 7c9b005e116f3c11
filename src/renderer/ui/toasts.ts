import { Toast } from '@base-ui/react/toast'

/** What a passing message says, and the one thing that can be done about it. */
export interface Message {
  title: string
  more?: string
  kind?: 'done' | 'error'
  action?: { label: string; run: () => void }
}

export const toasts = Toast.createToastManager()

/** Shows a passing message; errors stay until they are dismissed. */
export function notify({ title, more, kind = 'done', action }: Message): void {
  const id = toasts.add({
    title,
    description: more,
    type: kind,
    timeout: kind === 'error' ? 0 : 8000,
    priority: kind === 'error' ? 'high' : 'low',
    actionProps: action && {
      children: action.label,
      onClick: () => {
        toasts.close(id)
        action.run()
      },
    },
  })
}
