import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PhotoRules } from '#core/pictures/mapping'
import { type PictureRead, readerLimits } from '#intake/protocol'
import { readPicture } from '#intake/read'
import { type ReadInside, readInside } from '#operations/photos/inside'

/** The rule shipped. */
export const shippedRules = PhotoRules.parse(JSON.parse(readFileSync('resources/photos/mapping.json', 'utf8')))

const program = () => readFile(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm'))

/** A picture in memory as `readPicture` takes it. */
export const pictureIn = (bytes: Uint8Array, name = 'ảnh.jpg', sidecars: Uint8Array[] = []) => ({
  name,
  source: {
    size: bytes.length,
    read: async (at: number, length: number) => bytes.subarray(at, at + length),
  },
  bytes: async () => bytes,
  input: bytes,
  sidecars,
  credentialsProgram: program,
})

/** Reads a picture in this process, as the reader does. */
export const readBytes = (bytes: Uint8Array, name?: string, sidecars?: Uint8Array[]): Promise<PictureRead> =>
  readPicture(pictureIn(bytes, name, sidecars), readerLimits)

export type PhotoFields = ReadInside['fields'] & { read: PictureRead; codes: string[] }

/** The fields its record would have, by the rule shipped; `codes` are those of the warnings. */
export async function photoFields(bytes: Uint8Array, name = 'ảnh.jpg', sidecars?: Uint8Array[]): Promise<PhotoFields> {
  const read = await readBytes(bytes, name, sidecars)
  const { fields, warnings } = readInside(read, name, shippedRules)
  return { ...fields, read, codes: warnings.map(({ code }) => code) }
}
