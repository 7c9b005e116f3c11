import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { FromEngineHost, ToEngineHost } from '#contract/engine-host'

export interface EnginePaths {
  engine: string
  reader: string
  resources: string
  logs: string
}

export interface EngineEvents {
  archive(folder: string | null, name: string): void
  progress(share: number | null): void
  jobEnded(kind: string, failed: boolean): void
  /** The engine ended without being asked to; a new one is to be started. */
  died(): void
}

/** Where a picture lies and what it is; `name` as it came. */
export interface ServedPicture {
  path: string | null
  mediaType: string
  name: string
}

const readerMemoryMb = 512

/** One engine process, the reader processes it asked for, and the questions it has not answered yet. */
export class EngineProcess {
  private readonly child: UtilityProcess
  private readonly readers = new Map<number, UtilityProcess>()
  private readonly pictures = new Map<number, (answer: ServedPicture) => void>()
  private readonly files = new Map<number, (answer: { path: string | null; name: string }) => void>()
  private nextRequest = 1
  private closing: (() => void) | null = null

  constructor(
    private readonly paths: EnginePaths,
    private readonly events: EngineEvents,
  ) {
    this.child = utilityProcess.fork(paths.engine, [paths.resources, paths.logs], { serviceName: 'Kho Tin engine' })
    this.child.on('message', (message: FromEngineHost) => this.receive(message))
    this.child.on('exit', () => this.exited())
  }

  /** The process id, for tests that end it and for the log. */
  get pid(): number | undefined {
    return this.child.pid
  }

  /** Gives a window its own port to the engine. */
  connect(port: MessagePortMain, restarted: boolean): void {
    this.send({ type: 'window', restarted }, [port])
  }

  /** Opens an archive that the window is going to ask for. */
  openAhead(folder: string): void {
    this.send({ type: 'open-ahead', folder })
  }

  reopen(folder: string): void {
    this.send({ type: 'reopen', folder })
  }

  /** Where a picture lies; nothing when it is unknown or the engine is gone. */
  picture(photoId: string, size: number | null): Promise<ServedPicture> {
    const request = this.nextRequest++
    return new Promise((resolve) => {
      this.pictures.set(request, resolve)
      this.send({ type: 'picture', request, photoId, size })
    })
  }

  /** Where a file as received lies, and its name; nothing when it is unknown or the engine is gone. */
  received(articleId: string, digest: string): Promise<{ path: string | null; name: string }> {
    const request = this.nextRequest++
    return new Promise((resolve) => {
      this.files.set(request, resolve)
      this.send({ type: 'received', request, articleId, digest })
    })
  }

  /** Lets the engine finish its journal and end; resolves when it has, or after `patienceMs`. */
  close(patienceMs = 10_000): Promise<void> {
    return new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(done, patienceMs)
      this.closing = done
      this.send({ type: 'shut-down' })
    }).then(() => {
      this.child.kill()
    })
  }

  private send(message: ToEngineHost, ports: MessagePortMain[] = []): void {
    this.child.postMessage(message, ports)
  }

  private receive(message: FromEngineHost): void {
    switch (message.type) {
      case 'archive':
        this.events.archive(message.folder, message.name)
        return
      case 'progress':
        this.events.progress(message.share)
        return
      case 'job-ended':
        this.events.jobEnded(message.kind, message.failed)
        return
      case 'picture':
        this.pictures.get(message.request)?.(message)
        this.pictures.delete(message.request)
        return
      case 'received':
        this.files.get(message.request)?.(message)
        this.files.delete(message.request)
        return
      case 'spawn-reader':
        this.spawnReader(message.reader, message.args)
        return
      case 'kill-reader':
        this.readers.get(message.reader)?.kill()
        return
      case 'closed':
        this.closing?.()
        return
    }
  }

  /** A reader talks to the engine over a port of their own; main only starts and ends it. */
  private spawnReader(reader: number, args: string[]): void {
    const child = utilityProcess.fork(this.paths.reader, args, {
      serviceName: 'Kho Tin reader',
      execArgv: [`--max-old-space-size=${readerMemoryMb}`],
    })
    const { port1, port2 } = new MessageChannelMain()
    this.readers.set(reader, child)
    child.postMessage({ type: 'port' }, [port1])
    this.send({ type: 'reader-port', reader }, [port2])
    child.on('exit', (code) => {
      this.readers.delete(reader)
      if (this.child.pid !== undefined) this.send({ type: 'reader-exit', reader, code })
    })
  }

  private exited(): void {
    for (const reader of this.readers.values()) reader.kill()
    for (const answer of this.pictures.values()) answer({ path: null, mediaType: '', name: '' })
    this.pictures.clear()
    for (const answer of this.files.values()) answer({ path: null, name: '' })
    this.files.clear()
    if (this.closing) this.closing()
    else this.events.died()
  }
}
