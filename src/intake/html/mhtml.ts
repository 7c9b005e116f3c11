import { lastOf } from './pictures'

/** A page saved as one file: the page itself and what came with it. */
export interface Mhtml {
  page: Uint8Array
  /** The encoding the MIME header names. */
  charset: string | null
  address: string | null
  parts: Map<string, Uint8Array>
}

interface Part {
  headers: Map<string, string>
  body: string
}

const MOST_PARTS = 2000

/**
 * Takes apart a MIME multipart/related file (RFC 2557), nested ones included.
 * @returns null where no HTML part is in it
 */
export function readMhtml(bytes: Uint8Array): Mhtml | null {
  const parts = flatten(partOf(new TextDecoder('latin1').decode(bytes)), 0)
  const page = parts.find((part) => /^text\/html/i.test(typeOf(part)))
  if (!page) return null
  const others = new Map<string, Uint8Array>()
  for (const part of parts.slice(0, MOST_PARTS)) {
    if (!/^(image\/|application\/octet-stream)/i.test(typeOf(part))) continue
    const content = decodedBody(part)
    const location = part.headers.get('content-location')
    const id = part.headers.get('content-id')?.replace(/^<|>$/g, '')
    if (location) others.set(location, content).set(lastOf(location), content)
    if (id) others.set(`cid:${id}`, content)
  }
  return {
    page: decodedBody(page),
    charset: parameter(typeOf(page), 'charset'),
    address: page.headers.get('content-location') ?? null,
    parts: others,
  }
}

function typeOf(part: Part): string {
  return part.headers.get('content-type') ?? ''
}

function flatten(part: Part, depth: number): Part[] {
  const boundary = parameter(typeOf(part), 'boundary')
  if (!/^multipart\//i.test(typeOf(part)) || !boundary || depth > 5) return [part]
  const pieces = `\n${part.body}`.split(`\n--${boundary}`).slice(1)
  const inside = pieces.filter((piece) => !piece.startsWith('--')).slice(0, MOST_PARTS)
  return inside.flatMap((piece) => flatten(partOf(piece.replace(/^[ \t]*\r?\n/, '')), depth + 1))
}

function partOf(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text)
  const head = end ? text.slice(0, end.index) : text
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' }
}

function parameter(value: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value)
  return found?.[1] ?? found?.[2] ?? null
}

function decodedBody(part: Part): Uint8Array {
  const encoding = (part.headers.get('content-transfer-encoding') ?? '').toLowerCase()
  const body = part.body.replace(/\r?\n$/, '')
  if (encoding === 'base64') return fromLatin(base64(body))
  return fromLatin(encoding === 'quoted-printable' ? quotedPrintable(body) : body)
}

function base64(body: string): string {
  try {
    return atob(body.replace(/[^A-Za-z0-9+/=]/g, ''))
  } catch {
    return ''
  }
}

function quotedPrintable(body: string): string {
  return body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function fromLatin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
