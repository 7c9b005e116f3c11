import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { faceModel } from './build/lib/face-model.mjs'
import { firstFaces } from './build/lib/first-faces.mjs'

// The oldest runtime we run on: the stand-in of build/lib/stand-in.mjs (Electron 33: Node 20.18, Chromium 130).
const node = 'node20.18'
const chrome = 'chrome130'

// build/lib/built.mjs builds aside and moves the result in place.
const out = process.env.KHO_OUT ?? resolve('out')

// Five programs for Node (shell, engine, reader, index thread, command line) come out of one build, side by side.
export default defineConfig({
  main: {
    plugins: [faceModel()],
    build: {
      target: node,
      outDir: `${out}/main`,
      // Many small files that every start would read one by one; one bundle of what is used loads in a third of the time.
      externalizeDeps: { exclude: ['zod', 'intl-messageformat', 'commander', 'lowdb'] },
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          engine: 'src/engine/index.ts',
          reader: 'src/engine/reader.ts',
          indexer: 'src/engine/indexer.ts',
          cli: 'src/cli/index.ts',
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      outDir: `${out}/preload`,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), firstFaces()],
    build: {
      target: chrome,
      outDir: `${out}/renderer`,
      minify: true,
      // No data: addresses: the content security policy refuses them.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: 'src/renderer/index.html' },
        // What every start needs is one file: in eight it comes 15 ms later.
        output: { codeSplitting: { groups: [{ name: 'first', test: /src.renderer.main\.tsx$/ }] } },
      },
    },
  },
})
