import type { Platform } from '#platform/ports'
import type { Layout } from '../format'

/** What a step is handed: the folder as the format before left it, and the lock held. */
export interface StepTools {
  layout: Layout
  platform: Platform
}

/** One step from a format to the next. */
export interface Step {
  from: number
  to: number
  /**
   * Looks without changing anything whether the step can be made.
   * @returns why not, as a code with arguments; null where it can
   */
  refuses(tools: StepTools): Promise<{ code: string; args: Record<string, string> } | null>
  /** Changes the files; `kho.json` apart, which is written last of all. Run again, it must end the same. */
  run(tools: StepTools): Promise<void>
}

/** Every step there is, oldest first. Format 1 is the first that was released. */
export const steps: readonly Step[] = []

/**
 * Proves that the steps lead from the first format to the present one without a gap.
 * @throws Error naming the step that is out of line
 */
export function assertContiguous(all: readonly Step[], first: number, last: number): void {
  let at = first
  for (const { from, to } of all) {
    if (from !== at || to !== at + 1) throw new Error(`migration ${from} → ${to} does not follow format ${at}`)
    at = to
  }
  if (at !== last) throw new Error(`migrations end at format ${at}, not ${last}`)
}
