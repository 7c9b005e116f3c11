import { createRequire } from 'node:module'

/**
 * Makes `sharp` use its WebAssembly build in this process: the native one would share GLib with GTK in
 * Electron on Linux and lose memory with every picture. Must run before sharp is first imported.
 *
 * sharp looks for the native build by name; whatever answers to that name in the module cache is taken.
 * Where the native package is not installed sharp finds the WebAssembly one by itself.
 */
export function preferWasmSharp(): void {
  if (!process.versions.electron || process.platform !== 'linux') return
  const require = createRequire(import.meta.url)
  // The packages lie beside sharp, which need not be beside this bundle.
  const fromSharp = createRequire(require.resolve('sharp'))
  const wasm = fromSharp('@img/sharp-wasm32/sharp.node') as Record<string, unknown>
  for (const build of [`linux-${process.arch}`, `linuxmusl-${process.arch}`]) {
    const native = resolved(fromSharp, `@img/sharp-${build}/sharp.node`)
    if (native === null) continue
    const module = { id: native, filename: native, loaded: true, exports: { ...wasm, _isUsingX64V2: () => true } }
    fromSharp.cache[native] = module as unknown as NodeJS.Module
  }
}

function resolved(require: NodeJS.Require, name: string): string | null {
  try {
    return require.resolve(name)
  } catch {
    return null
  }
}
