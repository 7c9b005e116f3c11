import type { RunningApp } from './app'

export interface Effort {
  clicks: number
  /** Keys pressed, text typed letter by letter included. */
  keys: number
}

interface Counted {
  effort?: Effort
}

/** Counts what a task costs a person, prints it as a line of the test output, and answers it. */
export async function effortOf({ page }: RunningApp, task: string, work: () => Promise<void>): Promise<Effort> {
  await page.evaluate(() => {
    const counted = window as unknown as Counted
    if (!counted.effort) {
      const on = (type: string, what: keyof Effort) =>
        window.addEventListener(type, () => counted.effort && counted.effort[what]++, true)
      on('pointerdown', 'clicks')
      on('keydown', 'keys')
    }
    counted.effort = { clicks: 0, keys: 0 }
  })
  await work()
  const effort = await page.evaluate(() => (window as unknown as Counted).effort ?? { clicks: 0, keys: 0 })
  console.log(`    ${task}: ${effort.clicks} click(s), ${effort.keys} key(s)`)
  return effort
}
