import type { FromEngineHost } from '#contract/engine-host'
import type { ReaderChannel } from '#platform/readers'
import type { Port } from './port'

/**
 * Reader processes on request from main, which alone can start them. Messages sent before the port
 * is there wait for it.
 */
export class ReaderBroker {
  private next = 1
  private readonly waiting = new Map<number, BrokeredReader>()

  constructor(private readonly ask: (message: FromEngineHost) => void) {}

  spawn(): ReaderChannel {
    const reader = this.next++
    const channel = new BrokeredReader(() => this.ask({ type: 'kill-reader', reader }))
    this.waiting.set(reader, channel)
    this.ask({ type: 'spawn-reader', reader })
    return channel
  }

  connected(reader: number, port: Port): void {
    this.waiting.get(reader)?.connect(port)
  }

  exited(reader: number, code: number | null): void {
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
