import type { FromEngine, ToEngine } from '#contract/messages'
import { toErrorData } from '#core/errors'
import type { Runner } from '#operations/runner'
import type { Log } from '#platform/ports'
import type { Port } from './port'

/**
 * Serves one window over its port: every request gets exactly one answer, errors as data.
 * @returns the way to send events to this window
 */
export function serveWindow(port: Port, runner: Runner, log: Log): (event: FromEngine) => void {
  const send = (message: FromEngine) => port.postMessage(message)
  port.on('message', async ({ data }) => {
    const request = data as ToEngine
    try {
      const { value, change } = await runner.callTold(request.operation as never, request.input as never)
      send({ type: 'answer', id: request.id, ok: true, value, change })
    } catch (thrown) {
      const error = toErrorData(thrown)
      if (error.code === 'internal') log.error('operation failed', { operation: request.operation, cause: error.cause })
      send({ type: 'answer', id: request.id, ok: false, error: { ...error, cause: null } })
    }
  })
  port.start()
  return send
}
