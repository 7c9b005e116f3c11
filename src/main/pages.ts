import { extname, join, normalize, sep } from 'node:path'
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

/**
 * `khotin://thumb/<id>?size=320` and `khotin://original/<id>`: pictures by id; the engine knows the path. By files as
 * pages are: the first answer that `protocol.handle` makes loads an HTTP client into this process, for 60 ms, just when
 * the first list is being drawn.
 */
export function servePictures(engine: () => EngineProcess): void {
  protocol.registerFileProtocol('khotin', (request, answer) => {
    const none = () => answer({ error: fileNotFound })
    const asked = pictureAsked(request.url)
    if (!asked) return none()
    void engine()
      .picture(asked.photoId, asked.size)
      .then(({ path, mediaType }) =>
        path && pictureTypes.has(mediaType) ? answer({ path, headers: headers(mediaType) }) : none(),
      )
  })
}

function pictureAsked(url: string): { photoId: string; size: number | null } | null {
  if (!URL.canParse(url)) return null
  const { host, pathname, searchParams } = new URL(url)
  const photoId = pathname.slice(1)
  if (!/^[0-9a-f]{64}$/.test(photoId) || !['thumb', 'original'].includes(host)) return null
  const size = host === 'thumb' ? Number(searchParams.get('size') ?? 320) : null
  return size === null || [320, 1600].includes(size) ? { photoId, size } : null
}

const headers = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
})
