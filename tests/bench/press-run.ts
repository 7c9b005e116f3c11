import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ReadingJson } from '#core/press/contract'
import { ensureBuilt } from '../../build/lib/built.mjs'
import { inRoot, root } from '../../build/lib/paths.mjs'
import { run } from '../../build/lib/run.mjs'
import { filesBelow } from '../../build/lib/tree.mjs'
import { type Gold, scoreReadings, scoreTable } from './press'

// `npm run bench:press -- DIR [--misses]`: precision, recall and F1 per field over every annotated file in DIR.
// An annotation is NAME.gold.json beside NAME.docx, .html, .txt, …; the reader is the built command line.

const endings = ['docx', 'html', 'htm', 'txt', 'rtf', 'odt', 'doc']
const [folder = root] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const dir = resolve(process.env.INIT_CWD ?? root, folder)

const annotated = filesBelow(dir, '.', /\.gold\.json$/).map((gold) => {
  const stem = join(dir, gold.slice(0, -'.gold.json'.length))
  const file = endings.map((ending) => `${stem}.${ending}`).find((path) => existsSync(path))
  if (!file) throw new Error(`${gold}: no text of that name beside it`)
  return { file, gold: JSON.parse(readFileSync(join(dir, gold), 'utf8')) as Gold }
})

/** What the command line reads from each file, in their order; nothing for a file it cannot read. */
async function readings(files: string[]): Promise<(ReadingJson | undefined)[]> {
  const cli = inRoot('out', 'main', 'cli.js')
  const { out } = await run(process.execPath, [cli, 'read', ...files, '--json'], { stdio: 'answer' })
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ReadingJson & { error?: { code: string } })
  return lines.map((line) => {
    if (!line.error) return line
    console.error(`${line.file}: not read (${line.error.code})`)
    return undefined
  })
}

await ensureBuilt()
if (annotated.length === 0) throw new Error(`${dir} holds no NAME.gold.json beside a text`)
const got = await readings(annotated.map(({ file }) => file))
const pairs = annotated.flatMap(({ gold }, at) => (got[at] ? [{ gold, reading: got[at] }] : []))
const { fields, misses } = scoreReadings(
  pairs.map(({ gold }) => gold),
  pairs.map(({ reading }) => reading),
)
console.log(scoreTable(fields))
console.log(`${pairs.length} of ${annotated.length} files read`)
if (process.argv.includes('--misses')) {
  for (const { file, field, missing, extra } of misses) {
    console.log(`${file} · ${field}: missing ${JSON.stringify(missing)}, too much ${JSON.stringify(extra)}`)
  }
}
if (pairs.length < annotated.length) process.exitCode = 1
