import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import Database from 'libsql'
import { expect, it, vi } from 'vitest'
import type { Archive, Change } from '#archive/archive'
import { layoutOf } from '#archive/format'
import { createDatabase } from '#archive/index/database'
import { batchesOf } from '#archive/index/feed'
import { type LookUp, SearchIndex } from '#archive/index/search-index'
import { createArchive } from '#archive/open'
import { onDisk } from '#tests/unit/archive/on-real-disk'
import { article, event, person, photo } from '#tests/unit/archive/sample-records'

vi.setConfig({ testTimeout: 60_000 })

const few = { ids: fc.constantFrom('0', '1', '2'), words: fc.constantFrom('Hoà', 'họp', 'Chiêm Hóa', 'đất', 'dat', '') }
const text = fc.array(few.words, { maxLength: 3 }).map((parts) => parts.join(' '))
const span = { part: 'caption' as const, index: 0, start: 0, end: 1 }

const anArticle = fc
  .record({ id: few.ids, title: text, lede: text, caption: text, uses: fc.array(few.ids, { maxLength: 3 }) })
  .chain((parts) => fc.record({ parts: fc.constant(parts), person: few.ids, event: few.ids, gone: fc.boolean() }))
  .map(({ parts: { id, title, lede, caption, uses }, person: who, event: what, gone }) => ({
    kind: 'article' as const,
    id: `a${id}`,
    after: gone
      ? null
      : article(`a${id}`, Number(id) + 1, {
          ...{ title, lede, publishedOn: null, events: [`e${what}`], authors: [title] },
          mentions: [{ personId: `n${who}`, name: title, offices: [lede], spans: [span] }],
          photos: uses.map((use) => ({ photoId: `p${use}`, caption })),
        }),
  }))
const another = fc.oneof(
  fc.record({ id: few.ids, name: text }).map(({ id, name }) => ({
    kind: 'person' as const,
    id: `n${id}`,
    after: person(`n${id}`, name),
  })),
  fc.record({ id: few.ids, title: text, day: fc.integer({ min: 1, max: 3 }) }).map(({ id, title, day }) => ({
    kind: 'event' as const,
    id: `e${id}`,
    after: event(`e${id}`, { title, place: title, from: `2024-07-0${day}` }),
  })),
  fc.record({ id: few.ids, caption: text, who: few.ids }).map(({ id, caption, who }) => ({
    kind: 'photo' as const,
    id: `p${id}`,
    after: photo(`p${id}`, {
      caption,
      photographers: [caption],
      people: [{ personId: `n${who}`, region: null }] as never,
    }),
  })),
)
// Nothing points at what was never there.
const first = ['0', '1', '2'].flatMap((id) => [
  { kind: 'person', id: `n${id}`, after: person(`n${id}`, `Hoà ${id}`) },
  { kind: 'event', id: `e${id}`, after: event(`e${id}`) },
  { kind: 'photo', id: `p${id}`, after: photo(`p${id}`) },
])
const changes = fc.array(
  fc.uniqueArray(fc.oneof(anArticle, another), { selector: ({ id }) => id, minLength: 1, maxLength: 3 }),
  { minLength: 1, maxLength: 14 },
)

/** What an index holds, whatever numbers stand for its records. */
function held(path: string): Record<string, unknown[]> {
  const db = new Database(path)
  const all = (sql: string) =>
    (db.prepare(sql).all() as Record<string, unknown>[]).map((row) => JSON.stringify(row)).sort()
  for (const table of ['words', 'titles', 'captions']) {
    db.exec(`CREATE VIRTUAL TABLE temp.in_${table} USING fts5vocab('main', '${table}', 'instance')`)
  }
  const article = 'JOIN articles a ON a.key = i.doc'
  const found = {
    articles: all(`SELECT id, serial, title, title_key, date, date_kind, status, event_title, photo_count, thumbnail,
      length(facts) FROM articles`),
    texts: all('SELECT a.id, t.text FROM article_texts t JOIN articles a ON a.key = t.key'),
    words: all(`SELECT a.id, term, offset FROM temp.in_words i ${article}`),
    titles: all(`SELECT a.id, term, offset FROM temp.in_titles i ${article}`),
    captions: all('SELECT r.id, term FROM temp.in_captions i JOIN records r ON r.key = i.doc GROUP BY r.id, term'),
    photos: all('SELECT r.id, text, photographers FROM photos p JOIN records r ON r.key = p.record'),
    authorities: all('SELECT kind, id, name, detail, date, words, tones, name_words FROM authorities'),
    links: all(`SELECT r.id, s.id AS other FROM links l JOIN records r ON r.key = l.authority
      JOIN records s ON s.key = l.article`),
    photoLinks: all(`SELECT r.id, p.id AS photo, s.id AS source FROM photo_links l JOIN records r ON r.key = l.authority
      JOIN records p ON p.key = l.photo JOIN records s ON s.key = l.source`),
    uses: all(`SELECT p.id, s.id AS article, caption FROM photo_uses u JOIN records p ON p.key = u.photo
      JOIN records s ON s.key = u.article`),
    sources: all('SELECT r.id, title, text_digest FROM sources JOIN records r ON r.key = record'),
  }
  db.close()
  return found
}

async function rebuilt(archive: Archive, folder: string, total: number, most: number): Promise<string> {
  const { files } = onDisk()
  const path = join(folder, `again-${most}.sqlite`)
  const index = new SearchIndex(createDatabase(path), true, async () => null)
  for await (const batch of batchesOf(layoutOf(folder, files), files, total, most)) {
    await index.replay(batch.records, { done: batch.sequence, total })
  }
  const lookUp: LookUp = (kind, id) => archive.get(kind, id)
  while (await index.freshen(lookUp));
  index.complete(total)
  index.close()
  return path
}

it('an index made anew, in however many batches, holds what the one kept up to date does', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (history) => {
      const folder = mkdtempSync(join(tmpdir(), 'kho-'))
      try {
        const identity = { name: 'Kho', agency: '', fonds: '' }
        const archive = await createArchive(folder, identity, onDisk())
        const there = new Set<string>()
        let total = 0
        for (const wanted of [first, ...history]) {
          const entries = wanted.filter(({ id, after }) => after !== null || there.has(id))
          for (const { id, after } of entries) after ? there.add(id) : there.delete(id)
          if (entries.length === 0) continue
          await archive.commit({ operation: 'test', args: {}, entries: entries as unknown as Change['entries'] })
          total++
        }
        const few = await rebuilt(archive, folder, total, 2)
        const one = await rebuilt(archive, folder, total, 1_000)
        await archive.close()
        const kept = held(join(folder, 'index', 'search.sqlite'))
        expect(held(one)).toEqual(kept)
        expect(held(few)).toEqual(kept)
      } finally {
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
      }
    }),
    { numRuns: 20 },
  )
})
