import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './paths.mjs'

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, stdio?: 'inherit' | 'capture' | 'answer', signal?: AbortSignal}} options
 *   `capture` gives both outputs back, `answer` only standard output: errors go to ours.
 * @returns {Promise<{code: number, out: string}>} code 127 where the program is not there, 128 where it was ended
 */
export function run(command, args, { cwd = root, env = process.env, stdio = 'inherit', signal } = {}) {
  return new Promise((settle) => {
    const channels = { inherit: ['inherit', 'inherit'], capture: ['pipe', 'pipe'], answer: ['pipe', 'inherit'] }[stdio]
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', ...channels], signal })
    const parts = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => parts.push(data))
    const end = (code) => settle({ code, out: stripVTControlCharacters(Buffer.concat(parts).toString('utf8')) })
    child.on('error', () => end(127))
    child.on('close', (code, by) => end(code ?? (by ? 128 : 1)))
  })
}

/** Runs a Node script of the tree or of a package with the Node that runs us. */
export const runNode = (script, args = [], options = {}) => run(process.execPath, [script, ...args], options)

/** Runs npm: the one that started us, else the one beside this Node, else the one on the path. */
export function npm(args, options = {}) {
  const beside = dirname(process.execPath)
  const script = [
    process.env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
  return script ? runNode(script, args, options) : run('npm', args, options)
}
