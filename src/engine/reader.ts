import { Worker } from 'node:worker_threads'
import { KhoError, toErrorData } from '#core/errors'
import { type ReaderRequest, readerLimits } from '#intake/protocol'
import type { FromReader, ToReader } from '#platform/readers'
import { takePriority } from './priority'
import { readRequest } from './read-request'
import { setSharpApart } from './sharp-apart'

/**
 * The reader process: takes one request at a time and answers it. Whatever a file does to it, the host
 * and the archive stay whole. Started as a fork of plain Node or as an Electron utility process.
 */

takePriority()
setSharpApart()
watchMemory()
process.on('uncaughtException', () => process.exit(70))
process.on('unhandledRejection', () => process.exit(70))
listen()

/** Both kinds of process it may be: a fork talks over `process`, a utility process over a port main hands it. */
function listen(): void {
  const { parentPort } = process as unknown as { parentPort?: UtilityPort }
  if (!parentPort) {
    process.on('message', (message) => void answer(message as ToReader, (reply) => process.send?.(reply)))
    process.on('disconnect', () => process.exit(0))
    process.send?.({ ready: true } satisfies FromReader)
    return
  }
  parentPort.on('message', ({ ports: [port] }) => {
    if (!port) return
    port.on('message', ({ data }) => void answer(data as ToReader, (reply) => port.postMessage(reply)))
    port.on('close', () => process.exit(0))
    port.start()
    port.postMessage({ ready: true } satisfies FromReader)
  })
}

interface HandedPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  start(): void
}

interface UtilityPort {
  on(event: 'message', listener: (event: { ports: HandedPort[] }) => void): void
}

async function answer({ id, request }: ToReader, reply: (message: FromReader) => void): Promise<void> {
  try {
    reply({ id, ok: true, value: await readRequest(request as ReaderRequest) })
  } catch (thrown) {
    // What a parser throws on a file it cannot take is damage of that file, not a fault of ours.
    const error = toErrorData(thrown)
    const file = 'name' in (request as object) ? (request as { name: string }).name : null
    reply({ id, ok: false, error: thrown instanceof KhoError ? error : { ...error, code: 'file-damaged', file } })
  }
}

/**
 * Ends the process when it grows over its limit. In a thread of its own, since the main one may be deep
 * in a parser; kept as text so that the bundle needs no second file.
 */
function watchMemory(): void {
  const code = `
    const { memoryUsage, kill, pid } = process
    setInterval(() => { if (memoryUsage.rss() > ${readerLimits.memoryBytes}) kill(pid, 'SIGKILL') }, 50)
  `
  new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref()
}
