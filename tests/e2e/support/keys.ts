import type { RunningApp } from './app'

/** Whether the dialog on top has the focus: one that has just come takes it with the next picture. */
function focusArrived(): boolean {
  const top = [...document.querySelectorAll('[role="dialog"]:not([data-closed], .toasts *)')].at(-1)
  return !top || top.contains(document.activeElement)
}

/** Presses keys one after another, none before a dialog that has come has the focus: what lies under it would hear it. */
export const keysOf =
  (running: () => RunningApp) =>
  async (...keys: string[]): Promise<void> => {
    const { page } = running()
    for (const key of keys) {
      await page.waitForFunction(focusArrived)
      await page.keyboard.press(key)
    }
  }
