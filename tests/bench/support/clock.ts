/** Time on the wall and of the processor, in milliseconds: a loaded machine lengthens only the former. */
export interface Spent {
  wall: number
  cpu: number
}

/** Does something and tells what it took. */
export async function spentOn<T>(work: () => Promise<T>): Promise<[spent: Spent, result: T]> {
  const before = process.cpuUsage()
  const start = performance.now()
  const result = await work()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return [{ wall, cpu: (user + system) / 1_000 }, result]
}
