import { attribute, elementsNamed, type HtmlElement, parseHtml } from './dom'

/** Browsers look at the first 1,024 bytes; saved pages often carry scripts before their head's meta. */
const FIRST_BYTES = 64 * 1024

/**
 * The encoding a page declares of itself (WHATWG HTML 13.2.3.2), comments, scripts and quoted text passed by.
 * @returns a name that decoders know; null where none is declared
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, FIRST_BYTES))
  for (const meta of elementsNamed(parseHtml(head), 'meta')) {
    const found = known(fromMeta(meta))
    // A page that could be read this far as single bytes is not in UTF-16, whatever it says.
    if (found) return found.startsWith('utf-16') ? 'utf-8' : found
  }
  return null
}

function fromMeta(meta: HtmlElement): string {
  const charset = attribute(meta, 'charset')
  if (charset || attribute(meta, 'http-equiv').toLowerCase() !== 'content-type') return charset
  const content = /charset\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s;"']+))/i.exec(attribute(meta, 'content'))
  return content?.[1] ?? content?.[2] ?? content?.[3] ?? ''
}

function known(name: string): string | null {
  try {
    return name.trim() === '' ? null : new TextDecoder(name).encoding
  } catch {
    return null
  }
}
