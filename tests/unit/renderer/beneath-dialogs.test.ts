import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { servedWithoutArchive } from '../../../src/renderer/app/commands'
import { heldUp, underDialog, useDialogs } from '../../../src/renderer/state/dialogs'
import { notify } from '../../../src/renderer/ui/toasts'

/** What a page holds whose elements match a selector or not. */
const page = (shown: unknown) => vi.stubGlobal('document', { querySelector: vi.fn(() => shown) })

beforeEach(() => page(null))
afterEach(() => {
  useDialogs.getState().close()
  vi.unstubAllGlobals()
})

describe('what lies beneath a dialog', () => {
  it('waits, but what a message in the photo viewer tells of can be taken back while nothing stands above it', () => {
    const dialogs = (count: number) =>
      vi.stubGlobal('document', { querySelector: () => ({}), querySelectorAll: () => ({ length: count }) })
    useDialogs.getState().show({ name: 'photo', ids: ['a'], at: 0 })
    dialogs(1)
    expect(heldUp('edit.undo')).toBe(true)
    notify({ title: 'done' })
    expect([heldUp('edit.undo'), heldUp('edit.redo'), heldUp('intake.files')]).toEqual([false, false, true])
    dialogs(2)
    expect(heldUp('edit.undo')).toBe(true)
    useDialogs.getState().show({ name: 'shortcuts' })
    dialogs(1)
    expect(heldUp('edit.undo')).toBe(true)
  })

  it('is in use while none is open', () => {
    expect(underDialog()).toBe(false)
  })

  it('rests beneath a dialog of the window', () => {
    useDialogs.getState().show({ name: 'shortcuts' })
    expect(underDialog()).toBe(true)
  })

  it('rests beneath a dialog a screen keeps for itself', () => {
    page({})
    expect(underDialog()).toBe(true)
  })

  it('does not rest beneath a passing message, which calls itself a dialog that is not modal', () => {
    underDialog()
    expect(document.querySelector).toHaveBeenCalledWith(expect.stringContaining(':not([aria-modal="false"])'))
  })
})

describe('the commands before an archive is open', () => {
  it.each(['archive.new', 'archive.open', 'archive.sample', 'archive.open:/kho/tin'])('serve %s', (command) => {
    expect(servedWithoutArchive(command)).toBe(true)
  })

  it.each(['archive.close', 'intake.files', 'view.intake', 'export'])('leave %s', (command) => {
    expect(servedWithoutArchive(command)).toBe(false)
  })
})
