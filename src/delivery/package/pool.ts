/** Runs a few pieces of work at a time; the first that fails ends it, and nothing new begins after that. */
export class Pool {
  private readonly running = new Set<Promise<void>>()
  private failure: { thrown: unknown } | null = null

  constructor(private readonly atOnce: number) {}

  /** Begins a piece of work as soon as there is room. @throws what an earlier one threw */
  async begin(work: () => Promise<void>): Promise<void> {
    while (this.running.size >= this.atOnce) await Promise.race(this.running)
    this.rethrow()
    const run = work()
      .catch((thrown) => {
        this.failure ??= { thrown }
      })
      .finally(() => this.running.delete(run))
    this.running.add(run)
  }

  /** Waits for all that runs. @throws what one of them threw */
  async end(): Promise<void> {
    await Promise.all(this.running)
    this.rethrow()
  }

  /** Waits until nothing runs, whatever became of it, so that nothing writes into what is taken away. */
  async rest(): Promise<void> {
    await Promise.all(this.running)
  }

  private rethrow(): void {
    if (this.failure) throw this.failure.thrown
  }
}
