import { describe, expect, it } from 'vitest'
import { nodeIds } from '#platform/node/ids'

describe('ids', () => {
  it('are unique, safe as file names and sort by time of creation, also when the clock goes back', () => {
    const times = [1_000, 1_000, 2_000, 500, 500, 2_001]
    const ids = nodeIds({ now: () => times.shift() ?? 3_000 })
    const made = Array.from({ length: 100 }, () => ids.next())
    expect([...made].sort()).toEqual(made)
    expect(new Set(made).size).toBe(100)
    for (const id of made) expect(id).toMatch(/^[0-9a-f]{28}$/)
  })

  it('do not run out within one millisecond', () => {
    const ids = nodeIds({ now: () => 1_000 })
    const made = Array.from({ length: 70_000 }, () => ids.next())
    expect(made.every((id, at) => at === 0 || made[at - 1]! < id)).toBe(true)
  })
})
