import { on } from 'node:events'
import { join } from 'node:path'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import type { Threads } from '../ports'

// One batch is on its way while the one before is worked on.
const AHEAD = 2

/** @param programs folder of the built programs */
export function nodeThreads(programs: string): Threads {
  return { batches: (program, input) => batchesFrom(join(programs, `${program}.js`), input) }
}

async function* batchesFrom<Batch>(program: string, input: unknown): AsyncGenerator<Batch> {
  const worker = new Worker(program, { workerData: input })
  try {
    for (let ahead = 0; ahead < AHEAD; ahead++) worker.postMessage('more')
    // `on` throws what the thread throws.
    for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
      if (message === null) return
      yield message as Batch
      worker.postMessage('more')
    }
  } finally {
    await worker.terminate()
  }
}

/** The other end, in the thread: hands out batches as they are asked for. */
export async function serveBatches<Input, Batch>(work: (input: Input) => AsyncIterable<Batch>): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('no thread')
  let wanted = 0
  let wake = () => {}
  port.on('message', () => {
    wanted++
    wake()
  })
  for await (const batch of work(workerData as Input)) {
    while (wanted === 0) await new Promise<void>((resolve) => (wake = resolve))
    wanted--
    port.postMessage(batch)
  }
  port.postMessage(null)
  port.close()
}
