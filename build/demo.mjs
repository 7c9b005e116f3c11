// `npm run demo`: set-up, build, and the main job once from end to end over the sample material, into ./demo.
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureBuilt } from './lib/built.mjs'
import { kho } from './lib/cli.mjs'
import { readJson, writeJson } from './lib/json.mjs'
import { inRoot, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { duration, runMain, say } from './lib/say.mjs'
import { setUp } from './lib/setup.mjs'
import { hasDisplay } from './lib/system.mjs'
import { appArgs } from './lib/window.mjs'

const sample = inRoot('resources', 'sample')
const archive = inRoot('demo', 'kho')
const exports = inRoot('demo', 'export')
/** What the last run made, to tell what is already there. */
const note = inRoot('demo', 'made.json')
const words = JSON.parse(readFileSync(new URL('./demo.json', import.meta.url), 'utf8'))

const shown = (path) => relative(root, path).split('\\').join('/')

async function makeArchive() {
  if (existsSync(join(archive, 'kho.json'))) return false
  const { name, agency, fonds } = words.archive
  await kho('init', archive, '--name', name, '--agency', agency, '--fonds', fonds)
  return true
}

/** Takes in the sample folder; files that are already held are recognised and left alone. */
async function takeIn() {
  const { files, articles } = await kho('import', archive, sample, '--accept')
  const those = (outcome) => files.filter((file) => file.outcome === outcome)
  // One sample file is damaged on purpose: it is named, and the rest goes on.
  for (const { file, error } of those('failed'))
    say(`Could not be read, named in the report: ${shown(file)} (${error?.code})`)
  return { added: articles.length, held: those('already-held').length }
}

/** Adds one tag by hand, as a person would; events and people were tagged from the text. */
async function tag() {
  await kho('tag', archive, words.tag.article, '--topic', words.tag.topic)
}

/** What the archive holds, counted from its records. */
async function contents() {
  const { rows } = await kho('list', archive, '--limit', '500')
  const sets = { events: new Set(), people: new Set(), photos: new Set() }
  // Two at a time: each is a program of its own.
  const waiting = [...rows]
  const count = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const view = await kho('show', archive, row.id)
      for (const [kind, ids] of Object.entries(sets)) for (const { id } of view[kind]) ids.add(id)
    }
  }
  await Promise.all([count(), count()])
  return { articles: rows.length, ...Object.fromEntries(Object.entries(sets).map(([kind, ids]) => [kind, ids.size])) }
}

/** The weight of files as people read it. */
function weight(files) {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

const kinds = [
  ['Word', /\.docx$/i],
  ['Excel', /\.xlsx$/i],
  ['Pictures', /\.(jpe?g|png|tiff?|webp)$/i],
]

function table({ counts, files }) {
  const { articles, photos, events, people } = counts
  const rows = [
    ['Archive', shown(archive), `${articles} articles, ${photos} photos, ${events} events, ${people} people`],
  ]
  for (const [kind, ending] of kinds) {
    const own = files.filter(({ path }) => ending.test(path))
    if (own.length === 0) continue
    const place = own.length === 1 ? own[0].path : commonFolder(own.map(({ path }) => path))
    rows.push([kind, shown(place), `${own.length} ${own.length === 1 ? 'file' : 'files'}, ${weight(own)}`])
  }
  const width = Math.max(...rows.map(([, place]) => place.length))
  return rows.map(([kind, place, what]) => `  ${kind.padEnd(9)} ${place.padEnd(width)}  ${what}`).join('\n')
}

/** The deepest folder that holds all these paths. */
function commonFolder(paths) {
  const parts = paths.map((path) => path.split(/[\\/]/).slice(0, -1))
  const depth = parts[0].findIndex((part, at) => parts.some((other) => other[at] !== part))
  return parts[0].slice(0, depth === -1 ? undefined : depth).join('/')
}

/** Everything of the demo; what a run before made and still stands is kept. */
async function makeDemo() {
  const made = readJson(note)
  const isNew = await makeArchive()
  const { added, held } = await takeIn()
  say(
    isNew
      ? `New archive; ${added} articles taken in.`
      : `The archive was already there; ${added} articles new, ${held} files already held.`,
  )
  const exported = made?.files?.length > 0 && made.files.every(({ path }) => existsSync(path))
  if (added === 0 && exported) {
    say('The exports were already there.')
    return made
  }
  await tag()
  const counts = await contents()
  const { files } = await kho('export', 'all', archive, exports)
  const result = { counts, files: files.map(({ path, size }) => ({ path, size })) }
  writeJson(note, result)
  return result
}

await runMain(async () => {
  const start = Date.now()
  const { electron, runtime } = await setUp()
  await ensureBuilt()
  say(`Ready after ${duration(Date.now() - start)}: Node ${process.versions.node}, ${runtime}.`)
  const result = await makeDemo()
  console.log(`\n${table(result)}\n\n  ${duration(Date.now() - start)} in all. Delete ./demo to begin anew.\n`)
  if (process.argv.includes('--no-window')) return 0
  if (!hasDisplay()) {
    say('There is no screen here. Where there is one: npm start -- demo/kho')
    return 0
  }
  say('Opening the window …')
  return (await run(electron.path, appArgs(archive))).code
})
