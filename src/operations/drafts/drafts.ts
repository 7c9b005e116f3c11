import type { Archive } from '#archive/archive'
import type { DraftRow } from '#contract/operations'
import { KhoError } from '#core/errors'
import type { Draft } from '#core/model/draft'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import { photosOf } from '../intake/draft-from-reading'
import { matchedAgain } from '../intake/suggestions'
import { stillNear } from '../photos/not-near'
import type { Handler } from '../runner'
import { fileDraft } from './file-draft'

/** Drafts waiting for a look, newest last, as they came. */
export const listDrafts: Handler<'draft.list'> = async (context) => {
  const archive = openArchiveOf(context)
  const drafts = await archive.getMany('draft', await archive.ids('draft'))
  return { rows: await Promise.all(drafts.map((draft) => rowOf(archive, draft))) }
}

async function rowOf(archive: Archive, draft: Draft): Promise<DraftRow> {
  const { text, event, photos } = draft
  const kept = ({ state }: { state: string }) => state !== 'dropped'
  return {
    id: draft.id,
    title: text.title,
    receivedAt: draft.provenance.receivedAt,
    files: draft.asReceived.filter((file) => file.role === 'text').map((file) => file.name),
    photos: photos.length,
    uncaptioned: photos.filter(({ caption }) => caption.trim() === '').length,
    nearPhotos: (await stillNear(archive, draft)).length,
    thumbnails: photos.slice(0, 4).map(({ photoId }) => photoId),
    genre: text.genre,
    event: event && kept(event) ? { type: event.value.type, title: event.value.title, date: event.value.from } : null,
    people: draft.people.filter(kept).map(({ value }) => value.name),
    warnings: draft.warnings.length,
    duplicates: draft.duplicates.length,
  }
}

export const getDraft: Handler<'draft.get'> = async (context, { id }) => {
  const archive = openArchiveOf(context)
  const draft = await archive.get('draft', id)
  if (!draft) throw new KhoError('record-missing')
  const photos = await archive.getMany(
    'photo',
    draft.photos.map(({ photoId }) => photoId),
  )
  const near = draft.nearPhotos && { nearPhotos: await stillNear(archive, draft) }
  return { draft: await matchedAgain(context, archive, { ...draft, ...near }), photos: photosOf(draft, photos) }
}

export const saveDraft: Handler<'draft.save'> = async (context, { draft }) => {
  const archive = writableArchiveOf(context)
  await unchangedMeanwhile(archive, draft)
  const after: Draft = { ...draft, updatedAt: now(context) }
  await archive.commit({
    operation: 'draft.save',
    args: { title: draft.text.title },
    entries: [{ kind: 'draft', id: draft.id, after }],
  })
  context.changed(['draft'])
  return after
}

/** Says that a draft repeats nothing it was thought to repeat; it is not flagged with that one again. */
export const notDuplicate: Handler<'draft.notDuplicate'> = async (context, { id, other }) => {
  const archive = writableArchiveOf(context)
  const draft = await archive.get('draft', id)
  if (!draft) throw new KhoError('record-missing')
  const after: Draft = {
    ...draft,
    updatedAt: now(context),
    duplicates: draft.duplicates.filter((duplicate) => duplicate.id !== other),
  }
  const args = { title: draft.text.title }
  await archive.commit({ operation: 'draft.notDuplicate', args, entries: [{ kind: 'draft', id, after }] })
  context.changed(['draft'])
  return {}
}

export const fileDraftNow: Handler<'draft.file'> = async (context, { draft }) => {
  await unchangedMeanwhile(writableArchiveOf(context), draft)
  return fileDraft(context, draft)
}

export const discardDraft: Handler<'draft.discard'> = async (context, { id, reason }) => {
  const archive = writableArchiveOf(context)
  const draft = await archive.get('draft', id)
  if (!draft) throw new KhoError('record-missing')
  await archive.commit({
    operation: 'draft.discard',
    args: { title: draft.text.title, reason },
    entries: [{ kind: 'draft', id, after: null }],
  })
  context.changed(['draft'])
  return {}
}

/** Two windows, or a window and the command line: the second to save is told, nothing is overwritten. */
async function unchangedMeanwhile(archive: Archive, draft: Draft): Promise<void> {
  const held = await archive.get('draft', draft.id)
  if (!held) throw new KhoError('record-missing')
  if (held.updatedAt !== draft.updatedAt) throw new KhoError('record-changed-meanwhile')
}
