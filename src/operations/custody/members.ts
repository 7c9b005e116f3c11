import type { Archive, ChangeEntry } from '#archive/archive'
import type { SkippedItem } from '#contract/custody'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import { Dossier } from '#core/model/custody'

/** Articles that are to lie in a dossier, and what that does to the records. */
export interface Taken {
  added: string[]
  moved: number
  skipped: SkippedItem[]
  /** Articles and the dossiers they came out of; the dossier they go into is the caller's. */
  entries: ChangeEntry[]
}

/**
 * Works out which articles can go into a dossier: both `article.dossierId` and the items of a dossier they
 * leave change in the same change.
 */
export async function taking(
  archive: Archive,
  ids: string[],
  into: { id: string; items: string[] },
  elsewhere: 'skip' | 'move',
  at: string,
): Promise<Taken> {
  const taken: Taken = { added: [], moved: 0, skipped: [], entries: [] }
  const left = new Map<string, Dossier>()
  const known = new Map((await archive.getMany('article', ids)).map((article) => [article.id, article]))
  for (const id of ids) {
    const article = known.get(id)
    const other = article?.dossierId ? await otherDossier(archive, article, into.id, left) : null
    const because = !article ? 'missing' : reasonAgainst(article, into, other, elsewhere)
    if (!article || because) {
      const dossier = other && { id: other.id, code: other.code, title: other.title }
      taken.skipped.push({ id, title: article?.title ?? '', because: because ?? 'missing', dossier })
      continue
    }
    if (other) {
      left.set(other.id, { ...other, items: other.items.filter((item) => item !== id), updatedAt: at })
      taken.moved += 1
    }
    taken.added.push(id)
    taken.entries.push({ kind: 'article', id, after: { ...article, dossierId: into.id, updatedAt: at } })
  }
  for (const dossier of left.values()) {
    if (taken.moved > 0) taken.entries.push({ kind: 'dossier', id: dossier.id, after: dossier })
  }
  return taken
}

async function otherDossier(
  archive: Archive,
  article: Article,
  into: string,
  left: Map<string, Dossier>,
): Promise<Dossier | null> {
  const id = article.dossierId
  if (id === null || id === into) return null
  const changed = left.get(id)
  if (changed) return changed
  const record = await archive.get('dossier', id)
  return record && Dossier.parse(record)
}

function reasonAgainst(
  article: Article,
  into: { id: string; items: string[] },
  other: Dossier | null,
  elsewhere: 'skip' | 'move',
): SkippedItem['because'] | null {
  if (article.status === 'binned') return 'binned'
  if (into.items.includes(article.id)) return 'already-in'
  if (!other) return null
  if (other.status === 'closed') return 'in-closed-dossier'
  return elsewhere === 'skip' ? 'in-other-dossier' : null
}

/** The articles that leave a dossier, no longer naming it. */
export async function releasing(archive: Archive, dossier: Dossier, ids: string[], at: string): Promise<ChangeEntry[]> {
  const articles = await archive.getMany('article', ids)
  return articles
    .filter((article) => article.dossierId === dossier.id)
    .map((article) => ({
      kind: 'article' as const,
      id: article.id,
      after: { ...article, dossierId: null, updatedAt: at },
    }))
}

/**
 * Keeps articles and dossiers in step where an earlier version of one of them is brought back: an article stays
 * in the dossier where it lies now; articles follow the items of a dossier that is brought back.
 * @throws KhoError dossier-closed, where one of its items lies in another dossier by now
 */
export async function inStep(archive: Archive, entries: ChangeEntry[], at: string): Promise<ChangeEntry[]> {
  const all: ChangeEntry[] = []
  for (const entry of entries) {
    if (entry.after === null) all.push(entry)
    else if (entry.kind === 'article') {
      const held = await archive.get('article', entry.id)
      all.push({ ...entry, after: { ...entry.after, dossierId: held?.dossierId ?? null } })
    } else if (entry.kind === 'dossier') {
      all.push(...(await dossierInStep(archive, Dossier.parse(entry.after), at)))
    } else all.push(entry)
  }
  return all
}

async function dossierInStep(archive: Archive, wanted: Dossier, at: string): Promise<ChangeEntry[]> {
  const record = await archive.get('dossier', wanted.id)
  const held = record && Dossier.parse(record)
  const there = held?.items ?? []
  const taken = await taking(
    archive,
    wanted.items.filter((id) => !there.includes(id)),
    { id: wanted.id, items: [] },
    'skip',
    at,
  )
  const kept = new Set([...there, ...taken.added])
  const items = wanted.items.filter((id) => kept.has(id))
  const gone = held
    ? await releasing(
        archive,
        held,
        there.filter((id) => !items.includes(id)),
        at,
      )
    : []
  return [...taken.entries, ...gone, { kind: 'dossier', id: wanted.id, after: { ...wanted, items } }]
}

/** The new order of a dossier's items: the same ones, each once. @throws KhoError input-invalid */
export function reordered(dossier: Dossier, items: string[]): string[] {
  const wanted = new Set(items)
  const same = wanted.size === items.length && items.length === dossier.items.length
  if (!same || !dossier.items.every((id) => wanted.has(id))) {
    throw new KhoError('input-invalid', { args: { detail: 'items' } })
  }
  return items
}
