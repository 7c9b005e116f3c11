import { fromErrorData, KhoError, type KhoErrorData } from '#core/errors'
import type { Log, Readers } from './ports'

/** A reader process as its host sees it; over child_process in plain Node, over a port in Electron. */
export interface ReaderChannel {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** `code` as the system gives it; 128 + signal where a signal ended it. */
  onExit(listener: (code: number | null) => void): void
  kill(): void
}

/** What a reader process sends: once that it is there, then one answer per request. */
export type FromReader =
  | { ready: true }
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; error: KhoErrorData }

export type ToReader = { id: number; request: unknown }

interface Task {
  request: unknown
  timeoutMs: number
  signal?: AbortSignal
  resolve(value: unknown): void
  reject(error: KhoError): void
  /** Takes the task out of the queue when its caller gives up before it began. */
  withdraw: () => void
}

/** A process that does not even say it is there within this time counts as crashed. */
const START_MS = 20_000
/** Given up by the watchdog, by the system's out-of-memory killer, or by V8 itself (SIGKILL, SIGABRT, SIGTRAP). */
const OUT_OF_MEMORY_CODES = new Set([9, 5, 6, 133, 134, 137, 0xe0000008 | 0])

/**
 * Runs requests in reader processes: one at a time in each, started when first needed, replaced when
 * they die, take too long or are told to stop.
 * @param spawn starts a process
 * @param options.count how many may run side by side
 * @param options.restMs a process that has had nothing to do for so long ends; none does where it is left out
 */
export function readersOver(
  spawn: () => ReaderChannel,
  options: { log: Log; count?: number; restMs?: number },
): Readers {
  const waiting: Task[] = []
  const take = () => {
    const task = waiting.shift()
    task?.signal?.removeEventListener('abort', task.withdraw)
    return task
  }
  const slots = Array.from({ length: options.count ?? 1 }, () => new Slot(spawn, options, take))
  let closed = false
  return {
    run<Q, R>(request: Q, { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal }): Promise<R> {
      return new Promise<R>((resolve, reject) => {
        if (closed || signal?.aborted) return reject(new KhoError('cancelled'))
        const task: Task = {
          request,
          timeoutMs,
          signal,
          resolve: (value) => resolve(value as R),
          reject,
          withdraw: () => withdraw(waiting, task),
        }
        waiting.push(task)
        signal?.addEventListener('abort', task.withdraw, { once: true })
        const free = slots.find((slot) => slot.idle && slot.warm) ?? slots.find((slot) => slot.idle)
        free?.begin()
      })
    },
    async close() {
      closed = true
      for (const task of waiting.splice(0)) task.reject(new KhoError('cancelled'))
      for (const slot of slots) slot.end()
    },
  }
}

function withdraw(waiting: Task[], task: Task): void {
  const at = waiting.indexOf(task)
  if (at < 0) return
  waiting.splice(at, 1)
  task.reject(new KhoError('cancelled'))
}

/** One place for a reader process and the task it works on. */
class Slot {
  private channel: ReaderChannel | null = null
  private task: Task | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private rest: ReturnType<typeof setTimeout> | undefined
  private ready = false
  private nextId = 1
  private readonly stop = () => this.giveUp(new KhoError('cancelled'))

  constructor(
    private readonly spawn: () => ReaderChannel,
    private readonly options: { log: Log; restMs?: number },
    private readonly take: () => Task | undefined,
  ) {}

  get idle(): boolean {
    return this.task === null
  }

  get warm(): boolean {
    return this.ready
  }

  begin(): void {
    const task = this.take()
    if (!task) {
      this.takeRest()
      return
    }
    clearTimeout(this.rest)
    this.task = task
    task.signal?.addEventListener('abort', this.stop, { once: true })
    if (this.channel && this.ready) this.send()
    else if (!this.channel) this.start()
  }

  end(): void {
    if (this.task) this.giveUp(new KhoError('cancelled'))
    else this.drop()
  }

  private start(): void {
    const channel = this.spawn()
    this.channel = channel
    channel.onMessage((message) => {
      if (this.channel === channel) this.receive(message as FromReader)
    })
    channel.onExit((code) => {
      if (this.channel === channel) this.died(code)
    })
    this.timer = setTimeout(() => this.giveUp(new KhoError('reader-crashed', { cause: 'did not start' })), START_MS)
  }

  private send(): void {
    const { task } = this
    if (!task) return
    // A number of its own for each request: a late answer must not be taken for the next one's.
    this.nextId += 1
    this.timer = setTimeout(() => this.giveUp(new KhoError('reader-timeout')), task.timeoutMs)
    this.channel?.post({ id: this.nextId, request: task.request } satisfies ToReader)
  }

  private receive(message: FromReader): void {
    if ('ready' in message) {
      clearTimeout(this.timer)
      this.ready = true
      this.send()
    } else if (this.task && message.id === this.nextId) {
      const { task } = this
      this.finish()
      if (message.ok) task.resolve(message.value)
      else task.reject(fromErrorData(message.error))
      this.begin()
    }
  }

  private died(code: number | null): void {
    const outOfMemory = code !== null && OUT_OF_MEMORY_CODES.has(code)
    this.options.log.warn('reader process ended', { code })
    this.channel = null
    this.giveUp(new KhoError(outOfMemory ? 'reader-out-of-memory' : 'reader-crashed', { cause: `exit code ${code}` }))
  }

  /** Ends the process with its task; the next task gets a new one. */
  private giveUp(error: KhoError): void {
    const { task } = this
    this.finish()
    this.drop()
    task?.reject(named(error, task.request))
    this.begin()
  }

  private finish(): void {
    clearTimeout(this.timer)
    this.task?.signal?.removeEventListener('abort', this.stop)
    this.task = null
  }

  private takeRest(): void {
    const { restMs } = this.options
    if (!this.channel || restMs === undefined) return
    clearTimeout(this.rest)
    this.rest = setTimeout(() => this.drop(), restMs)
    this.rest.unref()
  }

  private drop(): void {
    clearTimeout(this.rest)
    this.ready = false
    const { channel } = this
    this.channel = null
    channel?.kill()
  }
}

/** The same error with the name of the file that was being read, where the request has one. */
function named(error: KhoError, request: unknown): KhoError {
  const file = typeof request === 'object' && request !== null && 'name' in request ? String(request.name) : null
  return error.code === 'cancelled' || file === null ? error : new KhoError(error.code, { file, cause: error.cause })
}
