import { root } from './paths.mjs'

/** Root has no sandbox of its own on Linux; everywhere else it stays on. */
export const sandboxArgs = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/** The arguments that start the built app of this tree. */
export const appArgs = (...more) => [...sandboxArgs(), root, ...more]
