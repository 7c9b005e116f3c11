import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SourceBlock } from '#core/press/source'

/** Collections of others' files, kept beside the project and never copied into it. */
export const suitesFolder = resolve('../shared/suites')
export const wordSuite = join(suitesFolder, 'word')
export const htmlSuite = join(suitesFolder, 'html')
export const haveSuites = existsSync(wordSuite) && existsSync(htmlSuite)
/** `npm run suites` goes over everything, `npm test` over a sample. */
export const whole = process.env.KHO_SUITES === 'all'

export interface WordFile {
  path: string
  /** LibreOffice's opinion, and the characters of text it found. */
  libreOffice: string
  characters: number
}

/** The rows of FILES.tsv. */
export function wordFiles(): WordFile[] {
  const rows = readFileSync(join(wordSuite, 'FILES.tsv'), 'utf8').trim().split('\n').slice(1)
  return rows.map((row) => {
    const [path = '', , , , libreOffice = '', characters = ''] = row.split('\t')
    return { path, libreOffice, characters: Number(characters) }
  })
}

export function isOoxml(path: string): boolean {
  return /\.(docx|docm|dotx)$/i.test(path)
}

export function isDoc(path: string): boolean {
  return /\.(doc|dot)$/i.test(path)
}

/** Every seventh, so that a sample stays the same from run to run. */
export function sampled<T>(all: T[]): T[] {
  return whole ? all : all.filter((_, at) => at % 7 === 0)
}

export function textOf(blocks: SourceBlock[]): string {
  return blocks
    .filter((block) => block.role !== 'furniture' && block.text !== '')
    .map((block) => block.text)
    .join('\n')
}

/** Share of the words of `wanted` that `given` has, in order (longest common subsequence). */
export function wordsInOrder(wanted: string, given: string): number {
  const a = wanted.match(/[\p{L}\p{N}]+/gu) ?? []
  const b = given.match(/[\p{L}\p{N}]+/gu) ?? []
  if (a.length === 0) return 1
  let before = new Uint32Array(b.length + 1)
  for (const word of a) {
    const row = new Uint32Array(b.length + 1)
    for (let at = 1; at <= b.length; at += 1) {
      row[at] = b[at - 1] === word ? before[at - 1]! + 1 : Math.max(before[at]!, row[at - 1]!)
    }
    before = row
  }
  return before[b.length]! / a.length
}

/** Empty folder for the things a test writes, removed by what it returns. */
export function scratch(name: string): {
  path: string
  remove(): void
  write(file: string, bytes: Uint8Array): string
} {
  const path = resolve('node_modules', `.${name}-${process.pid}`)
  mkdirSync(path, { recursive: true })
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true }),
    write: (file, bytes) => {
      writeFileSync(join(path, file), bytes)
      return join(path, file)
    },
  }
}
