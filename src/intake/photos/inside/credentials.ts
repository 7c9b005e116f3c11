import type { Credentials } from '#core/pictures/inside'

/** Checking takes the whole file in memory. */
const LARGEST = 64 * 1024 * 1024
/** Nothing is fetched: neither manifests that lie elsewhere nor news of certificates. */
const OFFLINE = JSON.stringify({ verify: { remote_manifest_fetch: false, ocsp_fetch: false, verify_trust: false } })
/** Says of a signer that no list of ours knows him; we keep no list. */
const NOT_OF_FORM = new Set(['signingCredential.untrusted'])

const unread: Credentials = { state: 'unread', generator: '', title: '', signer: '', signedAt: '', failures: [] }

type Library = typeof import('@contentauth/c2pa-wasm')
let loaded: Promise<Library> | null = null

/** The reference implementation of C2PA, started when the first picture with credentials comes. */
function library(wasm: () => Promise<Uint8Array>): Promise<Library> {
  loaded ??= (async () => {
    const module = await import('@contentauth/c2pa-wasm')
    module.initSync({ module: (await wasm()) as Uint8Array<ArrayBuffer> })
    return module
  })()
  return loaded
}

/**
 * Reads the Content Credentials of a picture and checks what can be checked without asking anybody: that assertions and
 * pixels are those that were signed, and that the signature is of the certificate in it (C2PA 2.1, chapter 15).
 * @param whole the whole file; @param wasm the program of the library, as bytes
 */
export async function readCredentials(
  whole: { size: number; bytes(): Promise<Uint8Array> },
  mediaType: string,
  wasm: () => Promise<Uint8Array>,
): Promise<Credentials> {
  if (whole.size > LARGEST) return unread
  try {
    const { WasmReader } = await library(wasm)
    const reader = await WasmReader.fromBytes(mediaType, await whole.bytes(), OFFLINE)
    try {
      return credentialsOf(JSON.parse(reader.json()) as Store)
    } finally {
      reader.free()
    }
  } catch (thrown) {
    return { ...unread, failures: [String(thrown).slice(0, 200)] }
  }
}

interface Store {
  active_manifest?: string
  manifests?: Record<string, Manifest>
  validation_status?: { code: string }[]
}

interface Manifest {
  claim_generator?: string
  claim_generator_info?: { name?: string; version?: string }[]
  title?: string
  signature_info?: { issuer?: string; common_name?: string; time?: string }
}

function credentialsOf({
  active_manifest: active = '',
  manifests = {},
  validation_status: status = [],
}: Store): Credentials {
  const manifest = manifests[active]
  if (!manifest) return unread
  const failures = status.map(({ code }) => code).filter((code) => !NOT_OF_FORM.has(code))
  const { signature_info: signature = {}, claim_generator_info: [program] = [] } = manifest
  return {
    state: failures.length === 0 ? 'intact' : 'broken',
    generator: program?.name ? `${program.name} ${program.version ?? ''}`.trim() : (manifest.claim_generator ?? ''),
    title: manifest.title ?? '',
    signer: [signature.common_name, signature.issuer].filter(Boolean).join(', '),
    signedAt: signature.time ?? '',
    failures: [...new Set(failures)],
  }
}
