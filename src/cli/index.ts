import { join } from 'node:path'
import { runCommandLine } from './program'

// A reader that has seen enough (`| head`) or a full disk under the output ends the run without a trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.stderr.on('error', () => undefined)

// `out/main` lies two folders below the root, in the tree and in the package alike.
process.exitCode = await runCommandLine(process.argv.slice(2), join(import.meta.dirname, '..', '..'))
