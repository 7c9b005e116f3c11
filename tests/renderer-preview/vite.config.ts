import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/** Stands in for the picture protocol: sample photos by a number in the id, the same one every time. */
function pictures(): Plugin {
  const samples = join(root, 'resources/sample')
  const files = readdirSync(samples, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.jpg'))
    .sort()
  return {
    name: 'pictures',
    transform: (code, id) => (id.endsWith('engine/pictures.ts') ? code.replaceAll('khotin://', '/khotin/') : undefined),
    configureServer(server) {
      server.middlewares.use('/khotin', (request, response) => {
        const number = Number(/photo-(\d+)/.exec(request.url ?? '')?.[1] ?? -1)
        const file = files[number % files.length]
        if (number < 0 || !file) {
          response.statusCode = 404
          response.end()
          return
        }
        response.setHeader('content-type', 'image/jpeg')
        response.end(readFileSync(join(samples, file)))
      })
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), pictures()],
  server: { port: 5199, strictPort: true, fs: { allow: [root] } },
  cacheDir: join(root, '.cache/preview'),
})
