import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openArchive } from '#archive/open'
import { ArticleQuery } from '#core/model/views'
import { nodeThreads } from '#platform/node/threads'
import { corpusOf } from '#tests/bench/corpus/write'
import { benchPlatform } from '#tests/bench/support/platform'

const home = mkdtempSync(join(tmpdir(), 'kho-thread-'))
const queries = ['', 'hội nghị ', 'hoi ng', '"nhan dan"', 'người:An', 'loại:"kỳ họp" -tin', 'ngày:2016']

beforeAll(() => {
  process.env.KHO_BENCH_CORPUS = home
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

/** What a newly made index answers, read with or without a thread of its own. */
async function answers(folder: string, threaded: boolean) {
  rmSync(join(folder, 'index'), { recursive: true, force: true })
  const platform = { ...benchPlatform() }
  const started: string[] = []
  const threads = platform.threads ?? nodeThreads('')
  platform.threads = threaded
    ? {
        batches: (program, input) => {
          started.push(program)
          return threads.batches(program, input)
        },
      }
    : null
  const archive = await openArchive(folder, platform)
  try {
    const pages = await Promise.all(
      queries.map((text) => archive.index.articles(ArticleQuery.parse({ text, limit: 20 }))),
    )
    return { started, pages, counts: await archive.index.counts() }
  } finally {
    await archive.close()
  }
}

it('makes the same index with a thread that reads the journal as without', async () => {
  const { folder } = corpusOf(1_200)
  const alone = await answers(folder, false)
  const together = await answers(folder, true)
  expect(alone.started).toEqual([])
  expect(together.started).toEqual(['indexer'])
  expect(together.pages).toEqual(alone.pages)
  expect(together.counts).toEqual(alone.counts)
  expect(alone.pages.map(({ total }) => total > 0)).toEqual(queries.map(() => true))
})
