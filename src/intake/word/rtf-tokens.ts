/** A piece of an RTF file (RTF 1.9.1, "Conventions of an RTF Reader"). */
export type RtfToken =
  | { kind: 'open' | 'close' }
  | { kind: 'word'; name: string; value: number | null }
  | { kind: 'byte'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'binary'; bytes: Uint8Array }

const LETTER = /[a-z]/i

/** Cuts an RTF file into tokens without looking at what they mean. Text is given as its bytes, one character each. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  const end = bytes.length
  let at = 0
  while (at < end) {
    const byte = bytes[at] as number
    if (byte === 0x7b || byte === 0x7d) {
      at += 1
      yield { kind: byte === 0x7b ? 'open' : 'close' }
    } else if (byte === 0x5c) {
      const [token, next] = control(bytes, at + 1)
      at = next
      if (token?.kind === 'word' && token.name === 'bin') {
        const length = Math.max(0, Math.min(token.value ?? 0, end - at))
        yield { kind: 'binary', bytes: bytes.subarray(at, at + length) }
        at += length
      } else if (token) yield token
    } else {
      const start = at
      while (at < end && bytes[at] !== 0x7b && bytes[at] !== 0x7d && bytes[at] !== 0x5c) at += 1
      yield { kind: 'text', value: latin(bytes.subarray(start, at)).replace(/[\r\n]/g, '') }
    }
  }
}

/** A control word with its number, a control symbol or a byte in hexadecimal; and where it ends. */
function control(bytes: Uint8Array, from: number): [RtfToken | null, number] {
  const first = String.fromCharCode(bytes[from] ?? 0)
  if (first === "'") {
    const value = Number.parseInt(latin(bytes.subarray(from + 1, from + 3)), 16)
    return [Number.isNaN(value) ? null : { kind: 'byte', value }, from + 3]
  }
  if (!LETTER.test(first)) return [{ kind: 'word', name: first === '\r' ? '\n' : first, value: null }, from + 1]
  let at = from
  while (at < bytes.length && at - from < 40 && LETTER.test(String.fromCharCode(bytes[at] as number))) at += 1
  const name = latin(bytes.subarray(from, at))
  const number = /^-?\d{1,10}/.exec(latin(bytes.subarray(at, at + 11)))?.[0] ?? ''
  at += number.length
  // One space ends a control word and is no text.
  if (bytes[at] === 0x20) at += 1
  return [{ kind: 'word', name, value: number === '' ? null : Number(number) }, at]
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
