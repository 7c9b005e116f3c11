import type { FromEngineHost } from '#contract/engine-host'
import type { ReaderChannel } from '#platform/readers'
import type { Port } from './port'
import { atLeisure } from './priority'
import { withoutNative } from './sharp-apart'

/** Ends of a process by a fault of its own code: SIGILL, SIGABRT, SIGBUS, SIGSEGV, plain or with 128. */
const faults = new Set([4, 6, 7, 11, 132, 134, 135, 139])

/**
 * Reader processes on request from main, which alone can start them. Messages sent before the port
 * is there wait for it. Once one has crashed, those started later do without native picture code.
 */
export class ReaderBroker {
  private next = 1
  private crashed = false
  private readonly waiting = new Map<number, BrokeredReader>()

  constructor(private readonly ask: (message: FromEngineHost) => void) {}

  /** @param leisurely for work that nobody waits for */
  spawn(leisurely = false): ReaderChannel {
    const reader = this.next++
    const channel = new BrokeredReader(() => this.ask({ type: 'kill-reader', reader }))
    this.waiting.set(reader, channel)
    const args = [...(leisurely ? [atLeisure] : []), ...(this.crashed ? [withoutNative] : [])]
    this.ask({ type: 'spawn-reader', reader, args })
    return channel
  }

  connected(reader: number, port: Port): void {
    this.waiting.get(reader)?.connect(port)
  }

  exited(reader: number, code: number | null): void {
    if (code !== null && faults.has(code)) this.crashed = true
    this.waiting.get(reader)?.exited(code)
    this.waiting.delete(reader)
  }
}

class BrokeredReader implements ReaderChannel {
  private port: Port | null = null
  private readonly unsent: unknown[] = []
  private onMessageListener: (message: unknown) => void = () => {}
  private onExitListener: (code: number | null) => void = () => {}

  constructor(private readonly end: () => void) {}

  connect(port: Port): void {
    this.port = port
    port.on('message', ({ data }) => this.onMessageListener(data))
    port.start()
    for (const message of this.unsent.splice(0)) port.postMessage(message)
  }

  post(message: unknown): void {
    if (this.port) this.port.postMessage(message)
    else this.unsent.push(message)
  }

  onMessage(listener: (message: unknown) => void): void {
    this.onMessageListener = listener
  }

  onExit(listener: (code: number | null) => void): void {
    this.onExitListener = listener
  }

  exited(code: number | null): void {
    this.port?.close()
    this.onExitListener(code)
  }

  kill(): void {
    this.end()
  }
}
