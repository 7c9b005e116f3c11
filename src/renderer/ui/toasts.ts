import { Toast } from '@base-ui/react/toast'

/** Something that can be done about a passing message. */
export interface MessageAction {
  label: string
  /** Keys that do the same, shown beside the words. */
  keys?: string
  run: () => void
}

/** What a passing message says, and what can be done about it. */
export interface Message {
  title: string
  more?: string | undefined
  kind?: 'done' | 'error'
  action?: MessageAction | MessageAction[] | undefined
}

/** What travels with a message to where it is drawn. */
export interface MessageData {
  actions: MessageAction[]
}

export const toasts = Toast.createToastManager<MessageData>()

/** Messages on the screen that only say that something is done. */
const done = new Set<string>()

/**
 * Shows a passing message; errors stay until they are dismissed.
 * @returns its id, to close it with
 */
export function notify({ title, more, kind = 'done', action = [] }: Message): string {
  const id: string = toasts.add({
    title,
    description: more,
    type: kind,
    timeout: kind === 'error' ? 0 : 8000,
    priority: kind === 'error' ? 'high' : 'low',
    data: { actions: [action].flat() },
    onRemove: () => void done.delete(id),
  })
  if (kind === 'done') done.add(id)
  return id
}

/** True while a message says that something is done, and how it is taken back. */
export const tellsDone = (): boolean => done.size > 0

/** Puts away what merely says that something is done, where it would lie over what comes next. Errors stay. */
export function dismissDone(): void {
  for (const id of [...done]) toasts.close(id)
}
