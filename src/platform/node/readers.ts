import { type ChildProcess, fork } from 'node:child_process'
import { constants } from 'node:os'
import type { Log, Readers } from '../ports'
import { type ReaderChannel, readersOver } from '../readers'

const HEAP_MB = 512

/**
 * Reader processes of plain Node: forks of `entry` with a bound heap.
 * @param options.entry the built reader (out/main/reader.js)
 */
export function nodeReaders(options: { entry: string; log: Log; count?: number }): Readers {
  return readersOver(() => forkReader(options.entry), options)
}

function forkReader(entry: string): ReaderChannel {
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // A reader at rest must not keep the command line from ending.
  child.unref()
  child.channel?.unref()
  return {
    post: (message) => {
      hold(child)
      child.send(message as object, (error) => {
        if (error) child.kill('SIGKILL')
      })
    },
    onMessage: (listener) => {
      child.on('message', (message) => {
        child.unref()
        child.channel?.unref()
        listener(message)
      })
    },
    onExit: (listener) => {
      child.on('error', () => listener(null))
      child.on('exit', (code, signal) => listener(signal ? 128 + constants.signals[signal] : code))
    },
    kill: () => child.kill('SIGKILL'),
  }
}

/** While a request is out, the answer is worth waiting for. */
function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}
