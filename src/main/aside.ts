import { rename, writeFile } from 'node:fs/promises'

/** Writes a small file whole: aside, then in the place of the former. */
export async function writeAside(path: string, text: string): Promise<void> {
  const aside = `${path}.${process.pid}.tmp`
  await writeFile(aside, text)
  await rename(aside, path)
}
