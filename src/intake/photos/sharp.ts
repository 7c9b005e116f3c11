import type Sharp from 'sharp'

export type SharpModule = typeof Sharp

let loaded: Promise<SharpModule> | null = null

/**
 * The picture library, loaded when the first picture comes. Which of its two builds answers is settled by
 * the process before (see engine/wasmSharp): native everywhere, WebAssembly in Electron on Linux, where the
 * native one shares GLib with GTK and leaks.
 */
export function loadSharp(): Promise<SharpModule> {
  loaded ??= import('sharp').then((module) => {
    const sharp = module.default
    // Every picture is met once: a cache would only hold memory.
    sharp.cache(false)
    sharp.concurrency(2)
    return sharp
  })
  return loaded
}
