import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ReadingJson, toContract } from '#core/press/contract'
import { readPress } from '#core/press/read'
import type { SourceText } from '#core/press/source'
import { readerLimits } from '#intake/protocol'
import { readRelease } from '#intake/read'
import { filesBelow } from '../../build/lib/tree.mjs'
import type { Gold } from './press'
import { vocabulary } from './vocabulary'

const ENDINGS = ['docx', 'html', 'htm', 'txt', 'rtf', 'odt', 'doc']

/** A text with its annotation and what the reader took from it. */
export interface Scored {
  name: string
  gold: Gold
  source: SourceText
  reading: ReadingJson
}

/**
 * Reads every annotated text of a folder: NAME.gold.json beside NAME.docx, .html, .txt, …, as `kho read --json` does.
 * @throws Error where a gold has no text beside it, or a text cannot be read
 */
export async function readFolder(folder: string): Promise<Scored[]> {
  const golds = filesBelow(folder, '.', /\.gold\.json$/)
  return Promise.all(
    golds.map(async (path) => {
      const stem = path.slice(0, -'.gold.json'.length)
      const name = ENDINGS.map((ending) => `${stem}.${ending}`).find((file) => existsSync(join(folder, file)))
      if (!name) throw new Error(`${path}: no text of that name beside it`)
      const bytes = new Uint8Array(readFileSync(join(folder, name)))
      const { source } = await readRelease({ name, bytes }, readerLimits)
      const gold = JSON.parse(readFileSync(join(folder, path), 'utf8')) as Gold
      return { name, gold, source, reading: toContract(readPress(source, vocabulary), name) }
    }),
  )
}
