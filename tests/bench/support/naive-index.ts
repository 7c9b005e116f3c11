import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { authorities, filed, textBytesOf } from '../corpus/records'

/** What SQLite's own full-text table does with the same articles, text stored and nothing folded. */
export function naiveIndex(articles: number, size: number): { perSecond: number; sizeByText: number } {
  const home = mkdtempSync(join(tmpdir(), 'kho-bench-'))
  const path = join(home, 'naive.sqlite')
  const db = new Database(path)
  db.exec(`CREATE VIRTUAL TABLE texts USING fts5(title, body, prefix='1 2', tokenize="unicode61 remove_diacritics 2")`)
  const put = db.prepare('INSERT INTO texts VALUES (?, ?)')
  const { people } = authorities(size)
  const made = Array.from({ length: articles }, (_, at) => filed(at, size, people).at(-1)?.after).flatMap((record) =>
    record && 'lede' in record ? [record] : [],
  )
  const texts = made.map(({ title, lede, body, photos }) => ({
    title,
    text: [lede, ...body.map((block) => block.text), ...photos.map((use) => use.caption)].join('\n'),
  }))
  const start = performance.now()
  for (let at = 0; at < texts.length; at += 150) {
    db.exec('BEGIN')
    for (const { title, text } of texts.slice(at, at + 150)) put.run(title, text)
    db.exec('COMMIT')
  }
  const perSecond = (texts.length / (performance.now() - start)) * 1_000
  db.close()
  const bytes = made.reduce((sum, record) => sum + textBytesOf(record), 0)
  const sizeByText = statSync(path).size / bytes
  rmSync(home, { recursive: true, force: true })
  return { perSecond, sizeByText }
}
