import type { FromEngine } from '#contract/messages'
import type { KhoBridge, ShellInput, ShellName, ShellOutput } from '#contract/shell'
import { CallFailed } from './failure'

declare global {
  interface Window {
    /** Put there by the preload; the only way out of the page. */
    kho: KhoBridge
  }
}

/**
 * Asks the desktop shell for something only it can do.
 * @throws CallFailed with the shell's error
 */
export async function shell<N extends ShellName>(name: N, input: ShellInput<N>): Promise<ShellOutput<N>> {
  const answer = await window.kho.shell(name, input)
  if (!answer.ok) throw new CallFailed(answer.error)
  return answer.value
}

/** True for messages of the engine's contract; anything else on the port is ignored. */
export function isFromEngine(message: unknown): message is FromEngine {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false
  return ['answer', 'job', 'changed', 'restarted'].includes(String(message.type))
}
