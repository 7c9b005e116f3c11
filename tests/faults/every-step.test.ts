import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import type { Archive, Change } from '#archive/archive'
import { checkArchive } from '#archive/check'
import { createArchive, openArchive } from '#archive/open'
import { KhoError } from '#core/errors'
import type { AnyRecord, RecordKind } from '#core/model/records'
import { type MemoryDisk, memoryDisk, memoryFiles } from '#platform/memory/files'
import { memoryDigests, memoryPlatform } from '#platform/memory/platform'
import { article, draft, event, person, photo, putting } from '#tests/unit/archive/sample-records'
import { type Fault, faultyFiles } from './faulty-files'

vi.setConfig({ testTimeout: 60_000 })

const identity = { name: 'Kho thử', agency: '', fonds: '' }
const options = { indexInMemory: true }
const scan = new TextEncoder().encode('ảnh gốc')
const digest = { algorithm: 'sha256' as const, hex: createHash('sha256').update(scan).digest('hex') }
const received = {
  name: 'anh.png',
  mediaType: 'image/png',
  receivedAt: article('a', 1).createdAt,
  role: 'photo' as const,
}

/** What a clerk does in a morning: drafts come, are saved, filed with their tags, one is thrown away. */
const work: Change[] = [
  putting('draft', draft('d1')),
  putting('photo', photo('p1', { file: { ...received, digest, size: scan.length } })),
  putting('draft', draft('d1', { notes: 'đã xem' }), draft('d2')),
  {
    operation: 'draft.file',
    args: {},
    entries: [
      ...putting('event', event('e1')).entries,
      ...putting('person', person('n1', 'Đỗ Văn Hòa')).entries,
      ...putting('article', article('a1', 1, { events: ['e1'] })).entries,
      { kind: 'draft', id: 'd1', after: null },
    ],
  },
  { operation: 'draft.discard', args: {}, entries: [{ kind: 'draft', id: 'd2', after: null }] },
]

type State = Record<string, AnyRecord | null>

function after(state: State, change: Change): State {
  const next = { ...state }
  for (const { kind, id, after: record } of change.entries) next[`${kind}/${id}`] = record
  return next
}

async function stateOf(archive: Archive): Promise<State> {
  const state: State = {}
  const keys = work.flatMap((change) => change.entries.map(({ kind, id }) => ({ kind, id })))
  for (const { kind, id } of keys) state[`${kind}/${id}`] = await archive.get(kind as RecordKind, id)
  return state
}

/** Does the work on a disk that fails at one point; stops where a killed process would have stopped. */
async function workWith(disk: MemoryDisk, fault: Fault | null) {
  const digests = memoryDigests(disk)
  const faulty = faultyFiles(memoryFiles(disk, digests), fault)
  const platform = memoryPlatform(disk, { files: faulty.files, digests, processes: { own: 7, alive: () => false } })
  let acknowledged: State = {}
  const doubtful: State[] = []
  let archive: Archive | null = null
  let kept = false
  try {
    archive = await createArchive('/kho', identity, platform, options)
    await archive.originals.addBytes(scan, received)
    kept = true
  } catch (thrown) {
    if (!(thrown instanceof KhoError)) throw thrown
  }
  for (const change of kept ? work : []) {
    try {
      await archive?.commit(change)
      acknowledged = after(acknowledged, change)
    } catch (thrown) {
      if (!(thrown instanceof KhoError)) throw thrown
      doubtful.push(after(acknowledged, change))
      // What follows would rest on what was refused.
      break
    }
  }
  await archive?.close().catch(() => undefined)
  return { acknowledged, doubtful, calls: faulty.calls(), made: archive !== null }
}

const present = (state: State) => Object.fromEntries(Object.entries(state).filter(([, record]) => record !== null))

describe('a fault at every step', async () => {
  const { calls } = await workWith(memoryDisk(), null)

  it('knows its steps', () => {
    expect(calls).toBeGreaterThan(40)
  })

  for (const when of ['before', 'half', 'after'] as const) {
    for (const lasting of [true, false]) {
      const name = `${when} it was done, ${lasting ? 'and nothing works from then on' : 'once'}`
      it(`loses nothing that was acknowledged and tears nothing: ${name}`, async () => {
        for (let at = 1; at <= calls; at++) {
          const disk = memoryDisk()
          const code = at % 2 === 0 ? 'disk-full' : 'disk-error'
          const done = await workWith(disk, { at, code, when, lasting })
          if (!done.made) continue
          const archive = await openArchive('/kho', memoryPlatform(disk), options)
          const state = present(await stateOf(archive))
          const allowed = [done.acknowledged, ...done.doubtful].map(present)
          expect(allowed, `call ${at}`).toContainEqual(state)
          const report = await checkArchive(archive, { report: () => undefined, signal: new AbortController().signal })
          expect(report, `call ${at}`).toMatchObject({ sound: true })
          expect((await archive.ids('article')).length).toBe(state['article/a1'] ? 1 : 0)
          await archive.commit(putting('draft', draft('d9')))
          await archive.close()
        }
      })
    }
  }

  for (const when of ['before', 'half', 'after'] as const) {
    it(`goes on after a refusal, and what was refused is not there: ${when} it was done`, async () => {
      const drafts = ['d1', 'd2', 'd3', 'd4']
      for (let at = 25; at <= 45; at++) {
        const disk = memoryDisk()
        const digests = memoryDigests(disk)
        const { files } = faultyFiles(memoryFiles(disk, digests), { at, code: 'disk-full', when, lasting: false })
        const archive = await createArchive('/kho', identity, memoryPlatform(disk, { files, digests }), options)
        const kept: string[] = []
        for (const id of drafts) {
          const refused = await archive.commit(putting('draft', draft(id))).then(
            () => null,
            (thrown) => thrown,
          )
          if (refused === null) kept.push(id)
          else expect(refused).toMatchObject({ code: 'disk-full' })
          expect(await archive.ids('draft')).toEqual(kept)
          expect(await archive.get('draft', id)).toEqual(refused === null ? draft(id) : null)
        }
        expect(kept.length).toBeGreaterThanOrEqual(3)
        await archive.close()
        const restarted = memoryPlatform(disk, { processes: { own: 8, alive: () => false } })
        const again = await openArchive('/kho', restarted, options)
        const last = kept.includes('d4') ? kept : [...kept, 'd4']
        // A last line that was refused but is whole on the disk comes back wholly; all others are as answered.
        expect([kept, last]).toContainEqual(await again.ids('draft'))
        await again.close()
      }
    })
  }
})
