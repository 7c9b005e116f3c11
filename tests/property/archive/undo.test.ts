import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Archive, Change } from '#archive/archive'
import { checkArchive } from '#archive/check'
import { historyOf } from '#archive/history/read'
import { redoing, undoing } from '#archive/history/undo'
import { createArchive, openArchive } from '#archive/open'
import { KhoError } from '#core/errors'
import { type MemoryDisk, memoryDisk } from '#platform/memory/files'
import { memoryPlatform } from '#platform/memory/platform'
import { draft, event, person } from '#tests/unit/archive/sample-records'

vi.setConfig({ testTimeout: 60_000 })

const options = { indexInMemory: true }
const identity = { name: 'Kho', agency: '', fonds: '' }
const kinds = ['draft', 'person', 'event'] as const
const ids = ['a', 'b', 'c']

const step = fc.record({
  kind: fc.constantFrom(...kinds),
  id: fc.constantFrom(...ids),
  text: fc.string({ unit: 'grapheme', maxLength: 5 }),
  /** Events may lie under one another, so that some removals would leave a record that points at nothing. */
  parent: fc.constantFrom(null, ...ids),
  remove: fc.boolean(),
})
const changes = fc.uniqueArray(step, { selector: (one) => `${one.kind}/${one.id}`, minLength: 1, maxLength: 3 })
const history = fc.array(fc.record({ changes, reopen: fc.boolean() }), { minLength: 1, maxLength: 10 })
type Step = typeof changes extends fc.Arbitrary<(infer One)[]> ? One : never

async function stateOf(archive: Archive) {
  const state: Record<string, unknown> = {}
  for (const kind of kinds) for (const id of ids) state[`${kind}/${id}`] = await archive.get(kind, id)
  return state
}

/** The change as the archive can take it: removes what is there, points at what is there. */
async function changeOf(archive: Archive, steps: Step[]): Promise<Change> {
  const entries: Change['entries'] = []
  const state = await stateOf(archive)
  const pointed = new Set(ids.map((id) => (state[`event/${id}`] as { parentId: string } | null)?.parentId))
  const events = new Set(ids.filter((id) => state[`event/${id}`]))
  for (const { kind, id, text, parent, remove } of steps) {
    if (remove && state[`${kind}/${id}`] && !(kind === 'event' && pointed.has(id))) {
      // Only as the last of the change, since what stands before it may point at it.
      if (steps.length === 1) entries.push({ kind, id, after: null })
    } else if (!remove && kind === 'draft') entries.push({ kind, id, after: draft(id, { notes: text }) })
    else if (!remove && kind === 'person') entries.push({ kind, id, after: person(id, text) })
    else if (!remove && kind === 'event') {
      const parentId = parent !== null && events.has(parent) ? parent : null
      entries.push({ kind, id, after: event(id, { title: text, parentId }) })
    }
  }
  return { operation: 'test', args: {}, entries }
}

async function reopened(archive: Archive, disk: MemoryDisk): Promise<Archive> {
  await archive.close()
  return openArchive('/kho', memoryPlatform(disk), options)
}

describe('any history of changes', () => {
  it('can be undone to the beginning and done again to the end, over restarts', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const disk = memoryDisk()
        let archive = await createArchive('/kho', identity, memoryPlatform(disk), options)
        const states = [await stateOf(archive)]
        for (const one of steps) {
          const change = await changeOf(archive, one.changes)
          if (change.entries.length === 0) continue
          await archive.commit(change)
          states.push(await stateOf(archive))
          if (one.reopen) archive = await reopened(archive, disk)
        }
        for (const state of states.slice(0, -1).reverse()) {
          await archive.commit(await undoing(archive, null))
          expect(await stateOf(archive)).toEqual(state)
        }
        archive = await reopened(archive, disk)
        for (const state of states.slice(1)) {
          await archive.commit(await redoing(archive, null))
          expect(await stateOf(archive)).toEqual(state)
        }
        const report = await checkArchive(archive, { report: () => undefined, signal: new AbortController().signal })
        expect(report.sound).toBe(true)
        await archive.close()
      }),
      { numRuns: 40 },
    )
  })

  it('stays sound whatever is undone and redone in whatever order', async () => {
    const picks = fc.array(fc.record({ sequence: fc.integer({ min: 1, max: 20 }), redo: fc.boolean() }), {
      maxLength: 15,
    })
    await fc.assert(
      fc.asyncProperty(history, picks, async (steps, picked) => {
        const archive = await createArchive('/kho', identity, memoryPlatform(), options)
        for (const one of steps) {
          const change = await changeOf(archive, one.changes)
          if (change.entries.length > 0) await archive.commit(change)
        }
        for (const { sequence, redo } of picked) {
          const before = await stateOf(archive)
          try {
            const change = await (redo ? redoing : undoing)(archive, sequence)
            await archive.commit(change)
          } catch (thrown) {
            // A refusal changes nothing and is one of those that were promised.
            if (!(thrown instanceof KhoError)) throw thrown
            const promised = ['record-missing', 'nothing-to-undo', 'nothing-to-redo', 'record-changed-meanwhile']
            expect(promised).toContain(thrown.code)
            expect(await stateOf(archive)).toEqual(before)
          }
        }
        const report = await checkArchive(archive, { report: () => undefined, signal: new AbortController().signal })
        expect(report.sound).toBe(true)
        const { rows, total } = await historyOf(archive, { before: null, limit: 500 })
        expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, at) => total - at))
        await archive.close()
      }),
      { numRuns: 60 },
    )
  })
})
