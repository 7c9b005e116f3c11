import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkLocale } from '../../build/check-locale.mjs'
import { checkTree } from '../../build/check-tree.mjs'

let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function tree(files: Record<string, string>): string {
  folder = mkdtempSync(join(tmpdir(), 'kho-words-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const words = (vi: unknown, en: unknown) =>
  checkLocale(
    tree({ 'resources/locale/vi/a.json': JSON.stringify(vi), 'resources/locale/en/a.json': JSON.stringify(en) }),
  ).map(({ message }) => message)

describe('the words of both languages', () => {
  it('agree in the tree', () => {
    expect(checkLocale()).toEqual([])
  })

  it('must have the same keys', () => {
    expect(words({ a: 'x', b: { c: 'y' } }, { a: 'x', d: 'z' })).toEqual([
      'b.c: missing in English',
      'd: missing in Vietnamese',
    ])
  })

  it('must have the same files', () => {
    const found = checkLocale(tree({ 'resources/locale/vi/a.json': '{"a":"x"}' }))
    expect(found.map(({ message }) => message)).toEqual(['missing in English'])
  })

  it('must take the same arguments, in branches too', () => {
    const plural = '{n, plural, other {# by {who}}}'
    expect(words({ a: plural }, { a: '{n} by {who}' })).toEqual([])
    expect(words({ a: plural }, { a: '{n}' })).toEqual(['a: arguments differ: {n, who} and {n}'])
  })

  it('must be messages that parse', () => {
    expect(words({ a: '{n, plural, }' }, { a: '{n}' })[0]).toMatch(/^a: does not parse: /)
  })
})

const rulesOf = (path: string, text: string) =>
  checkTree(tree({ [path]: text })).map(({ line, message }) => `${line}: ${message}`)

describe('the text of the tree', () => {
  it('keeps the house rules', () => {
    expect(checkTree()).toEqual([])
  })

  it('has no Vietnamese words in components, comments apart', () => {
    const found = rulesOf('src/renderer/a.tsx', `// Tiêu đề\nexport const A = () => <p>Tiêu đề</p>\n`)
    expect(found).toEqual(['2: Vietnamese words belong in resources/locale/vi'])
  })

  it('has no file over 400 lines', () => {
    expect(rulesOf('src/core/a.ts', 'x\n'.repeat(400))).toEqual([])
    expect(rulesOf('src/core/a.ts', 'x\n'.repeat(401))).toEqual(['401: 401 lines; a file holds at most 400'])
  })

  it('names no package host and no folder of one machine', () => {
    const host = ['https://registry', 'npmjs', 'org/x'].join('.')
    const machine = ['', 'home', 'lan', 'x'].join('/')
    const message = 'names a package host or a folder of one machine'
    expect(rulesOf('docs/a.md', `see ${host}\n'${machine}'\n`)).toEqual([`1: ${message}`, `2: ${message}`])
  })
})
