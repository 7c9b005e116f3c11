// The face detector's parts as their packages ship them; the build lays them beside the programs that read them.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { inRoot } from './paths.mjs'

/** Paths of the network, its weights and what runs it. */
export const faceModelFiles = [
  'node_modules/@vladmandic/human/models/blazeface.json',
  'node_modules/@vladmandic/human/models/blazeface.bin',
  'node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
].map((path) => inRoot(path))

/** A plugin of the bundler that adds those files to the programs of `out/main`. */
export const faceModel = () => ({
  name: 'face-model',
  generateBundle() {
    for (const path of faceModelFiles) {
      this.emitFile({ type: 'asset', fileName: `faces/${basename(path)}`, source: readFileSync(path) })
    }
  },
})
