import { join } from 'node:path'
import { runCommandLine } from './program'

// `out/main` lies two folders below the root, in the tree and in the package alike.
process.exitCode = await runCommandLine(process.argv.slice(2), join(import.meta.dirname, '..', '..'))
