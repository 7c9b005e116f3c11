import type { Page } from 'playwright-core'

interface Watched {
  longTasks: number[]
  /** Share of the list in sight that showed no row, or a row still without words, in each frame. */
  gaps: { uncovered: number; unread: number }[]
  scrolling: boolean
}

/** Has the page note every task of its own thread over 50 ms (the Long Tasks API notes no others). */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched: Watched = { longTasks: [], gaps: [], scrolling: false }
    Object.assign(window, { watched })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.longTasks.push(entry.duration)
    }).observe({ type: 'longtask' })
  })
}

/** The long tasks since the last time they were taken, in milliseconds. */
export const takeTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { watched: Watched }).watched.longTasks.splice(0))

/**
 * Scrolls a list by a step in every frame, as a finger on the wheel does, and looks at each frame as it is painted.
 * @returns one entry per frame
 */
export function scrollThrough(page: Page, list: string, frames: number, step: number): Promise<Watched['gaps']> {
  return page.evaluate(
    ([list, frames, step]) =>
      new Promise((resolve) => {
        const box = document.querySelector<HTMLElement>(`[data-testid="${list}"]`)
        if (!box) throw new Error(`no list ${list}`)
        const gaps: Watched['gaps'] = []
        const look = () => {
          const { top, bottom } = box.getBoundingClientRect()
          const rows = [...box.querySelectorAll<HTMLElement>('.list-row, .wall-line')]
            .map((row) => ({ row, at: row.getBoundingClientRect() }))
            .filter(({ at }) => at.bottom > top && at.top < bottom)
          const covered = rows.reduce((sum, { at }) => sum + Math.min(at.bottom, bottom) - Math.max(at.top, top), 0)
          const unread = rows.filter(({ row }) => row.querySelector('.skeleton, .tile-caption:empty')).length
          gaps.push({
            uncovered: Math.max(0, 1 - covered / (bottom - top)),
            unread: rows.length === 0 ? 1 : unread / rows.length,
          })
        }
        const frame = () => {
          // What was scrolled to in the frame before is on the screen now.
          look()
          if (gaps.length >= frames) return resolve(gaps)
          box.scrollTop += step
          requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
    [list, frames, step] as const,
  )
}
