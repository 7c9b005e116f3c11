import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FaceModel } from '#intake/faces/detector'

/**
 * The parts of the face detector, which the build lays beside the programs (`build/lib/face-model.mjs`).
 * @returns null where they are not there: faces are marked by hand then
 */
export async function faceModel(folder = join(import.meta.dirname, 'faces')): Promise<FaceModel | null> {
  try {
    const [topology, weights, wasm] = await Promise.all([
      readFile(join(folder, 'blazeface.json'), 'utf8'),
      readFile(join(folder, 'blazeface.bin')),
      readFile(join(folder, 'tfjs-backend-wasm-simd.wasm')),
    ])
    return { topology, weights, wasm }
  } catch {
    return null
  }
}
