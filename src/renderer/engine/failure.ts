import type { KhoErrorData } from '#core/errors'

/** An error of the engine or shell inside the window: the data that came over the port, ready to be put into words. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed'
  readonly data: KhoErrorData

  constructor(data: KhoErrorData) {
    super(data.code)
    this.data = data
  }
}

/** Whatever was thrown, as error data; what the contract does not know becomes `internal`. */
export function failureOf(thrown: unknown): KhoErrorData {
  if (thrown instanceof CallFailed) return thrown.data
  return { code: 'internal', file: null, args: {}, cause: String(thrown) }
}
