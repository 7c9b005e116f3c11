import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { inRoot, root } from '../../build/lib/paths.mjs'
import { type Miss, type Score, scoreReadings, scoreTable } from './press'
import { belowBars, PRESS_BARS } from './press-bars'
import { readFolder, type Scored } from './press-folder'
import { capitalisedRuns, scorePeer, vntkPeer } from './press-peers'

// `npm run bench:press -- [DIR] [--errors] [--bars] [--json FILE] [--vntk FOLDER]`: precision, recall and F1 per
// field over every annotated file in DIR (our own test articles where none is named), beside a name tagger.

const from = process.env.INIT_CWD ?? root
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: 'boolean', default: false },
    bars: { type: 'boolean', default: false },
    json: { type: 'string' },
    vntk: { type: 'string' },
  },
})
const folder = positionals[0] ? resolve(from, positionals[0]) : inRoot('tests', 'press', 'test')

/** The reader and the taggers side by side on people and places. */
function peerTable(texts: Scored[], ours: Record<string, Score>): string {
  const peers = [capitalisedRuns, ...(values.vntk ? [vntkPeer(resolve(from, values.vntk))] : [])]
  const rows = [
    { name: 'this reader', scores: ours },
    ...peers.map((peer) => ({ name: peer.name, scores: scorePeer(peer, texts) as Record<string, Score> })),
  ]
  return rows
    .flatMap(({ name, scores }) =>
      ['people', 'places'].map((field) => {
        const score = scores[field]
        const shown = [score?.precision, score?.recall, score?.f1].map((one) => (one ?? 0).toFixed(3).padStart(7))
        return `${name.padEnd(18)}${field.padEnd(8)}${shown.join('')}`
      }),
    )
    .join('\n')
}

function tellMisses(misses: Miss[]): void {
  for (const { file, field, missing, extra } of misses) {
    console.log(`${file} · ${field}: missing ${JSON.stringify(missing)}, too much ${JSON.stringify(extra)}`)
  }
}

const texts = await readFolder(folder)
if (texts.length === 0) throw new Error(`${folder} holds no NAME.gold.json beside a text`)
const { fields, misses } = scoreReadings(
  texts.map(({ gold }) => gold),
  texts.map(({ reading }) => reading),
)
console.log(scoreTable(fields))
console.log(`${texts.length} files read\n\n${peerTable(texts, fields)}`)
if (values.errors) tellMisses(misses)
if (values.json) writeFileSync(resolve(from, values.json), `${JSON.stringify({ fields, misses }, null, 2)}\n`)
if (values.bars) {
  for (const field of belowBars(fields)) {
    console.log(`✗ ${field}: ${fields[field]?.f1.toFixed(3) ?? 'nothing'} (bar ≥ ${PRESS_BARS[field]})`)
    process.exitCode = 1
  }
}
