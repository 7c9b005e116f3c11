import type { ArticleText, Block } from '#core/model/article'
import type { TextSpan } from '#core/model/common'
import type { Draft, Match } from '#core/model/draft'
import { linesOf, shiftSpans, splitSpans } from '../../text/spans'
import { type AnySuggestion, type Kind, type List, lists, type SuggestionOf } from './model'

/** One step of work on a draft; gives a new draft and changes nothing else. */
export type Edit = (draft: Draft) => Draft

/** Takes away the flag that it repeats another. */
export const notDuplicate =
  (other: string): Edit =>
  (draft) => ({ ...draft, duplicates: draft.duplicates.filter(({ id }) => id !== other) })

/** Takes away the flag that one photo nearly repeats another, whichever of the two has it. */
export const notNear =
  (one: string, other: string): Edit =>
  (draft) => {
    const pair = [one, other]
    const near = draft.nearPhotos?.filter(({ photoId, like }) => !pair.includes(photoId) || !pair.includes(like))
    return near ? { ...draft, nearPhotos: near } : draft
  }

/** Changes fields of the article that hold no marked text. */
export const setText =
  (part: Partial<ArticleText>): Edit =>
  (draft) => ({ ...draft, text: { ...draft.text, ...part } })

/** Changes title or lede; what is marked in it moves along. */
export const setHeading =
  (part: 'title' | 'lede', after: string): Edit =>
  (draft) => {
    const before = draft.text[part] ?? ''
    const moved = withSpans(draft, (spans) => shiftSpans(spans, { part, index: 0 }, before, after))
    return setText({ [part]: part === 'lede' && after === '' ? null : after })(moved)
  }

/** Changes the words of a body block as they are typed. */
export const setBlock =
  (index: number, after: string): Edit =>
  (draft) => {
    const block = draft.text.body[index]
    if (!block) return draft
    const moved = withSpans(draft, (spans) => shiftSpans(spans, { part: 'body', index }, block.text, after))
    return setText({ body: draft.text.body.map((other, at) => (at === index ? { ...other, text: after } : other)) })(
      moved,
    )
  }

/** Adds an empty paragraph at the end, to be typed into. */
export const addParagraph: Edit = (draft) =>
  setText({ body: [...draft.text.body, { kind: 'paragraph', text: '' }] })(draft)

/** When a block is left: lines become blocks of their own, an empty block goes. */
export const settleBlock =
  (index: number): Edit =>
  (draft) => {
    const block = draft.text.body[index]
    if (!block) return draft
    const lines = linesOf(block.text)
    if (lines.length === 1 && lines[0]?.text === block.text) return draft
    const moved = withSpans(draft, (spans) => splitSpans(spans, index, lines))
    const blocks: Block[] = lines.map(({ text }) => ({ ...block, text }))
    return setText({ body: draft.text.body.toSpliced(index, 1, ...blocks) })(moved)
  }

function withSpans(draft: Draft, move: (spans: TextSpan[]) => TextSpan[]): Draft {
  const moved = <S extends AnySuggestion>(suggestion: S): S => ({ ...suggestion, spans: move(suggestion.spans) })
  return {
    ...draft,
    event: draft.event && moved(draft.event),
    ...(draft.otherEvents && { otherEvents: draft.otherEvents.map(moved) }),
    people: draft.people.map(moved),
    organizations: draft.organizations.map(moved),
    places: draft.places.map(moved),
    documents: draft.documents.map(moved),
    awards: draft.awards.map(moved),
  }
}

/** Changes one suggestion. */
export const setSuggestion =
  <K extends Kind>(kind: K, id: string, change: (suggestion: SuggestionOf<K>) => SuggestionOf<K>): Edit =>
  (draft) => {
    if (kind === 'event') {
      const changed = (one: SuggestionOf<'event'>) =>
        one.id === id ? (change(one as SuggestionOf<K>) as SuggestionOf<'event'>) : one
      return {
        ...draft,
        event: draft.event && changed(draft.event),
        ...(draft.otherEvents && { otherEvents: draft.otherEvents.map(changed) }),
      }
    }
    const list = draft[kind as List] as SuggestionOf<K>[]
    return { ...draft, [kind]: list.map((other) => (other.id === id ? change(other) : other)) }
  }

/** Keeps a suggestion as it is, drops it, or takes it back. */
export const setState = (kind: Kind, id: string, state: AnySuggestion['state']): Edit =>
  setSuggestion(kind, id, (suggestion) => ({ ...suggestion, state }))

/** Gives a suggestion another value: the clerk has put it right. */
export const setValue = <K extends Kind>(kind: K, id: string, value: SuggestionOf<K>['value']): Edit =>
  setSuggestion(kind, id, (suggestion) => ({ ...suggestion, value, state: 'changed' }))

/** Says which record of the archive a suggestion means; null makes a new one. */
export const choose = (kind: Kind, id: string, chosen: string | null): Edit =>
  setSuggestion(kind, id, (suggestion) => ({ ...suggestion, chosen, state: 'changed' }))

/** Gives a suggestion the records it may mean now. One of just this name is taken; else what was chosen stays if it can. */
export const setMatches = (kind: Kind, id: string, name: string, matches: Match[]): Edit =>
  setSuggestion(kind, id, (suggestion) => {
    const same = matches.filter((match) => match.name === name)
    const kept = matches.some((match) => match.id === suggestion.chosen) ? suggestion.chosen : null
    return { ...suggestion, matches, chosen: same.length === 1 ? (same[0]?.id ?? null) : kept }
  })

/** Adds something the reader did not find. */
export const addSuggestion =
  <K extends Kind>(kind: K, id: string, value: SuggestionOf<K>['value'], spans: TextSpan[]): Edit =>
  (draft) => {
    const added = { id, value, spans, confidence: 1, why: [], matches: [], chosen: null, state: 'accepted' as const }
    if (kind === 'event') {
      const event = added as unknown as SuggestionOf<'event'>
      // A draft without a main event gets one; what is added beside it is a further one.
      return draft.event ? { ...draft, otherEvents: [...(draft.otherEvents ?? []), event] } : { ...draft, event }
    }
    return { ...draft, [kind]: [...draft[kind as List], added] }
  }

/** Keeps everything still offered, events too. */
export const acceptEverything: Edit = (draft) => {
  const kept = <S extends AnySuggestion>(one: S): S => (one.state === 'offered' ? { ...one, state: 'accepted' } : one)
  return acceptAll()({
    ...draft,
    event: draft.event && kept(draft.event),
    ...(draft.otherEvents && { otherEvents: draft.otherEvents.map(kept) }),
  })
}

/** Keeps everything still offered, or everything of one kind. */
export const acceptAll =
  (kinds: readonly List[] = lists): Edit =>
  (draft) => ({
    ...draft,
    ...Object.fromEntries(
      kinds.map((kind) => [
        kind,
        draft[kind].map((one) => (one.state === 'offered' ? { ...one, state: 'accepted' as const } : one)),
      ]),
    ),
  })

/** Writes a caption; the clerk's own is sure. */
export const setCaption =
  (photoId: string, caption: string): Edit =>
  (draft) => ({
    ...draft,
    photos: draft.photos.map((photo) => {
      if (photo.photoId !== photoId) return photo
      const { captionFrom: _, ...rest } = photo
      return { ...rest, caption, captionSure: 1 }
    }),
  })

/** Gives a caption that stood in the text without its photo the photo it speaks of. */
export const placePhoto =
  (block: number, photo: number): Edit =>
  (draft) => {
    const awaited = draft.text.body[block]
    const placed = draft.photos[photo]
    if (!awaited || !placed) return draft
    const body = draft.text.body.map((other, at) => (at === block ? { ...other, text: '', photo } : other))
    const keeps = placed.caption !== ''
    const moved = withSpans(draft, (spans) =>
      spans.flatMap((span) => {
        if (span.part !== 'body' || span.index !== block) return [span]
        // Beside a caption of its own these words stand nowhere any more.
        return keeps ? [] : [{ ...span, part: 'caption' as const, index: photo }]
      }),
    )
    return setCaption(placed.photoId, placed.caption || awaited.text)({ ...moved, text: { ...draft.text, body } })
  }

/** Moves a photo one place up or down; figures in the text go on showing the photo they showed. */
export const movePhoto =
  (index: number, by: -1 | 1): Edit =>
  (draft) => {
    const to = index + by
    if (to < 0 || to >= draft.photos.length) return draft
    const order = draft.photos.map((_, at) => (at === index ? to : at === to ? index : at))
    return reordered(draft, order)
  }

/** Takes a photo out of the draft; its original stays in the archive. */
export const removePhoto =
  (index: number): Edit =>
  (draft) =>
    reordered(
      draft,
      draft.photos.map((_, at) => at).filter((at) => at !== index),
    )

/** The photos of a draft that are of one burst with this one, itself too; none where it is of none. */
export function burstOf(draft: Draft, photoId: string): string[] {
  const firsts = new Map(draft.bursts?.map((one) => [one.photoId, one.first]))
  const firstOf = (id: string) => firsts.get(id) ?? id
  const all = draft.photos.map((photo) => photo.photoId).filter((id) => firstOf(id) === firstOf(photoId))
  return all.length > 1 ? all : []
}

/** Leaves one photo of its burst in the draft; the others stay in the archive, as `removePhoto` leaves them. */
export const keepOfBurst =
  (photoId: string): Edit =>
  (draft) => {
    const others = new Set(burstOf(draft, photoId).filter((id) => id !== photoId))
    return reordered(
      draft,
      draft.photos.map((_, at) => at).filter((at) => !others.has(draft.photos[at]!.photoId)),
    )
  }

/** @param order for each new place, the place the photo had before */
function reordered(draft: Draft, order: number[]): Draft {
  const placeNow = (before: number | undefined) => {
    const now = before === undefined ? -1 : order.indexOf(before)
    return now < 0 ? undefined : now
  }
  const body = draft.text.body.map((block) =>
    block.photo === undefined ? block : { ...block, photo: placeNow(block.photo) },
  )
  return {
    ...draft,
    photos: order.flatMap((before) => draft.photos[before] ?? []),
    text: { ...draft.text, body },
  }
}
