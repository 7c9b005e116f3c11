import { create } from 'zustand'
import type { Changed } from '#contract/history'
import type { DraftView } from '#contract/operations'
import type { KhoErrorData } from '#core/errors'
import type { Draft } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import { call, callTold, runJob } from '../engine/client'
import { failureOf } from '../engine/failure'
import { wallTime } from '../words/dates'
import { useJobs } from './jobs'

interface ReviewState {
  draft: Draft | null
  photos: Photo[]
  /** Counts loads, so that uncontrolled fields start anew with what was loaded. */
  loaded: number
  /** True from a change until it is on the disk. */
  dirty: boolean
  savedAt: string | null
  failure: KhoErrorData | null
  open(id: string): Promise<void>
  edit(change: (draft: Draft) => Draft): void
  /** Writes what is not yet written. Resolves when it is on the disk. */
  flush(): Promise<void>
  addPhotos(paths: string[]): Promise<void>
  /** Adds a picture that was copied. */
  addPicture(bytes: Uint8Array): Promise<void>
  /** Has the draft use a photo of the archive instead of one that repeats it. */
  useInstead(id: string, instead: string): Promise<void>
  file(): Promise<{ articleId: string; serial: number; title: string; change: Changed | null } | null>
  discard(reason: string): Promise<void>
  leave(): void
}

/** Soon enough that a crash costs a word, late enough that a burst of keys is one write. */
const saveAfterMs = 700

let timer: ReturnType<typeof setTimeout> | undefined
let writing: Promise<void> = Promise.resolve()

/** The draft under review: the clerk's work on it and its way to the disk. */
export const useReview = create<ReviewState>((set, get) => ({
  draft: null,
  photos: [],
  loaded: 0,
  dirty: false,
  savedAt: null,
  failure: null,
  open: async (id) => {
    const { draft, photos } = await call('draft.get', { id })
    set(({ loaded }) => ({ draft, photos, loaded: loaded + 1, dirty: false, savedAt: null, failure: null }))
  },
  edit: (change) => {
    const { draft } = get()
    const changed = draft && change(draft)
    if (!changed || changed === draft) return
    set({ draft: changed, dirty: true })
    clearTimeout(timer)
    timer = setTimeout(() => void get().flush(), saveAfterMs)
  },
  flush: () => {
    clearTimeout(timer)
    // One write after the other: each needs the time stamp the one before was given.
    writing = writing.then(() => write(get, set))
    return writing
  },
  addPhotos: async (paths) => {
    const report = await joining(get, set, (id) => runJob('draft.addPhotos', { id, paths }))
    // What went well shows in the draft itself; what did not waits at the foot of the window.
    if (report?.files.every(({ outcome }) => outcome === 'photo')) useJobs.getState().dismissRead('draft.addPhotos')
  },
  addPicture: async (bytes) => {
    await joining(get, set, (draftId) => call('intake.pastePicture', { bytes, draftId }))
  },
  useInstead: async (id, instead) => {
    await get().flush()
    const draftId = get().draft?.id
    if (!draftId) return
    await call('photo.useInstead', { draftId, id, instead })
    await get().open(draftId)
  },
  file: async () => {
    await get().flush()
    const { draft, failure } = get()
    if (!draft || failure) return null
    const { value, change } = await callTold('draft.file', { draft })
    get().leave()
    return { ...value, title: draft.text.title, change }
  },
  discard: async (reason) => {
    const { draft } = get()
    if (!draft) return
    clearTimeout(timer)
    await writing
    await call('draft.discard', { id: draft.id, reason })
    get().leave()
  },
  leave: () => {
    clearTimeout(timer)
    set({ draft: null, photos: [], dirty: false, savedAt: null, failure: null })
  },
}))

const noted = () => undefined

/** Has photos join the draft on the disk and takes them onto the screen. */
async function joining<T>(
  get: () => ReviewState,
  set: (part: Partial<ReviewState>) => void,
  join: (draftId: string) => Promise<T>,
): Promise<T | undefined> {
  const id = get().draft?.id
  if (!id) return undefined
  await get().flush()
  // Saves wait their turn behind this, so that what is typed meanwhile lands on top of the photos.
  const adding = writing.then(async () => {
    const done = await join(id)
    takeIn(await call('draft.get', { id }), get, set)
    return done
  })
  writing = adding.then(noted, noted)
  return adding
}

/** Photos that came to the draft on the disk join the draft on the screen, whose words stay as typed. */
function takeIn({ draft, photos }: DraftView, get: () => ReviewState, set: (part: Partial<ReviewState>) => void): void {
  const now = get().draft
  if (now?.id !== draft.id) return
  const there = new Set(now.photos.map(({ photoId }) => photoId))
  const added = draft.photos.filter(({ photoId }) => !there.has(photoId))
  const { asReceived, updatedAt, nearPhotos, bursts } = draft
  const near = { ...(nearPhotos && { nearPhotos }), ...(bursts && { bursts }) }
  set({ draft: { ...now, photos: [...now.photos, ...added], asReceived, updatedAt, ...near }, photos })
}

async function write(get: () => ReviewState, set: (part: Partial<ReviewState>) => void): Promise<void> {
  const { draft, dirty } = get()
  if (!draft || !dirty) return
  try {
    const { updatedAt } = await call('draft.save', { draft })
    const now = get().draft
    if (now?.id !== draft.id) return
    // What was typed while it was written is still to be written.
    const later = now !== draft
    set({ draft: { ...now, updatedAt }, dirty: later, savedAt: wallTime(new Date()), failure: null })
  } catch (thrown) {
    if (get().draft?.id === draft.id) set({ failure: failureOf(thrown) })
  }
}
