import type { Archive, ChangeEntry } from '#archive/archive'
import { applyLearnt, withLearntWords } from '#core/learning/apply'
import { differencesIn } from '#core/learning/differences'
import { lessonsFrom } from '#core/learning/learn'
import type { Draft } from '#core/model/draft'
import type { Learnt } from '#core/model/learnt'
import { readPress } from '#core/press/read'
import type { PressReading } from '#core/press/reading'
import type { SourceText } from '#core/press/source'
import { compileVocabulary, type Vocabulary } from '#core/press/vocabulary'
import type { OperationContext } from '../context'
import { now } from '../context'

/** So often the clerk may correct against a thing learnt before it is given up. */
const MOST_AGAINST = 2

// A thousand corrections take as long to load as thirty articles to read.
const loaded = new WeakMap<Archive, Promise<readonly Learnt[]>>()

/** Everything learnt in an archive, oldest first; kept until `learntChanged`. */
export function learntIn(archive: Archive): Promise<readonly Learnt[]> {
  const known = loaded.get(archive)
  if (known) return known
  const loading = archive.ids('learnt').then((ids) => archive.getMany('learnt', ids))
  loaded.set(archive, loading)
  loading.catch(() => loaded.delete(archive))
  return loading
}

/** To be called after every change of records of this kind. */
export function learntChanged(archive: Archive): void {
  loaded.delete(archive)
}

/** Reads a press release with the word lists and everything learnt in the open archive. */
export async function readWithLearnt(context: OperationContext, source: SourceText): Promise<PressReading> {
  const vocabulary = await context.vocabulary()
  const learnt = context.archive ? await learntIn(context.archive) : []
  return applyLearnt(readPress(source, vocabularyWith(vocabulary, learnt)), learnt)
}

// Compiling takes longer than reading: the lists as last used are kept until something else is learnt.
const compiled = new WeakMap<Vocabulary, { words: string; vocabulary: Vocabulary }>()

function vocabularyWith(base: Vocabulary, learnt: readonly Learnt[]): Vocabulary {
  const data = withLearntWords(base.data, learnt)
  if (!data) return base
  const words = JSON.stringify([data.offices.heads, data.layout.lines])
  const known = compiled.get(base)
  if (known?.words === words) return known.vocabulary
  const vocabulary = compileVocabulary(data)
  compiled.set(base, { words, vocabulary })
  return vocabulary
}

/** What filing a draft teaches, as entries of the same change. */
export async function lessonEntries(context: OperationContext, archive: Archive, draft: Draft): Promise<ChangeEntry[]> {
  if (!draft.offered) return []
  const differences = differencesIn(draft, draft.offered)
  if (differences.length === 0) return []
  const collective = new Set((await context.vocabulary()).data.credits.collective)
  const { fresh, again, against } = lessonsFrom(draft, differences, await learntIn(archive), collective)
  const at = now(context)
  const put = (after: Learnt): ChangeEntry => ({ kind: 'learnt', id: after.id, after })
  const base = { createdAt: at, updatedAt: at, lastAt: at, seen: 1, against: 0 }
  return [
    ...unique(fresh, (one) => `${one.about} ${one.change} ${one.key}`).map((one) =>
      put({ ...one, ...base, id: context.platform.ids.next() }),
    ),
    ...unique(again, ({ id }) => id).map((entry) =>
      put({ ...entry, seen: entry.seen + 1, against: 0, updatedAt: at, lastAt: at }),
    ),
    ...unique(against, ({ id }) => id).map(
      (entry): ChangeEntry =>
        entry.against + 1 >= MOST_AGAINST
          ? { kind: 'learnt', id: entry.id, after: null }
          : put({ ...entry, against: entry.against + 1, updatedAt: at }),
    ),
  ]
}

function unique<T>(list: T[], keyOf: (one: T) => string): T[] {
  return [...new Map(list.map((one) => [keyOf(one), one])).values()]
}
