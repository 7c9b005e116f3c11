import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { severalAtOnce } from '#operations/at-once'

describe('several at once', () => {
  it('are never more than asked for, and answer in the order of the list', async () => {
    let running = 0
    let most = 0
    const results = await severalAtOnce([5, 1, 4, 2, 3, 0], 3, async (turns) => {
      running += 1
      most = Math.max(most, running)
      for (let at = 0; at < turns; at++) await turn()
      running -= 1
      return turns * 10
    })
    expect(results).toEqual([50, 10, 40, 20, 30, 0])
    expect(most).toBe(3)
  })

  it('end with the first failure, once those under way are done and without beginning another', async () => {
    const done: number[] = []
    const work = severalAtOnce([1, 2, 3, 4, 5], 2, async (nth) => {
      await turn()
      if (nth === 1) throw new Error('no disk')
      await turn()
      done.push(nth)
    })
    await expect(work).rejects.toThrow('no disk')
    expect(done).toEqual([2])
  })

  it('are nothing where there is nothing to do', async () => {
    expect(await severalAtOnce([], 4, async () => 1)).toEqual([])
  })
})
