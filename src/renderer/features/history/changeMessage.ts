import { type Message, notify, toasts } from '../../ui/toasts'

let shown: string | null = null

/** Shows what was last changed: one message at a time, since only the newest one is what Ctrl+Z takes back. */
export function showChange(message: Message): void {
  if (shown) toasts.close(shown)
  shown = notify(message)
}
