import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import { protocol } from 'electron'
import type { EngineProcess } from './engine-process'
import { contentSecurityPolicy } from './security'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}
/** Picture types a browser decodes; anything else is not shown but through a preview. */
const pictureTypes = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** Declares the two schemes; must run before the app is ready. */
export function declareSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    // Compiled code is kept from one start to the next.
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
    { scheme: 'khotin', privileges: { standard: true, secure: true } },
  ])
}

/**
 * `app://kho/…`: the built page, from one folder and nothing above it. Files are named and read outside of our own
 * thread: answers made here, as `protocol.handle` wants them, cost each start a tenth of a second of the processor.
 */
export function servePages(folder: string): void {
  protocol.registerFileProtocol('app', (request, answer) => {
    const path = pageFile(folder, request.url)
    const type = path && types[extname(path)]
    if (path && type) answer({ path, headers: headers(type) })
    else answer({ error: fileNotFound })
  })
}

/** Of Chromium's net errors. */
const fileNotFound = -6

function pageFile(folder: string, url: string): string | null {
  try {
    const { host, pathname } = new URL(url)
    const path = normalize(join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)))
    return host === 'kho' && path.startsWith(folder + sep) ? path : null
  } catch {
    // A page may ask for what is no address.
    return null
  }
}

/** `khotin://thumb/<id>?size=320` and `khotin://original/<id>`: pictures by id; the engine knows the path. */
export function servePictures(engine: () => EngineProcess): void {
  protocol.handle('khotin', async (request) => {
    const { host, pathname, searchParams } = new URL(request.url)
    const photoId = pathname.slice(1)
    if (!/^[0-9a-f]{64}$/.test(photoId) || !['thumb', 'original'].includes(host)) return notFound()
    const size = host === 'thumb' ? Number(searchParams.get('size') ?? 320) : null
    if (size !== null && ![320, 1600].includes(size)) return notFound()
    const { path, mediaType } = await engine().picture(photoId, size)
    if (!path || !pictureTypes.has(mediaType)) return notFound()
    try {
      const { size: length } = await stat(path)
      const body = Readable.toWeb(createReadStream(path)) as ReadableStream
      return new Response(body, { headers: { ...headers(mediaType), 'content-length': String(length) } })
    } catch {
      return notFound()
    }
  })
}

const headers = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
})

const notFound = (): Response => new Response('', { status: 404, headers: headers('text/plain; charset=utf-8') })
