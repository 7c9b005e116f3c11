import { spawn } from 'node:child_process'
import { Stop } from './say.mjs'
import { hasDisplay } from './system.mjs'

/**
 * Gives programs a screen: the person's own, or a virtual one that ends with `close`.
 * @param {{virtual?: boolean, size?: string}} options `virtual` keeps windows of tests off the person's screen
 * @returns {Promise<{env: Record<string, string>, close: () => void}>} `env` to run the program with
 */
export async function openDisplay({ virtual = false, size = '1920x1200' } = {}) {
  if (process.platform !== 'linux' || (hasDisplay() && !virtual)) return { env: {}, close() {} }
  const screen = ['-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset']
  // The server picks a free number itself and writes it to the fourth channel when it is ready.
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await new Promise((settle, fail) => {
    server.on('error', () => fail(new Stop('No screen, and Xvfb is not installed: see docs/building.md.')))
    server.on('exit', () => fail(new Stop('The virtual screen (Xvfb) did not start.')))
    server.stdio[3].on('data', (data) => settle(String(data).trim()))
  })
  server.unref()
  // Closing the channel now would end a server that is still writing to it.
  server.stdio[3].unref()
  const close = () => server.kill()
  process.once('exit', close)
  // WAYLAND_DISPLAY would win over the virtual screen.
  return { env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '' }, close }
}
