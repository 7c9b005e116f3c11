import { createRequire } from 'node:module'
import { constants } from 'node:os'

/** What a process is started with that is to use the WebAssembly build of sharp: the native one has crashed here. */
export const withoutNative = '--without-native-pictures'

/**
 * Makes `sharp` usable in this process where it is Electron's on Linux; does nothing elsewhere. Must run before sharp
 * is first imported.
 *
 * Electron is linked with the GLib of the system, sharp carries one of its own in libvips, and functions of the same
 * names would be mixed: objects are never let go (6 MB for each photo) or the process ends. So libvips is loaded first,
 * as it binds its own functions to itself, and then the small part of sharp that calls it, with the order of looking
 * names up turned round (RTLD_DEEPBIND): its own libraries before those of the program. The other order, or both
 * loaded so, would mix the allocators of the program and of the system.
 *
 * Where that cannot be done the WebAssembly build answers to the name of the native one: correct, and about four times
 * slower.
 */
export function setSharpApart(): void {
  if (!process.versions.electron || process.platform !== 'linux') return
  const require = createRequire(import.meta.url)
  // The packages lie beside sharp, which need not be beside this bundle.
  const fromSharp = createRequire(require.resolve('sharp'))
  keepQuiet()
  if (process.argv.includes(withoutNative) || !loadNative(fromSharp, `linux-${process.arch}`)) standIn(fromSharp)
}

/** sharp warns of Electron on Linux at its start; what it warns of is seen to here. */
function keepQuiet(): void {
  const warn = process.emitWarning.bind(process) as (...of: unknown[]) => void
  process.emitWarning = (...of: unknown[]) => {
    if ((of[1] as { code?: string } | undefined)?.code !== 'SharpElectronLinux') warn(...of)
  }
}

/** @returns false where the native build is not there or cannot be loaded */
function loadNative(fromSharp: NodeJS.Require, build: string): boolean {
  const library = resolved(fromSharp, `@img/sharp-libvips-${build}/binary`)
  const { RTLD_LAZY, RTLD_NOW, RTLD_DEEPBIND } = constants.dlopen
  if (library === null || !RTLD_DEEPBIND) return false
  const load = process.dlopen
  try {
    try {
      load.call(process, { exports: {} }, library, RTLD_LAZY)
    } catch {
      // It is no module of Node, which is said here; it stays loaded all the same.
    }
    process.dlopen = (module, path) => load.call(process, module, path, RTLD_NOW | RTLD_DEEPBIND)
    fromSharp(`@img/sharp-${build}/sharp.node`)
    return true
  } catch {
    return false
  } finally {
    process.dlopen = load
  }
}

/** Whatever answers to the name of the native build in the module cache is taken by sharp. */
function standIn(fromSharp: NodeJS.Require): void {
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
