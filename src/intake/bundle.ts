import PostalMime, { type Email } from 'postal-mime'
import { KhoError } from '#core/errors'
import { fileNameFrom } from '#core/text/words'
import type { BundleEntry, readerLimits } from './protocol'
import { sniff } from './sniff'
import { openContainer, wholePart } from './word/container'

type Limits = Pick<typeof readerLimits, 'unpackedBytes'>

interface OwnFile {
  name: string
  bytes: Uint8Array
}

interface Bundle {
  entries: BundleEntry[]
  bytes(at: number): Promise<Uint8Array>
}

/** Parts that say that a ZIP is one document: Office Open XML, OpenDocument and EPUB. */
const documentParts = ['[content_types].xml', 'mimetype']
const documents = /\.(docx?|docm|rtf|odt|html?|txt)$/i

/**
 * What a ZIP or a letter (.eml) carries.
 * @returns null where the file is a document itself
 * @throws KhoError file-damaged, file-encrypted, file-hostile, file-unpacks-too-large
 */
export async function bundleEntries(bytes: Uint8Array, name: string, limits: Limits): Promise<BundleEntry[] | null> {
  return (await open(bytes, name, limits))?.entries ?? null
}

/**
 * One of the files of a bundle.
 * @throws KhoError as `bundleEntries`; file-missing where there is no such entry
 */
export async function bundleEntry(bytes: Uint8Array, name: string, limits: Limits, at: number): Promise<Uint8Array> {
  const bundle = await open(bytes, name, limits)
  if (!bundle?.entries[at]) throw new KhoError('file-missing', { file: name })
  return bundle.bytes(at)
}

async function open(bytes: Uint8Array, name: string, limits: Limits): Promise<Bundle | null> {
  const { kind } = sniff(bytes, name)
  if (kind === 'zip') return openZip(bytes, name, limits)
  return kind === 'mail' ? openLetter(bytes) : null
}

async function openZip(bytes: Uint8Array, name: string, limits: Limits): Promise<Bundle | null> {
  const container = await openContainer(bytes, limits, name)
  if (documentParts.some((part) => container.part(part))) return null
  const parts = container.names.flatMap((path) => container.part(path) ?? [])
  return {
    entries: parts.map(({ name: path, size }) => ({ name: path, size })),
    bytes: async (at) => wholePart(parts[at]!),
  }
}

/** What is attached to a letter; its own words where no document is attached, since they are the news then. */
async function openLetter(bytes: Uint8Array): Promise<Bundle> {
  const letter = await PostalMime.parse(bytes)
  const files: OwnFile[] = letter.attachments.map(({ filename, mimeType, content }, nth) => ({
    name: filename ?? `${nth + 1}.${mimeType.split('/')[1] ?? 'bin'}`,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
  }))
  if (!files.some(({ name }) => documents.test(name))) files.unshift(...wordsOf(letter))
  return {
    entries: files.map(({ name, bytes: own }) => ({ name, size: own.length })),
    bytes: async (at) => files[at]!.bytes,
  }
}

function wordsOf({ html, text, subject }: Email): OwnFile[] {
  const said = html ?? text
  if (!said?.trim()) return []
  const page = `<!doctype html><html><head><meta charset="utf-8"></head><body>${html}</body></html>`
  const name = fileNameFrom(subject ?? '', { fallback: 'eml' })
  return [{ name: `${name}.${html ? 'html' : 'txt'}`, bytes: new TextEncoder().encode(html ? page : said) }]
}
