import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { makeSampleArchive, part } from './support/steps'

let running: RunningApp
beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
}, 120_000)
afterAll(() => running.close())

/** Ends the process that holds the archive, as a crash would. Gives its process id. */
const killEngine = ({ app }: RunningApp): Promise<number> =>
  app.evaluate(({ app: electron }) => {
    const engine = electron.getAppMetrics().find(({ name }) => name === 'Kho Tin engine')
    if (!engine) throw new Error('no engine process is running')
    process.kill(engine.pid, 'SIGKILL')
    return engine.pid
  })

const searchFor = async (words: string) => {
  await part(running, 'search').fill(words)
  await part(running, 'article-list').getByRole('option').first().waitFor()
}

/** Articles of the list that have photos and show none. */
const bare = () =>
  part(running, 'article-list')
    .getByRole('option')
    .evaluateAll(
      (rows) =>
        rows.filter(
          (row) => row.querySelector('.article-photos') && !row.querySelector<HTMLImageElement>('img')?.naturalWidth,
        ).length,
    )

describe('the engine process ends under an open archive', () => {
  it('is started again, says so, and the archive is there', async () => {
    await searchFor('hoi nghi')
    await expect.poll(bare).toBe(0)
    const first = await killEngine(running)
    await part(running, 'restarted').waitFor()
    await part(running, 'search').fill('')
    await searchFor('ky hop')
    await expect.poll(bare).toBe(0)
    // Pictures asked for while nobody could answer are the only thing that may have failed.
    expect(running.errors.filter((error) => !error.includes('ERR_FILE_NOT_FOUND'))).toEqual([])
    expect(await killEngine(running)).not.toBe(first)
  })
})
