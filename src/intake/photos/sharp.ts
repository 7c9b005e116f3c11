import type Sharp from 'sharp'

export type SharpModule = typeof Sharp

let loaded: Promise<SharpModule> | null = null

/**
 * The picture library, loaded when the first picture comes. In Electron on Linux the process has seen to it before
 * that it loads well (engine/sharp-apart).
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
