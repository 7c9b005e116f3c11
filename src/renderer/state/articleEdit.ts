import { create } from 'zustand'
import type { ArticleEdit } from '#contract/articles'
import type { ArticleView } from '#contract/operations'
import type { KhoErrorData } from '#core/errors'
import type { Article } from '#core/model/article'
import { call } from '../engine/client'
import { failureOf } from '../engine/failure'
import { wallTime } from '../words/dates'

interface ArticleEditState {
  /** The article on its page as it is being edited; null while it is only read. */
  edit: ArticleEdit | null
  /** Counts openings, so that editor and fields start anew with what was opened. */
  opened: number
  dirty: boolean
  savedAt: string | null
  failure: KhoErrorData | null
  /** Begins editing an article as it is on the disk, whatever the page has read of it. */
  begin(id: string): Promise<void>
  open(view: ArticleView): void
  /** Opens it anew as it is on the disk. */
  reload(): Promise<void>
  change(step: (edit: ArticleEdit) => ArticleEdit): void
  /** Writes what is not yet written. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** Each save is a change of the history: long enough that a sentence is one, short enough to lose little. */
const saveAfterMs = 1500

let timer: ReturnType<typeof setTimeout> | undefined
let writing: Promise<void> = Promise.resolve()

/** The article being edited in place: what was typed and its way to the disk. */
export const useArticleEdit = create<ArticleEditState>((set, get) => ({
  edit: null,
  opened: 0,
  dirty: false,
  savedAt: null,
  failure: null,
  begin: async (id) => {
    await get().flush()
    get().open(await call('article.get', { id }))
  },
  open: (view) =>
    set(({ opened }) => ({ edit: editOf(view), opened: opened + 1, dirty: false, savedAt: null, failure: null })),
  reload: async () => {
    const id = get().edit?.id
    if (id) get().open(await call('article.get', { id }))
  },
  change: (step) => {
    const { edit } = get()
    const changed = edit && step(edit)
    if (!changed || changed === edit) return
    set({ edit: changed, dirty: true })
    clearTimeout(timer)
    timer = setTimeout(() => void get().flush(), saveAfterMs)
  },
  flush: () => {
    clearTimeout(timer)
    // One write after the other: each needs the time stamp the one before was given.
    writing = writing.then(() => write(get, set))
    return writing
  },
  close: async () => {
    await get().flush()
    if (!get().failure) set({ edit: null, dirty: false, savedAt: null })
  },
}))

async function write(get: () => ArticleEditState, set: (part: Partial<ArticleEditState>) => void): Promise<void> {
  const { edit, dirty } = get()
  if (!edit || !dirty) return
  // A title is being typed anew: it is saved once there is one.
  if (edit.title.trim() === '') return
  try {
    const saved = await call('article.save', { article: edit })
    const now = get().edit
    if (now?.id !== edit.id) return
    const later = now !== edit
    set({
      edit: { ...withIds(now, saved), updatedAt: saved.updatedAt },
      dirty: later,
      savedAt: wallTime(new Date()),
      failure: null,
    })
  } catch (thrown) {
    if (get().edit?.id === edit.id) set({ failure: failureOf(thrown) })
  }
}

/** What the page edits of an article. */
export function editOf({ article, events }: ArticleView): ArticleEdit {
  return { ...article, events: events.map(({ id, title }) => ({ id, title })) }
}

/** Tags that were saved as new ones have records now. */
export function withIds(edit: ArticleEdit, saved: Article): ArticleEdit {
  const named = <T extends { id: string | null; name: string }>(uses: T[], held: { id: string; name: string }[]): T[] =>
    uses.map((use) => (use.id ? use : { ...use, id: held.find(({ name }) => name === use.name.trim())?.id ?? null }))
  return {
    ...edit,
    events: edit.events.map((event, at) => (event.id ? event : { ...event, id: saved.events[at] ?? null })),
    mentions: edit.mentions.map((mention) =>
      mention.personId
        ? mention
        : {
            ...mention,
            personId: saved.mentions.find(({ name }) => name === mention.name.trim())?.personId ?? null,
          },
    ),
    organizations: named(edit.organizations, saved.organizations),
    places: named(edit.places, saved.places),
    documents: edit.documents.map((cited, at) =>
      cited.id ? cited : { ...cited, id: saved.documents[at]?.id ?? null },
    ),
  }
}
