/** The small part of Electron's MessagePortMain that the engine uses; Electron itself is not imported here. */
export interface Port {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  start(): void
  close(): void
}

/** What a utility process has to talk to main. */
export interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): void
}

/**
 * The port to main of an Electron utility process.
 * @throws Error in any other process
 */
export function parentPort(): ParentPort {
  const port = (process as unknown as { parentPort?: ParentPort }).parentPort
  if (!port) throw new Error('not a utility process')
  return port
}
