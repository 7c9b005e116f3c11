import { mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'

/**
 * Makes a program of the tree one file that plain Node runs, as the app's own are made: neither the time nor
 * the memory of a compiler is in what is measured.
 * @returns the file
 */
export async function bundled(entry: string): Promise<string> {
  const outDir = resolve('node_modules', '.cache', 'kho-bench')
  mkdirSync(outDir, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(entry),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  })
  return join(outDir, `${basename(entry, '.ts')}.mjs`)
}
